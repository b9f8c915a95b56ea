using System.Globalization;
using System.Text;
using System.Text.Json;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Policies;

/// <summary>The register as it was read; <see cref="ETag"/> is null as long as there is none.</summary>
public sealed record ReadRegister(PolicyRegister Register, string? ETag);

/// <summary>The versions of the policy in one partition: the register, a row for each version, and the documents in parts.</summary>
public sealed class PolicyTable(IRows rows, IRandom random)
{
    /// <summary>Characters of a document: three times the one that comes with the service, its comments included.</summary>
    public const int LongestText = 64 * 1024;

    /// <summary>The most versions, drafts included: a change every working day for two years.</summary>
    public const int MostVersions = 500;

    /// <summary>Characters of a part. Each may be stored as six, and a row holds 32 Ki.</summary>
    private const int PartCharacters = 5_000;

    private const string Partition = "policies";
    private const string RegisterKey = "a";
    private const string VersionsFrom = "v:";
    private const string VersionsTo = "v;";

    public async Task<ReadRegister> RegisterAsync(CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Policies, Partition, RegisterKey, cancellation) is { } row
            ? new ReadRegister(StoredJson.Read<PolicyRegister>(row.Body), row.ETag) : new ReadRegister(PolicyRegister.Empty, null);

    /// <summary>All versions, the newest first. One that cannot be read is left out.</summary>
    public async Task<IReadOnlyList<StoredPolicyVersion>> VersionsAsync(CancellationToken cancellation) =>
    [
        .. (await rows.RangeAsync(RowTable.Policies, Partition, VersionsFrom, VersionsTo, RowLimits.RowsPerPage, openOnly: false, cancellation))
            .Select(row => Readable(row.Body)).OfType<StoredPolicyVersion>().OrderByDescending(version => version.Number),
    ];

    public async Task<StoredPolicyVersion?> FindAsync(int number, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Policies, Partition, VersionKey(number), cancellation) is { } row ? Readable(row.Body) : null;

    /// <summary>The document of a version.</summary>
    /// <exception cref="JsonException">It is not complete.</exception>
    public async Task<string> TextAsync(int number, CancellationToken cancellation)
    {
        var version = await FindAsync(number, cancellation) ?? throw new JsonException($"Version {number} of the policy is not there.");
        var parts = await rows.RangeAsync(
            RowTable.Policies, Partition, PartKey(number, 0), PartKey(number, version.Parts), RowLimits.RowsPerPage, openOnly: false, cancellation);
        return parts.Count == version.Parts ? string.Concat(parts.Select(part => StoredJson.Read<StoredPolicyPart>(part.Body).Text))
            : throw new JsonException($"Version {number} of the policy has {parts.Count} of {version.Parts} parts.");
    }

    /// <summary>Writes a version, its document if it is new, and the register.</summary>
    /// <param name="seen">The register on which the change was decided.</param>
    /// <param name="text">The document; null if it stays.</param>
    /// <param name="before">The version as it was; null if it is new.</param>
    /// <returns>False if another change came first.</returns>
    public async Task<bool> WriteAsync(
        ReadRegister seen, PolicyRegister after, StoredPolicyVersion version, string? text, StoredPolicyVersion? before, CancellationToken cancellation)
    {
        var commit = NewCommit();
        var parts = text is null ? [] : Split(text);
        var written = text is null ? version : version with { Parts = parts.Count };
        List<RowWrite> writes = [RegisterWrite(seen, after, commit), new RowWrite.Put(RowOf(VersionKey(version.Number), written, commit))];
        writes.AddRange(parts.Select((part, at) => new RowWrite.Put(RowOf(PartKey(version.Number, at), new StoredPolicyPart(part), commit))));
        if (text is not null && before is not null)
        {
            var left = Enumerable.Range(parts.Count, Math.Max(0, before.Parts - parts.Count));
            writes.AddRange(left.Select(at => new RowWrite.Delete(PartKey(version.Number, at))));
        }

        return await CommitAsync(writes, commit, cancellation);
    }

    /// <summary>Removes a draft with its document.</summary>
    /// <returns>False if another change came first.</returns>
    public Task<bool> RemoveAsync(ReadRegister seen, PolicyRegister after, StoredPolicyVersion version, CancellationToken cancellation)
    {
        var commit = NewCommit();
        return CommitAsync(
            [
                RegisterWrite(seen, after, commit), new RowWrite.Delete(VersionKey(version.Number)),
                .. Enumerable.Range(0, version.Parts).Select(at => new RowWrite.Delete(PartKey(version.Number, at))),
            ],
            commit,
            cancellation);
    }

    /// <summary>A conflict may be the answer to our own write that was sent twice, so the register says whether it is ours.</summary>
    private async Task<bool> CommitAsync(IReadOnlyList<RowWrite> writes, string commit, CancellationToken cancellation) =>
        (await rows.CommitAsync(RowTable.Policies, Partition, writes, cancellation)).Committed
        || (await rows.FindAsync(RowTable.Policies, Partition, RegisterKey, cancellation))?.Commit == commit;

    private static RowWrite RegisterWrite(ReadRegister seen, PolicyRegister after, string commit)
    {
        var row = RowOf(RegisterKey, after with { Revision = seen.Register.Revision + 1 }, commit) with { ETag = seen.ETag };
        return seen.ETag is null ? new RowWrite.Insert(row) : new RowWrite.Replace(row);
    }

    private static Row RowOf<T>(string key, T content, string commit) => new(Partition, key, StoredJson.Write(content), commit);

    private static StoredPolicyVersion? Readable(string body)
    {
        try
        {
            return StoredJson.Read<StoredPolicyVersion>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Parts of whole characters: half of a pair cannot be stored.</summary>
    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (part.Length + rune.Utf16SequenceLength > PartCharacters)
            {
                parts.Add(part.ToString());
                part.Clear();
            }

            part.Append(rune.ToString());
        }

        parts.Add(part.ToString());
        return parts;
    }

    private string NewCommit() => RequestIds.Base32(random.Bytes(10));

    private static string VersionKey(int number) => string.Create(CultureInfo.InvariantCulture, $"v:{number:D6}");

    private static string PartKey(int number, int at) => string.Create(CultureInfo.InvariantCulture, $"w:{number:D6}:{at:D2}");
}
