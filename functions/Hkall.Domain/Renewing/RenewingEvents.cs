using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Renewing;

public sealed record RenewalAsked([Id] string Symbol) : RequestEvent
{
    /// <summary>What the patron told staff; null if staff did not ask for them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PatronsWord? Word { get; init; }

    /// <summary>The last day on which the patron's card is valid; null if it has no end, or nobody knows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? CardUntil { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Loan = RequestFold.LoanOf(request) with { RenewalAsked = true, RenewalRefused = false, RefusedBySilence = false, CardUntil = CardUntil },
    };
}

public sealed record LoanRenewed(DateOnly DueOn, DateOnly? LenderDueOn) : RequestEvent
{
    /// <summary>The lender extended the loan unasked: it is none of the patron's renewals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unasked { get; init; }

    /// <summary>Why the loan is shorter than usual; null if it is not, or by its lender's date alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LoanLimit? LimitedBy { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.OnLoan,
        Loan = RequestFold.LoanOf(request) with
        {
            DueOn = DueOn,
            LenderDueOn = LenderDueOn ?? RequestFold.LoanOf(request).LenderDueOn,
            Reminded = false,
            OverdueNotices = 0,
            RenewalAsked = false,
            RenewalRefused = false,
            Refusals = 0,
            RefusedBySilence = false,
            RenewalOutstanding = false,
            Recalled = false,
            LenderOverdue = false,
            RecalledLateOn = null,
            Shorter = LimitedBy is { } why ? new ShorterLoan(why, DueOn) : null,
            Renewals = RequestFold.LoanOf(request).Renewals + (Unasked ? 0 : 1),
        },
    };
}

/// <summary>The loan keeps its due date: the lender said no, or did not answer in time; <see cref="Why"/> says which.</summary>
public sealed record RenewalNotGranted(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with
        {
            Loan = RequestFold.LoanOf(request) with
            {
                RenewalAsked = false,
                RenewalRefused = true,
                Refusals = RequestFold.LoanOf(request).Refusals + 1,
                RefusedBySilence = Why == ReasonCode.Silent
            }
        };
}
