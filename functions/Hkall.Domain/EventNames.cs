using System.Reflection;
using System.Text.Json.Serialization;

namespace Hkall.Domain;

/// <summary>The stored name of an event, used to show and search the history.</summary>
public static class EventNames
{
    private static readonly Dictionary<Type, string> ByType = typeof(RequestEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(derived => derived.DerivedType, derived => (string)derived.TypeDiscriminator!);

    public static string Of(RequestEvent happened) => ByType[happened.GetType()];
}
