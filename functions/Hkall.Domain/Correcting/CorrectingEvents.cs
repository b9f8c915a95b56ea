using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Correcting;

/// <summary>The last step was a mistake: the request stands as before it, as far as it still can.</summary>
/// <param name="Reason">What staff wrote.</param>
public sealed record StepUndone(Step Step, [PersonsWords] string Reason) : RequestEvent
{
    /// <summary>If the item is with us again: the new last day for the patron.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Until { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at)
    {
        if (request.Steps is not [.., var taken])
        {
            throw new InvalidOperationException($"Request {request.Id} has no step that could be undone.");
        }

        IReadOnlyList<StepTaken> earlier = [.. request.Steps.SkipLast(1)];
        if (taken.Step == Step.Damaged)
        {
            return request with { Steps = earlier };
        }

        // What the lender has said since then still holds.
        var loan = taken.Loan is { } then && request.Loan is { } now
            ? then with { LenderDueOn = now.LenderDueOn, Recalled = now.Recalled, LenderOverdue = now.LenderOverdue } : taken.Loan;
        return request with
        {
            Status = taken.From == RequestStatus.OnLoan && loan?.Recalled == true ? RequestStatus.Recalled : taken.From,
            Shelf = Until is { } until ? new HoldShelf(until) : taken.Shelf,
            Loan = loan,
            Parts = taken.Parts,
            Barcode = taken.Barcode,
            Unwanted = taken.Unwanted,
            ArrivedAt = taken.ArrivedAt,
            SentBackAt = taken.SentBackAt,
            ClosedWhy = taken.ClosedWhy,
            Steps = earlier,
            Rota = taken.From.Stage() == RequestStage.Sourcing && request.Supplier is { } sender
                ? RotaChanges.ChangeEntry(request.Rota, sender.Symbol, entry => entry with
                {
                    Standing = taken.From == RequestStatus.Expected ? RotaStatus.Promised : RotaStatus.Asked,
                })
                : request.Rota,
        };
    }
}

/// <summary>The request was closed by mistake, or too early: staff look at it again. The libraries that never said no may be asked again.</summary>
/// <param name="Reason">What staff wrote.</param>
public sealed record RequestReopened([PersonsWords] string Reason) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.InReview,
        Unwanted = false,
        NotWanted = [],
        Rota =
        [
            .. request.Rota.Select(entry => entry.Why?.Code == ReasonCode.Closed && !entry.WouldNotCancel
                ? entry with { Standing = RotaStatus.Waiting, Why = null } : entry),
        ],
    };
}

/// <summary>Staff set the dates of the loan.</summary>
/// <param name="DueOn">The patron's due date; null: as before.</param>
/// <param name="LenderDueOn">The lender's due date; null: as before.</param>
/// <param name="Reason">What staff wrote.</param>
public sealed record DatesSet(DateOnly? DueOn, DateOnly? LenderDueOn, [PersonsWords] string Reason) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at)
    {
        var loan = RequestFold.LoanOf(request) with { LenderDueOn = LenderDueOn ?? request.Loan?.LenderDueOn };
        return request with
        {
            // A date that is set is not over, so the item is no longer overdue.
            Status = DueOn is not null && request.Status == RequestStatus.Overdue ? RequestStatus.OnLoan : request.Status,
            Loan = DueOn is { } dueOn ? loan with { DueOn = dueOn, Reminded = false, OverdueNotices = 0, LenderOverdue = false } : loan,
        };
    }
}

/// <summary>Staff corrected the details of an item after a library was asked for it. What was asked for stays on record.</summary>
public sealed record ItemCorrected(Item Item) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Item = Item,

        // Staff have looked at the citation that a library could not find.
        Alert = request.Alert == ReasonCode.NotFoundAsCited ? null : request.Alert,
    };
}
