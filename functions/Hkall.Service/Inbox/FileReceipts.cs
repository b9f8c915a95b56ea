using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Inbox;

/// <summary>What a library sent as a file under one message id.</summary>
public sealed record FileReceipt(string RequestId, string Sha256);

/// <summary>
/// The message ids that libraries used for files, so that one id is one file for one request: the signature of the standard covers neither the
/// request nor a later exchange of the content.
/// </summary>
public sealed class FileReceipts(IRows rows, IRandom random, TimeProvider clock)
{
    private const string Partition = "file-receipts";

    /// <summary>
    /// Receipts of this and the last calendar month are compared. A library repeats a message within days, and a recorded one can be replayed
    /// for minutes.
    /// </summary>
    private const int MonthsCompared = 2;

    /// <returns>False if the library used the id for another file or another request.</returns>
    public async Task<bool> ClaimAsync(string symbol, string messageId, FileReceipt receipt, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{symbol}/{messageId}")));
        for (var month = 1; month < MonthsCompared; month++)
        {
            if (await FindAsync(now.AddMonths(-month), id, cancellation) is { } earlier)
            {
                return earlier == receipt;
            }
        }

        var row = new Row(Partition, KeyOf(now, id), StoredJson.Write(receipt), RequestIds.Base32(random.Bytes(10)));
        return (await rows.CommitAsync(RowTable.Parked, Partition, [new RowWrite.Insert(row)], cancellation)).Committed
            || await FindAsync(now, id, cancellation) == receipt;
    }

    /// <summary>Deletes receipts that are no longer compared, up to one page of them.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        var until = MonthOf(clock.GetUtcNow().AddMonths(1 - MonthsCompared));
        var old = await rows.RangeAsync(RowTable.Parked, Partition, "0", until, RowLimits.RowsPerPage, openOnly: false, cancellation);
        foreach (var some in old.Chunk(RowLimits.WritesPerTransaction))
        {
            await rows.CommitAsync(RowTable.Parked, Partition, [.. some.Select(row => new RowWrite.Delete(row.Key))], cancellation);
        }
    }

    private async Task<FileReceipt?> FindAsync(DateTimeOffset month, string id, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Parked, Partition, KeyOf(month, id), cancellation) is { } row ? StoredJson.Read<FileReceipt>(row.Body) : null;

    private static string KeyOf(DateTimeOffset month, string id) => $"{MonthOf(month)}:{id}";

    private static string MonthOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);
}
