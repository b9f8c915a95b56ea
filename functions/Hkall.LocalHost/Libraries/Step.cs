using System.Text.Json.Serialization;
using Hkall.Domain;

namespace Hkall.LocalHost.Libraries;

/// <summary>What a library can send us, by the names of the callbacks; <see cref="Scan"/> is the file itself.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<News>))]
public enum News
{
    [JsonStringEnumMemberName("will-supply")] WillSupply,
    [JsonStringEnumMemberName("shipped")] Shipped,
    [JsonStringEnumMemberName("unfilled")] Unfilled,
    [JsonStringEnumMemberName("conditional")] Conditional,
    [JsonStringEnumMemberName("copy-ready")] CopyReady,
    [JsonStringEnumMemberName("scan")] Scan,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
    [JsonStringEnumMemberName("cancel-declined")] CancelDeclined,
    [JsonStringEnumMemberName("recalled")] Recalled,
    [JsonStringEnumMemberName("renewed")] Renewed,
    [JsonStringEnumMemberName("renewal-declined")] RenewalDeclined,
    [JsonStringEnumMemberName("overdue")] Overdue,
    [JsonStringEnumMemberName("completed")] Completed,
    [JsonStringEnumMemberName("lost")] Lost,
    [JsonStringEnumMemberName("expect-to-supply")] ExpectToSupply,
    [JsonStringEnumMemberName("retry-possible")] RetryPossible,

    /// <summary>Words for our staff, which change nothing.</summary>
    [JsonStringEnumMemberName("note")] Note,
}

/// <summary>What is wrong with a message that a library sends.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Flaw>))]
public enum Flaw
{
    [JsonStringEnumMemberName("none")] None,

    /// <summary>The same message, id and all, twice in a row.</summary>
    [JsonStringEnumMemberName("sent-twice")] SentTwice,

    /// <summary>Signed with a secret that is not the library's.</summary>
    [JsonStringEnumMemberName("bad-signature")] BadSignature,

    /// <summary>Validly signed, but not JSON.</summary>
    [JsonStringEnumMemberName("not-json")] NotJson,

    /// <summary>Validly signed, but with a status that does not exist.</summary>
    [JsonStringEnumMemberName("unknown-status")] UnknownStatus,
}

/// <summary>One message of a library: its kind, its delay in the library's working days after the message it answers, and its content.</summary>
public sealed record Step(News News, ByTier<int> After)
{
    /// <summary>The due date, in days after sending; with "retry possible", the first day on which we may ask again.</summary>
    public ByTier<int>? DueInDays { get; init; }

    /// <summary>The reason; of a note its words.</summary>
    public string? Reason { get; init; }

    /// <summary>Hong Kong dollars.</summary>
    public decimal? Cost { get; init; }

    public bool LibraryUseOnly { get; init; }

    public Flaw Flaw { get; init; }
}
