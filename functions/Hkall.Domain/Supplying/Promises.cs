using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>"We will supply" and "we cannot".</summary>
internal static class Promises
{
    public static Decision<PatronRequest, RequestEvent> Promise(DecisionBuilder decision, SupplierNews news, RotaEntry sender)
    {
        if (news is CopyReady { Address: not null } && decision.Request.Service == ServiceType.Copy
            && !(sender.IsActive && decision.Request.Status == RequestStatus.Sourcing))
        {
            return Fetching.Located(decision, (CopyReady)news);
        }

        if (!sender.IsActive)
        {
            // A scan that is ready may still come, and we would accept it. Whoever speaks to a library by hand has said so.
            return news is CopyReady || sender.ByHand ? decision.Discard(news, $"{news.Symbol} is no longer asked.") : NoLongerAsked(decision, news);
        }

        if (news is CopyReady && decision.Request.Service == ServiceType.Loan)
        {
            return decision.Discard(news, "The item was asked for, not a scan.");
        }

        return decision.Request.Status.Stage() switch
        {
            RequestStage.Sourcing when decision.Request.Status == RequestStatus.Sourcing => Promised(decision, news, sender),
            RequestStage.Sourcing when decision.Request.Status == RequestStatus.Expected =>
                StatedCharges.KeepOnly(decision, news, (news as CopyReady)?.Cost, $"{news.Symbol} has already promised it."),
            RequestStage.Preparing => decision.Discard(news, "No library has been asked yet."),
            RequestStage.Sourcing => decision.Discard(news, "The patron has yet to accept the charge."),
            RequestStage.Withdrawing => decision.Discard(news, "The patron has cancelled; the answer to that is awaited."),
            RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
                decision.Discard(news, $"{news.Symbol} has already supplied it."),
            RequestStage.Closed =>
                decision.Discard(news, "The request is closed."),
        };
    }

    /// <summary>
    /// The library says yes after we told it that we no longer wait. We tell it again, before it takes the item off the shelf in
    /// vain.
    /// </summary>
    private static Ignored<PatronRequest, RequestEvent> NoLongerAsked(DecisionBuilder decision, SupplierNews news) =>
        decision.Message(news.Symbol, RequestingAction.Cancel).Discard(news, $"{news.Symbol} is no longer asked, and has been told so again.");

    private static Decided<PatronRequest, RequestEvent> Promised(DecisionBuilder decision, SupplierNews news, RotaEntry sender)
    {
        Expect(decision.MarkReceived(news), sender);
        if (news is Conditional)
        {
            decision.Message(sender.Symbol, RequestingAction.AcceptCondition);
        }

        // The copy is made: like a parcel, it comes at whatever charge, and staff decide on what is more than was accepted.
        StatedCharges.Keep(decision, sender.Symbol, (news as CopyReady)?.Cost);
        if (news is CopyReady { Address: { } address })
        {
            Fetching.Begin(decision, sender.Symbol, address);
        }

        return decision.Decided();
    }

    /// <summary>The library will supply: we tell the patron when to expect the item, and wait for it.</summary>
    internal static DecisionBuilder Expect(DecisionBuilder decision, RotaEntry supplier)
    {
        var estimate = Asking.EstimateFrom(decision, supplier);
        return WaitForIt(decision
            .Record(new SupplierPromised(supplier.Symbol, estimate))
            .Notify(Notice.ItemExpected, new NoticeFacts { Library = supplier.Name, Estimate = estimate }), supplier);
    }

    internal static DecisionBuilder WaitForIt(DecisionBuilder decision, RotaEntry supplier) => decision.Request.Service switch
    {
        ServiceType.Loan => decision.SetDeadline(DeadlineKind.Shipment, decision.Policy.Shipment.For(supplier.Tier), supplier),
        ServiceType.Copy => decision.SetDeadline(DeadlineKind.Scan, decision.Policy.Scan.For(supplier.Tier), supplier),
    };

    /// <summary>A promised item may be missing from the shelf, so we accept a "no" after a "yes" too.</summary>
    public static Decision<PatronRequest, RequestEvent> Decline(DecisionBuilder decision, SupplierNews news, StatedReason why) =>
        decision.Request.Status.Stage() switch
        {
            // A library that named conditions still waits for our answer, which is no; one that said no itself waits for none.
            RequestStage.Sourcing =>
                Asking.AskAnother(decision.MarkReceived(news), why, farewell: news is Conditional ? RequestingAction.Cancel : null),
            RequestStage.Withdrawing => CancelAnswers.Confirmed(decision, news),
            RequestStage.Preparing => decision.Discard(news, "No library has been asked yet."),
            RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
                decision.Discard(news, $"{news.Symbol} has already supplied it."),
            RequestStage.Closed =>
                decision.Discard(news, "The request is closed."),
        };
}
