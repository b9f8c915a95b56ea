using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>What a borrower can answer by the link in our letter. The names are those of its own messages in the JSON dialect.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BorrowerAnswer>))]
public enum BorrowerAnswer
{
    [JsonStringEnumMemberName("conditions-accepted")] ConditionsAccepted,
    [JsonStringEnumMemberName("conditions-declined")] ConditionsDeclined,
    [JsonStringEnumMemberName("received")] Received,
    [JsonStringEnumMemberName("renew")] Renew,
    [JsonStringEnumMemberName("shipped-return")] ShippedReturn,
    [JsonStringEnumMemberName("cancel")] Cancel,
    [JsonStringEnumMemberName("lost")] Lost,

    /// <summary>Something else, in words for our staff.</summary>
    [JsonStringEnumMemberName("notification")] Notification,
}

/// <summary>A borrower's answer to our letter, by its link.</summary>
public sealed record BorrowerAnswerForm
{
    public required BorrowerAnswer Answer { get; init; }

    /// <summary>The borrower's own words; with <c>notification</c> they are required.</summary>
    public string? Note { get; init; }

    /// <exception cref="BadInputException">A member is invalid or missing.</exception>
    internal BorrowerNews ToNews(AnswerLink link)
    {
        var fields = new Fields();
        var note = fields.Text("note", Note, Limits.Reason, lines: true);
        if (Answer == BorrowerAnswer.Notification && note is null)
        {
            fields.Fault("note", "missing-member", "What you want to tell us.");
        }

        fields.ThrowIfAny();
        var (symbol, id) = (link.Symbol, MessageIdOf(link, Answer));
        return Answer switch
        {
            BorrowerAnswer.ConditionsAccepted => new ConditionsAnswered(symbol, id, Accept: true, note),
            BorrowerAnswer.ConditionsDeclined => new ConditionsAnswered(symbol, id, Accept: false, note),
            BorrowerAnswer.Received => new BorrowerReceived(symbol, id, note),
            BorrowerAnswer.Renew => new BorrowerRenews(symbol, id, note),
            BorrowerAnswer.ShippedReturn => new BorrowerReturned(symbol, id, note),
            BorrowerAnswer.Cancel => new BorrowerCancels(symbol, id, note),
            BorrowerAnswer.Lost => new BorrowerLost(symbol, id, note),
            BorrowerAnswer.Notification => new BorrowerSaid(symbol, id, note),
        };
    }

    /// <summary>One answer of each kind for each letter.</summary>
    internal static string MessageIdOf(AnswerLink link, BorrowerAnswer answer) => FormattableString.Invariant($"answer-{link.Letter}-{Names.Of(answer)}");
}
