using Hkall.Domain.Fees;
using Hkall.Domain.Model;

namespace Hkall.Domain.Delivering;

/// <summary>"Staff can request the Library to deliver the requested library materials to their Department's General Office" (page).</summary>
public static class OfficeDelivery
{
    /// <summary>Staff groups may; students pick up their items themselves.</summary>
    public static bool MayHave(PatronGroup group) => group switch
    {
        PatronGroup.Academic or PatronGroup.Research or PatronGroup.NonAcademic => true,
        PatronGroup.Postgraduate or PatronGroup.Undergraduate => false,
    };

    /// <summary>
    /// The office where the patron gets the item; null for the counter. There waits what may only be used here, and what has come back from the office.
    /// </summary>
    public static string? OfficeOf(PatronRequest request) =>
        request is { Loan.LibraryUseOnly: true } or { Status: RequestStatus.ReadyForPickup or RequestStatus.LibraryUse } ? null : request.Office;

    internal static Decision<PatronRequest, RequestEvent> Choose(DecisionBuilder decision, ChooseOffice order)
    {
        if (!MayHave(decision.Request.Group))
        {
            return DecisionBuilder.Refuse(Refusal.NotOfficeEligible, "Delivery to an office is for members of staff.");
        }

        if (decision.Request.Service == ServiceType.Copy)
        {
            return DecisionBuilder.Refuse(Refusal.TooLate, "A copy is downloaded, not delivered.");
        }

        if (decision.Request is { Loan.LibraryUseOnly: true } && decision.Request.Status.Stage() == RequestStage.InTransit)
        {
            return DecisionBuilder.Refuse(Refusal.LibraryUseOnly, "The lending library does not let this item out; it can be consulted at the counter.");
        }

        return decision.Request.Status.Stage() switch
        {
            RequestStage.Preparing or RequestStage.Sourcing or RequestStage.InTransit => decision.Request.Office == order.Office
                    ? decision.Ignored("It is to be brought there already.")
                    : decision.Record(new OfficeChosen(order.Office)).Decided(),
            RequestStage.AtLibrary when decision.Request.Status == RequestStatus.ReadyForPickup =>
                Send(decision.Record(new OfficeChosen(order.Office))).Decided(),
            RequestStage.AtLibrary when decision.Request.Status == RequestStatus.LibraryUse =>
                DecisionBuilder.Refuse(Refusal.LibraryUseOnly, "The lending library does not let this item out; it can be consulted at the counter."),
            RequestStage.AtLibrary => DecisionBuilder.Refuse(Refusal.TooLate, "The item is already on its way to the office."),
            RequestStage.Withdrawing or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable or RequestStage.Closed =>
                DecisionBuilder.Refuse(Refusal.TooLate, "There is nothing to be delivered any more."),
        };
    }

    /// <summary>Sends the item to the office. It is checked out when the office hands it over.</summary>
    /// <param name="fees">What the patron owes for the item from now on, if it has just arrived.</param>
    internal static DecisionBuilder Send(DecisionBuilder decision, NoticeFees? fees = null) => decision
        .Record(new SentToOffice(decision.Request.Office!))
        .Notify(Notice.OutForDelivery, new NoticeFacts
        {
            Library = decision.Request.Supplier?.Name,
            Office = decision.Request.Office,
            Fees = fees,
            ShortLoanUntil = Receiving.ShortLoanUntil(decision),
        })
        .SetDeadline(DeadlineKind.OfficeDelivery, decision.Policy.OfficeDelivery);
}
