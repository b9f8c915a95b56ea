using System.Text.Json.Serialization;
using Hkall.Service.Lending;
using Hkall.Service.Staff;

namespace Hkall.Service.Counter;

/// <summary>The result of a scan.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScanOutcome>))]
public enum ScanOutcome
{
    /// <summary>The service took the next step.</summary>
    [JsonStringEnumMemberName("done")] Done,

    /// <summary>The same barcode was scanned a moment ago, so the service did nothing.</summary>
    [JsonStringEnumMemberName("repeated")] Repeated,

    /// <summary>Several actions are possible; staff choose.</summary>
    [JsonStringEnumMemberName("ask")] Ask,

    /// <summary>The item is known, and there is nothing to do with it here.</summary>
    [JsonStringEnumMemberName("nothing")] Nothing,

    /// <summary>The rules refused the step, with a code.</summary>
    [JsonStringEnumMemberName("refused")] Refused,

    /// <summary>The barcode matches no request and no item.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
}

/// <summary>One possible action: send it as <c>action</c>, with the barcode.</summary>
/// <param name="Title">The title of the request's item.</param>
/// <param name="Symbol">The library the parcel is from, to be sent as <c>symbol</c>; null where that is not the question.</param>
public sealed record ScanChoice(string RequestId, string Action, string? Title = null, string? Symbol = null);

/// <summary>The body of <c>POST /api/staff/scan</c>.</summary>
public sealed record ScanForm
{
    /// <summary>The scanned text: the number of a request, or the barcode of its item.</summary>
    public required string Barcode { get; init; }

    /// <summary>The request whose item is in hand: an unknown barcode is linked to it.</summary>
    public string? Request { get; init; }

    /// <summary>The action staff chose when asked.</summary>
    public string? Action { get; init; }

    /// <summary>The library the parcel is from, if staff were asked.</summary>
    public string? Symbol { get; init; }

    /// <summary>For an item that is received: the lender's date on its slip.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>For an item that is received: it must not leave the Library.</summary>
    public bool? LibraryUseOnly { get; init; }

    /// <summary>For an item that is received in several parts: how many there are; <see cref="ItemBarcode"/> is the one in hand.</summary>
    public int? Parts { get; init; }

    /// <summary>For an item that is received by its request's number: the barcode on the item.</summary>
    public string? ItemBarcode { get; init; }
}

/// <param name="Did">The action the service took.</param>
/// <param name="Next">The action of the next scan; null if staff will be asked or there is none.</param>
/// <param name="Code">The code of a refusal.</param>
/// <param name="Say">The result in a sentence.</param>
public sealed record ScanAnswer(
    string Barcode, ScanOutcome Outcome, string Say, string? Did = null, string? Next = null, string? Code = null, StaffRow? Request = null,
    IReadOnlyList<ScanChoice>? Choices = null)
{
    /// <summary>The lending request, if the scanned item is our own.</summary>
    public LendingRow? Lending { get; init; }
}
