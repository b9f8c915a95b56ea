using Hkall.Domain;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Web;

namespace Hkall.Service.MyRequests;

/// <summary>The body of <c>messages</c>: what the patron writes to staff about the request.</summary>
public sealed record OwnMessageForm
{
    public required string Message { get; init; }

    /// <exception cref="BadInputException">There are no words, or too many.</exception>
    public WriteToStaff Check()
    {
        var fields = new Fields();
        var words = fields.Text("message", Message, Limits.Note, lines: true);
        if (words is null)
        {
            fields.Fault("message", "missing-member", "Your message.");
        }

        fields.ThrowIfAny();
        return new WriteToStaff(words!);
    }
}

/// <summary>A message between the patron and staff, as the patron reads it. What libraries write is between them and staff.</summary>
/// <param name="From"><c>patron</c> or <c>staff</c>.</param>
/// <param name="Text">Null for a letter of the Library's to which staff added no words.</param>
/// <param name="Letter">Which letter it was, if staff wrote it.</param>
/// <param name="AnswerBy">The last day on which staff wait for an answer; null if they do not.</param>
public sealed record OwnMessage(DateTimeOffset At, Correspondent From, string? Text, PatronMessage? Letter, DateOnly? AnswerBy)
{
    /// <summary>The thread of the patron and staff, oldest first.</summary>
    public static IReadOnlyList<OwnMessage> Of(IEnumerable<JournalEntry<RequestEvent>> journal) =>
    [
        .. Conversation.Of(journal.SelectMany(entry => entry.Events.Select(happened => (happened, entry.At))))
            .Where(message => message.From != Correspondent.Library && message.To != Correspondent.Library)
            .Select(message => new OwnMessage(message.At, message.From, message.Words, message.Letter, message.AnswerBy)),
    ];
}
