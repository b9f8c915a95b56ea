using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>What stands where personal data was erased.</summary>
public static class Erased
{
    /// <summary>The title of an item whose request is erased.</summary>
    public const string Title = "—";

    public static bool Is(PatronRequest request) => request.Item.Title == Title;
}
