using System.Reflection;
using System.Text.Json.Serialization;

namespace Hkall.Domain;

/// <summary>The stored name of an event, as the history is shown and searched by it.</summary>
public static class EventNames
{
    private static readonly Dictionary<Type, string> ByType = typeof(RequestEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(derived => derived.DerivedType, derived => (string)derived.TypeDiscriminator!);

    public static string Of(RequestEvent happened) => ByType[happened.GetType()];
}
