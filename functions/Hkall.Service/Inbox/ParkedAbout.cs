using System.Text.RegularExpressions;
using Hkall.Service.Engine;

namespace Hkall.Service.Inbox;

/// <summary>Which library and which request a parked message seems to be about, for whoever looks at it. Its text may be anything.</summary>
/// <param name="Symbol">The library; null if nobody can tell.</param>
/// <param name="RequestId">The first text in it that has the form of a request's id; such a request need not exist.</param>
public sealed partial record ParkedAbout(string? Symbol, string? RequestId)
{
    public static ParkedAbout Of(ParkedMessage message) => new(
        message.Symbol ?? message.Sender,
        IdLike().Matches(message.Body).Select(match => match.Value).FirstOrDefault(id => RequestIds.IsWellFormed(id) || LendingIds.IsWellFormed(id)));

    [GeneratedRegex(@"\b[0-9A-Z]{26}\b", RegexOptions.CultureInvariant)]
    private static partial Regex IdLike();
}
