using System.Globalization;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Reports;

/// <summary>
/// One opening of a free copy from the page of options, where no request may ever follow: the service that it stands in for, and the day. It has
/// no patron, group, item or address, so nothing leads back to a person. Stored: add members, never rename them.
/// </summary>
public sealed record OpenedFreeCopy(ServiceType Service, DateOnly OpenedOn);

/// <summary>The openings of free copies, a row each beside the rows of closed requests, in the partition of their month.</summary>
public sealed class OpenedFreeCopies(IRows rows, IRandom random, RuleBooks books, TimeProvider clock)
{
    /// <summary>The most rows read for one month, so that every report ends.</summary>
    public const int MostInAMonth = 20_000;

    private const int IdBytes = 10;

    public async Task CountAsync(ServiceType service, CancellationToken cancellation)
    {
        var opened = new OpenedFreeCopy(service, books.Current.Calendar.DateOf(clock.GetUtcNow()));
        var (partition, id) = (PartitionOf(opened.OpenedOn), RequestIds.Base32(random.Bytes(IdBytes)));
        await rows.CommitAsync(
            RowTable.Statistics, partition, [new RowWrite.Put(new Row(partition, KeyFrom(opened.OpenedOn) + id, StoredJson.Write(opened), id))],
            cancellation);
    }

    /// <summary>The openings on these days, both included.</summary>
    public async Task<IReadOnlyList<OpenedFreeCopy>> OpenedAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var found = new List<OpenedFreeCopy>();
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            var some = await rows.RangeAsync(
                RowTable.Statistics, PartitionOf(month), KeyFrom(from > month ? from : month), KeyFrom(to.AddDays(1)), MostInAMonth, openOnly: false,
                cancellation);
            found.AddRange(some.Select(row => StoredJson.Read<OpenedFreeCopy>(row.Body)));
        }

        return found;
    }

    private static string KeyFrom(DateOnly day) => $"f:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}:";

    private static string PartitionOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
