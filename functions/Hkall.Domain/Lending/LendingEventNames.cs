using System.Reflection;
using System.Text.Json.Serialization;

namespace Hkall.Domain.Lending;

/// <summary>The stored name of an event, used to show the history.</summary>
public static class LendingEventNames
{
    private static readonly Dictionary<Type, string> ByType = typeof(LendingEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(derived => derived.DerivedType, derived => (string)derived.TypeDiscriminator!);

    public static string Of(LendingEvent happened) => ByType[happened.GetType()];
}
