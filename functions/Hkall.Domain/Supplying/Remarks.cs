using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>Messages that staff read and that change nothing, or only how long we wait.</summary>
internal static class Remarks
{
    public static Decision<PatronRequest, RequestEvent> Remark(DecisionBuilder decision, SupplierNews news) => decision.Request.Status.Stage() switch
    {
        RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron
            or RequestStage.Returning or RequestStage.Downloadable => decision.MarkReceived(news).Decided(),
        RequestStage.Preparing => decision.Discard(news, "No library has been asked yet."),
        RequestStage.Closed => decision.Discard(news, "The request is closed."),
    };

    /// <summary>A library that expects to supply gets one more reply time. A repetition is no news: otherwise we could wait for a library for ever.</summary>
    public static Decision<PatronRequest, RequestEvent> Expect(
        DecisionBuilder decision, SupplyExpected news, RotaEntry sender) => decision.Request.Status.Stage() switch
        {
            RequestStage.Sourcing when decision.Request.Status == RequestStatus.Sourcing =>
                decision.Request.Conditions is not null ? decision.Discard(news, "Staff have yet to decide on its conditions.") : sender.Expects
                ? decision.Discard(news, $"{news.Symbol} has already said so.")
                : decision.MarkReceived(news)
                    .Record(new SupplierExpects(news.Symbol)).SetDeadline(DeadlineKind.SupplierReply, decision.Policy.Reply.For(sender.Tier)).Decided(),
            RequestStage.Sourcing when decision.Request.Status == RequestStatus.Expected => decision.Discard(news, $"{news.Symbol} has already promised it."),
            RequestStage.Sourcing => decision.Discard(news, "The patron has yet to accept the charge."),
            RequestStage.Withdrawing => decision.Discard(news, "The patron has cancelled; the answer to that is awaited."),
            RequestStage.Preparing => decision.Discard(news, "No library has been asked yet."),
            RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
                decision.Discard(news, $"{news.Symbol} has already supplied it."),
            RequestStage.Closed => decision.Discard(news, "The request is closed."),
        };
}
