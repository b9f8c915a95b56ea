using System.Globalization;
using System.Text;
using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Iso18626.Profiles;

/// <summary>
/// How a system writes its messages: which version it names, how it spells elements and instants, and what it leaves out. What these systems
/// write is known from their public sources and samples; docs/decisions/0060 says which.
/// </summary>
internal sealed record Voice(Vendor Vendor)
{
    private const string Namespace = "http://illtransactions.org/2013/iso18626";

    private static readonly DateTimeOffset At = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    /// <summary>The version as the system writes it: OCLC's is on no list of the standard.</summary>
    public string Version => Vendor switch
    {
        Vendor.Oclc => "v1_2_2017",
        Vendor.Alma => "1.1",
        Vendor.Koha => "2021-2",
        Vendor.Plain or Vendor.ReShare or Vendor.CrossLink => "1.2",
    };

    /// <summary>OCLC gives every element the prefix of its generator.</summary>
    private string Prefix => Vendor == Vendor.Oclc ? "ns1:" : string.Empty;

    /// <summary>Attributes belong to the namespace, and so have a prefix even where elements have none.</summary>
    private string AttributePrefix => Vendor == Vendor.Oclc ? "ns1:" : "ill:";

    /// <summary>Koha writes the local time of its server without an offset; ReShare writes fractions of a second.</summary>
    public string Instant(DateTimeOffset at) => at.ToString(
        Vendor switch
        {
            Vendor.Koha => "yyyy-MM-dd HH:mm:ss",
            Vendor.ReShare or Vendor.CrossLink => "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            Vendor.Plain or Vendor.Alma or Vendor.Oclc => "yyyy-MM-dd'T'HH:mm:ss'Z'",
        },
        CultureInfo.InvariantCulture);

    /// <summary>A day until whose end a loan runs: OCLC means midnight of the American east, Koha the last minute.</summary>
    public string Day(DateOnly day) => Instant(new DateTimeOffset(
        day.ToDateTime(Vendor switch
        {
            Vendor.Oclc => new TimeOnly(5, 0),
            Vendor.Koha => new TimeOnly(23, 59),
            Vendor.Plain or Vendor.Alma or Vendor.ReShare or Vendor.CrossLink => new TimeOnly(23, 59, 59),
        }),
        TimeSpan.Zero));

    public string Element(string name, string? text) => text is null ? string.Empty : $"<{Prefix}{name}>{text}</{Prefix}{name}>";

    public byte[] FromLender(Said said) => Message(
        "supplyingAgencyMessage",
        Header(supplier: "HKU", requester: "LNU", "R-1")
        + Element("messageInfo",
            Element("reasonForMessage", said.Reason)
            + Element("answerYesNo", said.Answer)
            + Element("note", NoteOf(said))
            + Element("reasonUnfilled", said.Unfilled)
            + Element("reasonRetry", said.Retry)
            + (Vendor == Vendor.Koha ? string.Empty : CostsOf(said)))
        + (said.Status is null
            ? string.Empty
            : Element("statusInfo",
                Element("status", said.Status) + Element("dueDate", said.Due is { } due ? Day(due) : null) + Element("lastChange", Instant(At))))
        + (Vendor == Vendor.Koha && (said.Cost ?? said.RetryCondition) is not null
            ? Element("retryInfo", Element("loanCondition", said.RetryCondition) + CostsOf(said)) : string.Empty)
        + ((said.Address ?? said.Condition) is null
            ? string.Empty
            : Element("deliveryInfo",
                Element("dateSent", Instant(At)) + Element("itemId", said.Address) + Element("sentVia", said.Address is null ? null : "URL")
                + Element("loanCondition", said.Condition))));

    public byte[] FromBorrower(string action, string? note) => Message(
        "requestingAgencyMessage",
        Header(supplier: "LNU", requester: "CUHK", "their-1") + Element("action", action) + Element("note", NoteOf(note)));

    private string CostsOf(Said said) => said.Cost is null
        ? string.Empty : Element("offeredCosts", Element("currencyCode", "HKD") + Element("monetaryValue", said.Cost));

    private string? NoteOf(Said said) => NoteOf(said.Note);

    private string? NoteOf(string? note) => Vendor switch
    {
        Vendor.Oclc => $"{note}\n                Loan condition: OTHER (none)",
        Vendor.ReShare => $"{note}#seq:7#",
        Vendor.Plain or Vendor.Alma or Vendor.Koha or Vendor.CrossLink => note,
    };

    private string Header(string supplier, string requester, string requestId) => Element("header",
        Element("supplyingAgencyId", Agency(supplier)) + Element("requestingAgencyId", Agency(requester))
        + (Vendor == Vendor.Koha ? string.Empty : Element("multipleItemRequestId", string.Empty))
        + Element("timestamp", Instant(At)) + Element("requestingAgencyRequestId", requestId)
        + (Vendor == Vendor.Alma ? string.Empty : Element("supplyingAgencyRequestId", "168134644")));

    private string Agency(string symbol) => Element("agencyIdType", "JULAC") + Element("agencyIdValue", symbol);

    private byte[] Message(string name, string content)
    {
        var attributes = Prefix.Length > 0 ? $"xmlns:ns1=\"{Namespace}\"" : $"xmlns=\"{Namespace}\" xmlns:ill=\"{Namespace}\"";
        return Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{Prefix}ISO18626Message {attributes} {AttributePrefix}version=\"{Version}\">"
            + $"{Element(name, content)}</{Prefix}ISO18626Message>");
    }
}

/// <summary>What a lending library says, in the standard's names.</summary>
internal sealed record Said(string Reason, string? Status)
{
    public string? Answer { get; init; }

    public string? Note { get; init; }

    public string? Unfilled { get; init; }

    public string? Retry { get; init; }

    public DateOnly? Due { get; init; }

    public string? Cost { get; init; }

    public string? Condition { get; init; }

    public string? RetryCondition { get; init; }

    public string? Address { get; init; }
}
