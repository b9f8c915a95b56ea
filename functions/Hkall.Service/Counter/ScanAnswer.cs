using System.Text.Json.Serialization;
using Hkall.Service.Lending;
using Hkall.Service.Staff;

namespace Hkall.Service.Counter;

/// <summary>What a scan led to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScanOutcome>))]
public enum ScanOutcome
{
    /// <summary>The next step was taken.</summary>
    [JsonStringEnumMemberName("done")] Done,

    /// <summary>The same barcode was scanned a moment ago; nothing was done again.</summary>
    [JsonStringEnumMemberName("repeated")] Repeated,

    /// <summary>More than one thing could be meant; staff choose.</summary>
    [JsonStringEnumMemberName("ask")] Ask,

    /// <summary>It is known, and nothing is to be done with it here.</summary>
    [JsonStringEnumMemberName("nothing")] Nothing,

    /// <summary>The step was refused; the reason has a name.</summary>
    [JsonStringEnumMemberName("refused")] Refused,

    /// <summary>No request and no item is known by it.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
}

/// <summary>One thing that could be meant: send it as <c>action</c>, with the barcode.</summary>
public sealed record ScanChoice(string RequestId, string Action);

/// <summary>The body of <c>POST /api/staff/scan</c>.</summary>
public sealed record ScanForm
{
    /// <summary>What the scanner read: the number of a request, or the barcode of its item.</summary>
    public required string Barcode { get; init; }

    /// <summary>The request whose item is in hand: a barcode that is not known yet is kept with it.</summary>
    public string? Request { get; init; }

    /// <summary>What staff chose where they were asked.</summary>
    public string? Action { get; init; }
}

/// <param name="Did">The action that was taken.</param>
/// <param name="Next">What the next scan of it will do; null where that is asked, or nothing.</param>
/// <param name="Code">The name of a refusal.</param>
/// <param name="Say">The same in a sentence.</param>
public sealed record ScanAnswer(
    string Barcode, ScanOutcome Outcome, string Say, string? Did = null, string? Next = null, string? Code = null, StaffRow? Request = null, IReadOnlyList<ScanChoice>? Choices = null)
{
    /// <summary>Where it is something of ours that was scanned.</summary>
    public LendingRow? Lending { get; init; }
}
