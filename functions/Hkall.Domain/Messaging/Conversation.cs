using Hkall.Domain.Model;

namespace Hkall.Domain.Messaging;

/// <summary>The thread of a request: what people wrote to each other about it, gathered from its history, oldest first.</summary>
public static class Conversation
{
    public static IReadOnlyList<ThreadMessage> Of(IEnumerable<(RequestEvent Event, DateTimeOffset At)> history)
    {
        var thread = new List<ThreadMessage>();
        foreach (var (happened, at) in history)
        {
            switch (happened)
            {
                case MessageHeard { AwaitsReading: var unread } heard:
                    Hear(heard.Symbol, heard.Note, heard.Word, unread);
                    break;
                case MessageSetAside { AwaitsReading: var unread } aside:
                    Hear(aside.Symbol, aside.Note, aside.Word, unread);
                    break;
                case PatronWrote(var words):
                    thread.Add(new ThreadMessage(at, Correspondent.Patron, Correspondent.Staff, words) { Unread = true });
                    break;
                case PatronWrittenTo to:
                    Read(thread, message => message.From == Correspondent.Patron);
                    thread.Add(new ThreadMessage(at, Correspondent.Staff, Correspondent.Patron, to.Words) { Letter = to.Message, AnswerBy = to.AnswerBy });
                    break;
                case LibraryWrittenTo(var symbol, var words):
                    Read(thread, message => message.From == Correspondent.Library);
                    thread.Add(new ThreadMessage(at, Correspondent.Staff, Correspondent.Library, words) { Symbol = symbol });
                    break;
                case MessagesRead:
                    Read(thread, _ => true);
                    break;
                default:
                    break;
            }

            // What staff wrote down of a telephone call stands in the journal: no library wrote it.
            void Hear(string symbol, string? note, LibrarysWord? word, bool unread)
            {
                if (WordsOf(note, word) is { } words)
                {
                    thread.Add(new ThreadMessage(at, Correspondent.Library, Correspondent.Staff, words) { Symbol = symbol, Unread = unread ? true : null });
                }
            }
        }

        return thread;
    }

    /// <summary>Marks messages of the thread as read.</summary>
    internal static void Read(List<ThreadMessage> thread, Func<ThreadMessage, bool> which)
    {
        for (var i = 0; i < thread.Count; i++)
        {
            thread[i] = thread[i].Unread is not null && which(thread[i]) ? thread[i] with { Unread = null } : thread[i];
        }
    }

    private static string? WordsOf(string? note, LibrarysWord? word) => word switch
    {
        null => note,
        { By: SaidBy.Link, Note: { Length: > 0 } written } => written,
        _ => null,
    };
}
