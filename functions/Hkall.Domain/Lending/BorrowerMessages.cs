using Hkall.Domain.Messaging;

namespace Hkall.Domain.Lending;

/// <summary>Staff write to the borrowing library about its request.</summary>
public sealed record WriteToBorrower(string Words) : LendingCommand;

/// <summary>Staff have read what the borrowing library wrote, and need not answer it.</summary>
public sealed record MarkBorrowerAsRead : LendingCommand;

/// <summary>Staff wrote to the borrowing library. That answers what it wrote before.</summary>
public sealed record BorrowerWrittenTo([PersonsWords] string Words) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with { Unread = null };
}

/// <summary>Staff read what the borrowing library wrote, and did not answer it.</summary>
public sealed record BorrowersMessagesRead : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with { Unread = null };
}

/// <summary>The messages between staff and a borrowing library. They change nothing that the request waits for.</summary>
public static class BorrowerMessages
{
    internal static Decision<LendingRequest, LendingEvent> Write(LendingDecisionBuilder decision, WriteToBorrower order) => decision
        .Record(new BorrowerWrittenTo(order.Words))
        .Message(SupplyingAction.Note, facts => facts with { Note = order.Words })
        .Decided();

    internal static Decision<LendingRequest, LendingEvent> MarkAsRead(LendingDecisionBuilder decision) =>
        decision.Request.Unread is null ? decision.Ignored("Nothing is unread.") : decision.Record(new BorrowersMessagesRead()).Decided();

    /// <summary>The thread of a request to lend, oldest first.</summary>
    public static IReadOnlyList<ThreadMessage> ThreadOf(IEnumerable<(LendingEvent Event, DateTimeOffset At)> history)
    {
        var thread = new List<ThreadMessage>();
        foreach (var (happened, at) in history)
        {
            switch (happened)
            {
                case BorrowerHeard { Note: { } words } heard:
                    thread.Add(Heard(at, heard.Symbol, words, heard.AwaitsReading));
                    break;
                case BorrowerSetAside { Note: { } words } aside:
                    thread.Add(Heard(at, aside.Symbol, words, aside.AwaitsReading));
                    break;
                case BorrowerWrittenTo(var words):
                    Conversation.Read(thread, _ => true);
                    thread.Add(new ThreadMessage(at, Correspondent.Staff, Correspondent.Library, words));
                    break;
                case BorrowersMessagesRead:
                    Conversation.Read(thread, _ => true);
                    break;
                default:
                    break;
            }
        }

        return thread;
    }

    private static ThreadMessage Heard(DateTimeOffset at, string symbol, string words, bool unread) =>
        new(at, Correspondent.Library, Correspondent.Staff, words) { Symbol = symbol, Unread = unread ? true : null };
}
