namespace Hkall.Domain.Messaging;

/// <summary>What staff write to a library about a request, and what they have read.</summary>
internal static class LibraryMessages
{
    public static Decision<PatronRequest, RequestEvent> Write(DecisionBuilder decision, WriteToLibrary order)
    {
        var asked = decision.Request.Rota.Where(entry => entry.WasAsked).ToList();
        var to = order.Symbol is { } named
            ? asked.FirstOrDefault(entry => entry.Symbol == named)
            : decision.Request.Supplier ?? (asked is [var only] ? only : null);
        return to is not null
            ? decision.Record(new LibraryWrittenTo(to.Symbol, order.Words)).Message(to.Symbol, RequestingAction.Note, order.Words).Decided()
            : order.Symbol is { } unknown ? DecisionBuilder.Refuse(Refusal.LibraryNotAsked, $"{unknown} was never asked for this.")
            : asked.Count == 0 ? DecisionBuilder.Refuse(Refusal.NoSupplierAsked, "No library has been asked.")
            : DecisionBuilder.Refuse(Refusal.WhichLibrary, "Several libraries were asked: name the one to write to.");
    }

    public static Decision<PatronRequest, RequestEvent> MarkAsRead(DecisionBuilder decision) =>
        decision.Request is { UnreadFromLibraries: null, UnreadFromPatron: null }
            ? decision.Ignored("Nothing is unread.")
            : decision.Record(new MessagesRead()).Decided();
}
