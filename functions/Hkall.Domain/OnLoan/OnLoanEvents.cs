using System.Text.Json.Serialization;

namespace Hkall.Domain.OnLoan;

public sealed record DueReminded : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Loan = RequestFold.LoanOf(request) with { Reminded = true } };
}

public sealed record LoanWentOverdue : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Status = RequestStatus.Overdue };
}

public sealed record OverdueNoticeGiven(int Times) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Loan = RequestFold.LoanOf(request) with { OverdueNotices = Times } };
}

/// <summary>The lender wants the item back at once, by a new due date.</summary>
public sealed record ItemRecalled([Id] string Symbol, DateOnly DueOn) : RequestEvent
{
    /// <summary>
    /// The day of the recall, if the item was overdue by then: it keeps its due date and its notices, and later days have the fine of a
    /// recalled item. Null otherwise, and in histories of earlier versions, which gave such an item a new due date.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? LateOn { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request.Status.IsWithPatron()
        ? request with
        {
            Status = LateOn is null ? RequestStatus.Recalled : request.Status,
            Loan = RequestFold.LoanOf(request) with
            {
                Recalled = true,
                DueOn = DueOn,
                LenderDueOn = DueOn,
                OverdueNotices = LateOn is null ? 0 : RequestFold.LoanOf(request).OverdueNotices,
                RenewalAsked = false,
                RenewalOutstanding = false,
                LenderOverdue = false,
                RecalledLateOn = LateOn,
            }
        }
        : request with { Unwanted = true, Loan = RequestFold.LoanOf(request) with { Recalled = true, LenderDueOn = DueOn } };
}

/// <summary>
/// The lender counts the item as overdue: the patron returns it by the new date, or renews it. Before there was this event,
/// <see cref="ItemRecalled"/> stood for it.
/// </summary>
public sealed record LenderCalledOverdue([Id] string Symbol, DateOnly DueOn) : RequestEvent
{
    /// <summary>
    /// The item stays on loan, and can be renewed. False in histories of earlier versions: for the patron it was a recall, but the lender's
    /// answer to a renewal request was still open.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Renewable { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => Renewable
        ? request with { Loan = RequestFold.LoanOf(request) with { LenderOverdue = true, DueOn = DueOn, LenderDueOn = DueOn } }
        : AsRecalled(request);

    private PatronRequest AsRecalled(PatronRequest request) => request with
    {
        Status = RequestStatus.Recalled,
        Loan = RequestFold.LoanOf(request) with
        {
            Recalled = true,
            DueOn = DueOn,
            LenderDueOn = DueOn,
            OverdueNotices = 0,
            RenewalAsked = false,
            RenewalOutstanding = RequestFold.LoanOf(request) is { RenewalAsked: true } or { RefusedBySilence: true },
        },
    };
}

/// <summary>The item is lost: by the patron, on the way, or in a library; <see cref="Why"/> says which.</summary>
public sealed record ItemLost(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Status = RequestStatus.Lost, ClosedWhy = Why, Shelf = null };
}

public sealed record ItemDamaged([PersonsWords] string Note) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request;
}
