using System.Globalization;
using Hkall.Domain;
using Hkall.Service.Engine;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>
/// The ids by which a library knows our requests. Asking again after "retry possible" is a new request in the standard, but the
/// same request to us: the second id is ours with the suffix <c>-2</c>.
/// </summary>
internal static class RequestNumbers
{
    private const char Mark = '-';

    public static string Of(string requestId, int retries) =>
        retries == 0 ? requestId : string.Create(CultureInfo.InvariantCulture, $"{requestId}{Mark}{retries + 1}");

    public static string Of(PatronRequest request, string symbol) =>
        Of(request.Id, request.Rota.FirstOrDefault(entry => entry.Symbol == symbol)?.Retries ?? 0);

    /// <returns>Our id of the request; null if the text cannot be one.</returns>
    public static string? RequestIdIn(string theirs)
    {
        var mark = theirs.IndexOf(Mark, StringComparison.Ordinal);
        var id = mark < 0 ? theirs : theirs[..mark];
        return RequestIds.IsWellFormed(id) && (mark < 0 || int.TryParse(theirs.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? id : null;
    }
}
