using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Reports;

/// <summary>
/// The statistics rows of closed requests, in one partition for each month of placing. The row's key is the day of placing and
/// a hash of the request's id: a request that closes again (a late parcel reopens a cancelled request) overwrites its row.
/// </summary>
public sealed class ClosedRequests(IRows rows, RuleBooks books) : IClosedRequestStatistics<PatronRequest>
{
    /// <summary>The most rows read for one month, so that every report ends: the busiest library has a tenth of this.</summary>
    public const int MostInAMonth = 20_000;

    /// <summary>Writes the row if this commit closes the request, or changes how it closed or what was paid for it. Called before the commit.</summary>
    public async Task CountAsync(PatronRequest? before, PatronRequest after, string commit, CancellationToken cancellation)
    {
        if (after.Status.IsOpen() || (before?.Status == after.Status && CountedCharge.Of(before) == CountedCharge.Of(after)))
        {
            return;
        }

        var closed = CountedRequest.Of(after, books.Current.Calendar);
        var partition = PartitionOf(closed.PlacedOn);
        await rows.CommitAsync(
            RowTable.Statistics, partition, [new RowWrite.Put(new Row(partition, KeyOf(closed.PlacedOn, after.Id), StoredJson.Write(closed), commit))],
            cancellation);
    }

    /// <summary>The closed requests placed on these days (both included), by the key of their row.</summary>
    public async Task<IReadOnlyDictionary<string, CountedRequest>> PlacedAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var found = new Dictionary<string, CountedRequest>(StringComparer.Ordinal);
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            var some = await rows.RangeAsync(
                RowTable.Statistics, PartitionOf(month), KeyFrom(from > month ? from : month), KeyFrom(to.AddDays(1)), MostInAMonth, openOnly: false,
                cancellation);
            foreach (var row in some)
            {
                found[row.Key] = StoredJson.Read<CountedRequest>(row.Body);
            }
        }

        return found;
    }

    /// <summary>The key of a request's row. The id cannot be recovered from it.</summary>
    public string KeyOf(PatronRequest request) => KeyOf(books.Current.Calendar.DateOf(request.PlacedAt), request.Id);

    private static string KeyOf(DateOnly placedOn, string requestId) =>
        KeyFrom(placedOn) + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(requestId)))[..32];

    private static string KeyFrom(DateOnly day) => $"b:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}:";

    private static string PartitionOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
