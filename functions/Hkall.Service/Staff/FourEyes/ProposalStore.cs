using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Staff.FourEyes;

/// <summary>
/// The proposals, in one partition of the table of libraries: there are a few at a time. Secrets in them are encrypted as in the libraries' rows.
/// </summary>
public sealed class ProposalStore(IRows rows, IRandom random, PartnerSecrets secrets)
{
    private const string Partition = "proposals";
    private const int IdBytes = 10;
    private const int IdCharacters = 16;

    /// <summary>More would be nobody's work: then new ones are refused until some are decided.</summary>
    private const int MostOpen = 200;

    public string NewId() => RequestIds.Base32(random.Bytes(IdBytes));

    /// <summary>All that are kept, the newest first.</summary>
    public async Task<IReadOnlyList<Proposal>> AllAsync(CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Partners, Partition, "0", "~", RowLimits.RowsPerPage, openOnly: false, cancellation);
        return [.. found.Select(Read).OrderByDescending(proposal => proposal.At)];
    }

    public async Task<(Proposal Proposal, string ETag)?> FindAsync(string id, CancellationToken cancellation) =>
        id.Length == IdCharacters && id.All(char.IsAsciiLetterOrDigit)
        && await rows.FindAsync(RowTable.Partners, Partition, id, cancellation) is { } row
            ? (Read(row), row.ETag!)
            : null;

    /// <exception cref="BadInputException">Too many proposals are open.</exception>
    public async Task AddAsync(Proposal proposal, CancellationToken cancellation)
    {
        if ((await AllAsync(cancellation)).Count(known => known.IsOpen(proposal.At)) >= MostOpen)
        {
            throw new BadInputException(StatusCodes.Status409Conflict, "too-many", $"At most {MostOpen} proposals wait at once. Please decide on some first.");
        }

        await rows.CommitAsync(RowTable.Partners, Partition, [new RowWrite.Insert(RowOf(proposal, null))], cancellation);
    }

    /// <returns>False if somebody else decided meanwhile.</returns>
    public async Task<bool> ReplaceAsync(Proposal proposal, string etag, CancellationToken cancellation) =>
        (await rows.CommitAsync(RowTable.Partners, Partition, [new RowWrite.Replace(RowOf(proposal, etag))], cancellation)).Committed;

    /// <summary>Removes what was decided, or was over, before the instant.</summary>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        foreach (var proposal in (await AllAsync(cancellation)).Where(proposal => (proposal.DecidedAt ?? proposal.OpenUntil) < before))
        {
            await rows.CommitAsync(RowTable.Partners, Partition, [new RowWrite.Delete(proposal.Id)], cancellation);
        }
    }

    /// <summary>Encrypts under the current key the secrets that proposals hold in clear or under an older key.</summary>
    public async Task EncryptAnewAsync(CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(RowTable.Partners, Partition, "0", "~", RowLimits.RowsPerPage, openOnly: false, cancellation);
        foreach (var row in found.Where(row => StoredJson.Read<Proposal>(row.Body).Entry is { } entry && !secrets.IsCurrent(entry)))
        {
            await ReplaceAsync(Read(row), row.ETag!, cancellation);
        }
    }

    private Proposal Read(Row row)
    {
        var stored = StoredJson.Read<Proposal>(row.Body);
        return stored with { Entry = stored.Entry is { } entry ? secrets.Open(entry) : null };
    }

    private Row RowOf(Proposal proposal, string? etag)
    {
        var stored = proposal with { Entry = proposal.Entry is { } entry ? secrets.Seal(entry) : null };
        return new(Partition, proposal.Id, StoredJson.Write(stored), RequestIds.Base32(random.Bytes(IdBytes))) { ETag = etag };
    }
}
