using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Policies;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>Our messages to a library that borrows from us, in the standard's terms.</summary>
internal static class OutgoingSupplyMessages
{
    /// <param name="scan">Where the library downloads the scan.</param>
    public static SupplierMessage Of(MessageBorrower word, LendingRequest request, OwnLibrary own, DateTimeOffset now, Uri? scan = null)
    {
        var facts = word.Facts;
        var bare = new SupplierMessage
        {
            Header = new Header
            {
                Supplier = AgencyId.Parse(own.AgencyId),
                Requester = AgencyId.Parse(request.AgencyId),
                Timestamp = now,
                RequesterRequestId = request.BorrowersId,
                SupplierRequestId = request.Id,
            },
            Info = new MessageInfo { Note = facts.Note },
            Status = new StatusInfo { Due = facts.DueOn is { } due ? IsoDates.WholeDay(due) : null, LastChange = now },
        };
        return word.Word switch
        {
            SupplyingAction.ExpectToSupply => Says(bare, ReasonForMessage.RequestResponse, SupplyStatus.ExpectToSupply),
            SupplyingAction.WillSupply => Says(bare, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply),
            SupplyingAction.Conditional => Says(bare, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply) with
            {
                Info = bare.Info with { Reason = ReasonForMessage.RequestResponse, Retry = TermsOf(facts) },
                Delivery = facts.Conditions is { Count: > 0 } ? new DeliveryInfo { Sent = now, LoanConditions = CodesOf(facts) } : null,
            },
            SupplyingAction.RetryPossible => Says(bare, ReasonForMessage.RequestResponse, SupplyStatus.RetryPossible) with
            {
                Info = bare.Info with
                {
                    Reason = ReasonForMessage.RequestResponse,
                    ReasonRetry = facts.Retry is { } retry ? new Code(Domain.Names.Of(retry)) : null,
                    Retry = TermsOf(facts),
                },
            },
            SupplyingAction.Unfilled => Says(bare, ReasonForMessage.RequestResponse, SupplyStatus.Unfilled) with
            {
                Info = bare.Info with
                {
                    Reason = ReasonForMessage.RequestResponse,
                    ReasonUnfilled = facts.Unfilled is { } unfilled ? new Code(Domain.Names.Of(unfilled)) : null
                },
            },
            SupplyingAction.Loaned => Says(bare, ReasonForMessage.StatusChange, SupplyStatus.Loaned) with { Delivery = DeliveryOf(facts, now) },
            SupplyingAction.CopyCompleted => Says(bare, ReasonForMessage.StatusChange, SupplyStatus.CopyCompleted) with
            {
                // 1.2 has no element for an address: people read it in the note, and ReShare and CrossLink read it as the item's number.
                Info = bare.Info with { Reason = ReasonForMessage.StatusChange, Note = scan is null ? facts.Note : $"{facts.Note} URL: {scan}".Trim() },
                Delivery = scan is null
                    ? DeliveryOf(facts, now)
                    : DeliveryOf(facts, now) with { Url = scan.ToString(), ItemIds = [scan.ToString()], Method = new Code("URL") },
            },
            SupplyingAction.Overdue => Says(bare, ReasonForMessage.StatusChange, SupplyStatus.Overdue),
            SupplyingAction.Recalled => Says(bare, ReasonForMessage.StatusChange, SupplyStatus.Recalled),
            SupplyingAction.RenewalApproved => Answers(bare, ReasonForMessage.RenewResponse, YesNo.Y, SupplyStatus.Loaned),
            SupplyingAction.RenewalDeclined => Answers(bare, ReasonForMessage.RenewResponse, YesNo.N, StandingOf(facts.Status, request.Service)),
            SupplyingAction.CancelApproved => Answers(bare, ReasonForMessage.CancelResponse, YesNo.Y, SupplyStatus.Cancelled),
            SupplyingAction.CancelDeclined => Answers(bare, ReasonForMessage.CancelResponse, YesNo.N, StandingOf(facts.Status, request.Service)),
            SupplyingAction.LoanCompleted => Says(bare, ReasonForMessage.StatusChange, SupplyStatus.LoanCompleted),
            SupplyingAction.Lost => Says(bare, ReasonForMessage.StatusChange, SupplyStatus.CompletedWithoutReturn),
            SupplyingAction.Note => Says(bare, ReasonForMessage.Notification, StandingOf(facts.Status, request.Service)),
            SupplyingAction.Status => Says(bare, ReasonForMessage.StatusRequestResponse, StandingOf(facts.Status, request.Service)),
        };
    }

    private static SupplierMessage Says(SupplierMessage bare, ReasonForMessage reason, SupplyStatus status) =>
        bare with { Info = bare.Info with { Reason = reason }, Status = bare.Status with { Status = status } };

    private static SupplierMessage Answers(SupplierMessage bare, ReasonForMessage reason, YesNo answer, SupplyStatus status) =>
        bare with { Info = bare.Info with { Reason = reason, Answer = answer }, Status = bare.Status with { Status = status } };

    /// <summary>The last day of an offer is the last day to ask again.</summary>
    private static RetryInfo? TermsOf(BorrowerFacts facts) => facts is { Cost: null, RetryAfter: null, AnswerBy: null }
        ? null
        : new RetryInfo
        {
            OfferedCosts = facts.Cost is { } cost ? [OutgoingRequestMessages.CostsOf(cost)] : [],
            After = facts.RetryAfter is { } after ? IsoDates.WholeDay(after) : null,
            Before = facts.AnswerBy is { } before ? IsoDates.WholeDay(before) : null,
        };

    private static DeliveryInfo DeliveryOf(BorrowerFacts facts, DateTimeOffset now) => new()
    {
        Sent = now,
        ItemIds = facts.Barcode is { } barcode ? [barcode] : [],
        LoanConditions = CodesOf(facts),
        Costs = facts.Cost is { } cost ? [OutgoingRequestMessages.CostsOf(cost)] : [],
    };

    /// <summary>1.2 has room for one: library use is the most restrictive.</summary>
    private static IReadOnlyList<Code> CodesOf(BorrowerFacts facts) =>
        [.. (facts.Conditions ?? []).OrderBy(condition => condition).Select(condition => new Code(Domain.Names.Of(condition)))];

    private static SupplyStatus StandingOf(LendingStatus status, ServiceType service) => status switch
    {
        LendingStatus.ToAnswer or LendingStatus.Conditional => SupplyStatus.ExpectToSupply,
        LendingStatus.ToPull or LendingStatus.ToShip or LendingStatus.ToScan or LendingStatus.CancelAsked => SupplyStatus.WillSupply,
        LendingStatus.Shipped or LendingStatus.OnLoan or LendingStatus.RenewalAsked or LendingStatus.Returning => SupplyStatus.Loaned,
        LendingStatus.Overdue => SupplyStatus.Overdue,
        LendingStatus.Recalled => SupplyStatus.Recalled,
        LendingStatus.Supplied => SupplyStatus.CopyCompleted,
        LendingStatus.Completed => service switch
        {
            ServiceType.Loan => SupplyStatus.LoanCompleted,
            ServiceType.Copy => SupplyStatus.CopyCompleted,
        },
        LendingStatus.Unfilled => SupplyStatus.Unfilled,
        LendingStatus.RetryPossible => SupplyStatus.RetryPossible,
        LendingStatus.Cancelled => SupplyStatus.Cancelled,
        LendingStatus.Lost => SupplyStatus.CompletedWithoutReturn,
    };
}
