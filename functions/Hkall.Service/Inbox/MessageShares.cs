using Hkall.Domain;

namespace Hkall.Service.Inbox;

/// <summary>Limits the messages of one library about one request, whose history all its readers and writers share.</summary>
internal static class MessageShares
{
    /// <param name="heard">The marks of the messages that the request has received.</param>
    /// <param name="most">How many the library may write.</param>
    /// <returns>Whether the message is one too many. A repetition adds nothing and never is.</returns>
    public static bool IsUsedUp(IReadOnlyList<string> heard, string symbol, string messageId, int most) =>
        heard.Count(mark => mark.StartsWith(RequestFold.MarkOf(symbol, string.Empty), StringComparison.Ordinal)) >= most
        && !heard.Contains(RequestFold.MarkOf(symbol, messageId));
}
