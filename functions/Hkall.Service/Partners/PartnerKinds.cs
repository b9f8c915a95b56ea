using System.Text.Json.Serialization;

namespace Hkall.Service.Partners;

/// <summary>The kind of body a partner is: the page names libraries, government departments and registered organisations.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PartnerKind>))]
public enum PartnerKind
{
    [JsonStringEnumMemberName("university")] University,
    [JsonStringEnumMemberName("local-library")] LocalLibrary,
    [JsonStringEnumMemberName("overseas-library")] OverseasLibrary,
    [JsonStringEnumMemberName("government-department")] GovernmentDepartment,
    [JsonStringEnumMemberName("registered-organisation")] RegisteredOrganisation,
}

/// <summary>The protocol for messages with a partner.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Protocol>))]
public enum Protocol
{
    /// <summary>Our JSON messages and status callbacks, signed as in Standard Webhooks.</summary>
    [JsonStringEnumMemberName("callbacks")] Callbacks,

    [JsonStringEnumMemberName("iso18626")] Iso18626,

    /// <summary>Letters of ours to its mailbox; a person there reads and answers them.</summary>
    [JsonStringEnumMemberName("mail")] Mail,

    /// <summary>None: staff ask it by telephone, by letter or on its own pages.</summary>
    [JsonStringEnumMemberName("manual")] Manual,
}

/// <summary>The language of letters to a partner.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LetterLanguage>))]
public enum LetterLanguage
{
    [JsonStringEnumMemberName("en")] English,
    [JsonStringEnumMemberName("zh-Hant")] TraditionalChinese,
}

/// <summary>The versions of ISO 18626 that differ on the wire.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IsoVersion>))]
public enum IsoVersion
{
    [JsonStringEnumMemberName("1.2")] V12,
    [JsonStringEnumMemberName("2021")] V2021,
}

/// <summary>The systems whose ISO 18626 messages need a profile of their own.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Vendor>))]
public enum Vendor
{
    [JsonStringEnumMemberName("plain")] Plain,
    [JsonStringEnumMemberName("reshare")] ReShare,
    [JsonStringEnumMemberName("alma")] Alma,
    [JsonStringEnumMemberName("oclc")] Oclc,
    [JsonStringEnumMemberName("koha")] Koha,
    [JsonStringEnumMemberName("crosslink")] CrossLink,
}

[JsonConverter(typeof(JsonStringEnumConverter<Weekday>))]
public enum Weekday
{
    [JsonStringEnumMemberName("sunday")] Sunday,
    [JsonStringEnumMemberName("monday")] Monday,
    [JsonStringEnumMemberName("tuesday")] Tuesday,
    [JsonStringEnumMemberName("wednesday")] Wednesday,
    [JsonStringEnumMemberName("thursday")] Thursday,
    [JsonStringEnumMemberName("friday")] Friday,
    [JsonStringEnumMemberName("saturday")] Saturday,
}
