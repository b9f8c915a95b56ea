using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>The requests to lend whose slips or labels are printed together.</summary>
internal static class Paper
{
    /// <summary>The most slips printed at once: a morning's work.</summary>
    public const int MostAtOnce = 50;

    /// <param name="ids">With commas between.</param>
    /// <returns>The requests in the order of the ids; null if one of them is not known.</returns>
    /// <exception cref="BadInputException">There are no ids, too many, or one that is badly formed.</exception>
    public static async Task<IReadOnlyList<LendingRequest>?> OfAsync(string? ids, OpenLendings lendings, CancellationToken cancellation)
    {
        var wanted = (ids ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (wanted.Count is 0 or > MostAtOnce || !wanted.All(LendingIds.IsWellFormed))
        {
            throw BadInputException.Field("ids", "bad-query", $"From 1 to {MostAtOnce} ids of requests to lend, with commas between.");
        }

        var found = (await lendings.ReadAsync(wanted, cancellation)).ToDictionary(request => request.Id);
        return wanted.All(found.ContainsKey) ? [.. wanted.Select(id => found[id])] : null;
    }
}
