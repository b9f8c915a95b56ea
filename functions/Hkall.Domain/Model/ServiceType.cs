using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>The two services on the page: a physical loan, or a digital copy of an article or a chapter.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ServiceType>))]
public enum ServiceType
{
    [JsonStringEnumMemberName("loan")] Loan,
    [JsonStringEnumMemberName("copy")] Copy,
}

/// <summary>Where a request may go: the UGC-funded universities, other local libraries, libraries overseas.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Tier>))]
public enum Tier
{
    [JsonStringEnumMemberName("hkall")] Hkall,
    [JsonStringEnumMemberName("local")] Local,
    [JsonStringEnumMemberName("overseas")] Overseas,
}

/// <summary>The patron groups of the service's table of privileges.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PatronGroup>))]
public enum PatronGroup
{
    [JsonStringEnumMemberName("academic")] Academic,
    [JsonStringEnumMemberName("research")] Research,
    [JsonStringEnumMemberName("postgraduate")] Postgraduate,
    [JsonStringEnumMemberName("nonAcademic")] NonAcademic,
    [JsonStringEnumMemberName("undergraduate")] Undergraduate,
}
