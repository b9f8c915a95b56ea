using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>What the table of privileges grants a group in a tier for a service.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Access>))]
public enum Access
{
    [JsonStringEnumMemberName("allowed")] Allowed,

    /// <summary>"Conditions may apply": the service never denies it.</summary>
    [JsonStringEnumMemberName("conditional")] Conditional,

    [JsonStringEnumMemberName("notAllowed")] NotAllowed,
}

/// <summary>One cell of the table.</summary>
public sealed record Privilege(Tier Tier, ServiceType Service, Access Access);

/// <summary>A figure that differs by service.</summary>
public sealed record ByService<T>(T Loan, T Copy)
{
    public T For(ServiceType service) => service switch
    {
        ServiceType.Loan => Loan,
        ServiceType.Copy => Copy,
    };
}
