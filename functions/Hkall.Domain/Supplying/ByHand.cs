using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>
/// Libraries that only a person can ask: by telephone, by letter, on their own pages. Until staff have asked, nobody is told that the
/// library was asked, and its time to answer does not run.
/// </summary>
internal static class ByHand
{
    /// <summary>The library is next: staff ask it.</summary>
    public static DecisionBuilder Begin(DecisionBuilder decision, string symbol, string? undelivered = null) => decision
        .Record(new SupplierToAskByHand(symbol) { Undelivered = undelivered })
        .SetDeadline(DeadlineKind.AskingByHand, decision.Policy.AskingByHand);

    public static Decision<PatronRequest, RequestEvent> Asked(DecisionBuilder decision, RecordAsked order) => Waiting(decision.Request) is { } library
        ? Asking.Ask(decision, library, order.How).Decided()
        : decision.Request.Status.IsOpen()
            ? DecisionBuilder.Refuse(Refusal.NobodyToAskByHand, "No library waits to be asked by hand.")
            : DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed.");

    public static Decision<PatronRequest, RequestEvent> Told(DecisionBuilder decision, RecordTold order)
    {
        var told = (decision.Request.ToTell ?? []).Where(word => order.Number is null || word.Number == order.Number).ToList();
        if (told.Count == 0)
        {
            return DecisionBuilder.Refuse(Refusal.NothingToTell, "There is nothing to tell a library by hand.");
        }

        foreach (var word in told)
        {
            decision.Record(new SupplierTold(word.Symbol, word.Number, word.Word, order.By, order.Note));
        }

        return decision.Decided();
    }

    /// <summary>Staff did not ask in all that time, or pass the library over before it was asked: it waits for nothing from us.</summary>
    public static Decided<PatronRequest, RequestEvent> PassOver(DecisionBuilder decision, StatedReason why) =>
        Asking.AskNext(decision.Record(new SupplierPassedOver(decision.Request.ToAskByHand!, why))).Decided();

    /// <summary>
    /// Our message was given up. A request that a library's system did not take goes to the next library now; one that was a letter is asked by
    /// hand. Any other word is told by hand, if the library still has to know it.
    /// </summary>
    public static Decision<PatronRequest, RequestEvent> Undelivered(DecisionBuilder decision, MessageUndelivered news)
    {
        // Words between people are worth telling whatever became of the request.
        if (news.What == RequestingAction.Note)
        {
            return decision.MarkReceived(news).Record(new SupplierToTell(news.Symbol, news.What, news.ForLibrary)).Decided();
        }

        if (!decision.Request.Status.IsOpen())
        {
            return decision.Discard(news, "The request is closed.");
        }

        var isAsked = decision.Request is { Status: RequestStatus.Sourcing, Supplier: { Standing: RotaStatus.Asked } asked } && asked.Symbol == news.Symbol;
        if (news is { BySystem: true, What: RequestingAction.Request or RequestingAction.Retry } && isAsked)
        {
            return Asking.AskAnother(decision.MarkReceived(news), ReasonCode.Undeliverable, farewell: null);
        }

        // A library that never took the request has nothing to cancel.
        if (news is { BySystem: true, What: RequestingAction.Request or RequestingAction.Retry }
            && decision.Request is { Status: RequestStatus.Cancelling, Supplier: { Standing: RotaStatus.Asked } cancelled } && cancelled.Symbol == news.Symbol)
        {
            return CancelAnswers.Confirmed(decision, news);
        }

        if (news is { BySystem: true, What: RequestingAction.Cancel }
            && decision.Request.Rota.Any(entry => entry.Symbol == news.Symbol && !entry.IsActive))
        {
            return decision.Discard(news, $"{news.Symbol} is not waited for any more.");
        }

        if (news is { BySystem: true, What: RequestingAction.Reminder or RequestingAction.AskStatus or RequestingAction.Received })
        {
            return decision.Discard(news, "Nothing depends on this message.");
        }

        if (news.What is RequestingAction.Request or RequestingAction.Retry or RequestingAction.Reminder)
        {
            return isAsked
                ? Begin(decision.MarkReceived(news), news.Symbol, news.Why).Decided()
                : decision.Discard(news, $"{news.Symbol} is not waited for any more.");
        }

        return decision.MarkReceived(news).Record(new SupplierToTell(news.Symbol, news.What, news.ForLibrary)).Decided();
    }

    /// <summary>The library that is to be asked by hand; null if there is none.</summary>
    private static RotaEntry? Waiting(PatronRequest request) => request.Rota.FirstOrDefault(entry => entry.Symbol == request.ToAskByHand);
}
