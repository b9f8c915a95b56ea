using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Counter;

/// <summary>
/// Stops a scanner that fires twice from checking an item in and sending it back at once. Each scan first claims its barcode for
/// a few seconds of real time; a scan that finds it claimed does nothing. The number of rows is fixed by the number of slots.
/// </summary>
public sealed class JustScanned(IRows rows, MachineTime machine)
{
    /// <summary>Longer than a scanner's double read, shorter than staff need to pick the item up again.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(4);

    /// <summary>If two barcodes share a slot, they only lose the protection.</summary>
    private const int Slots = 4_096;

    private const string Partition = "scans";

    /// <returns>False if the same barcode was scanned a moment ago.</returns>
    public async Task<bool> ClaimAsync(string barcode, string commit, CancellationToken cancellation)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(barcode));
        var name = Convert.ToHexStringLower(hash)[..32];
        var key = string.Create(CultureInfo.InvariantCulture, $"s:{BitConverter.ToUInt32(hash) % Slots:D4}");
        var now = machine.Clock.GetUtcNow();
        var before = await rows.FindAsync(RowTable.Pointers, Partition, key, cancellation);
        if (before is not null && IsFresh(before.Body, name, now))
        {
            return false;
        }

        var row = new Row(Partition, key, $"{name} {now.UtcTicks.ToString(CultureInfo.InvariantCulture)}", commit) { ETag = before?.ETag };
        var claimed =
            await rows.CommitAsync(RowTable.Pointers, Partition, [before is null ? new RowWrite.Insert(row) : new RowWrite.Replace(row)], cancellation);
        return claimed.Committed || await IsOursAfterAllAsync(key, name, commit, now, cancellation);
    }

    /// <summary>
    /// Another scan took the slot first: with the same barcode it is the same scan, with another it only took the slot. Or we lost the
    /// reply to our own write.
    /// </summary>
    private async Task<bool> IsOursAfterAllAsync(string key, string name, string commit, DateTimeOffset now, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Pointers, Partition, key, cancellation) is not { } row || row.Commit == commit || !IsFresh(row.Body, name, now);

    private static bool IsFresh(string body, string name, DateTimeOffset now) =>
        body.Split(' ') is [var its, var ticks] && its == name && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && (now - new DateTimeOffset(at, TimeSpan.Zero)).Duration() < Window;
}
