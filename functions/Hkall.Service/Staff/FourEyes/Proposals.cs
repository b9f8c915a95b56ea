using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Fees;
using Hkall.Service.Partners;
using Hkall.Service.Policies;

namespace Hkall.Service.Staff.FourEyes;

/// <summary>What became of a decision on a proposal.</summary>
public abstract record ProposalOutcome
{
    private ProposalOutcome()
    {
    }

    public sealed record Decided(Proposal Proposal) : ProposalOutcome;

    public sealed record Refused(Refusal Refusal, string Why) : ProposalOutcome;

    public sealed record NoSuchProposal : ProposalOutcome;
}

/// <summary>
/// Changes that need a second member of staff (the policy says which). One person proposes, another approves or rejects, and only then the
/// change is made. What it would change must still be as it was when it was proposed.
/// </summary>
public sealed class Proposals(
    ProposalStore store, PartnerDirectory directory, PartnerCounts counts, RequestStore<PatronRequest, RequestEvent> requests, PatronRequestProcessor processor,
    PolicyInForce policy, TimeProvider clock)
{
    private FourEyesPolicy FourEyes => policy.Document.FourEyes;

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<IReadOnlyList<Proposal>> AllAsync(CancellationToken cancellation) => store.AllAsync(cancellation);

    public async Task<int> OpenCountAsync(CancellationToken cancellation) => (await store.AllAsync(cancellation)).Count(proposal => proposal.IsOpen(Now));

    /// <summary>Whether the change of the entry needs a second person.</summary>
    public bool NeedsSecond(Partner? before, Partner after) => FourEyes.PartnerAddressAndSecret
        && (before?.Endpoint != after.Endpoint
            || before?.Contact.Email != after.Contact.Email
            || (before?.GatewayAuthenticated ?? false) != after.GatewayAuthenticated
            || !(before?.Secrets ?? []).SequenceEqual(after.Secrets, StringComparer.Ordinal));

    /// <returns>The proposal, if the change needs a second person; null: it may be made.</returns>
    public async Task<Proposal?> ForPartnerAsync(string staffId, Partner? before, Partner after, CancellationToken cancellation) => NeedsSecond(before, after)
        ? await AddAsync(
            New(ProposalKind.Library, staffId) with
            {
                Symbol = after.Symbol,
                Entry = after,
                Before = HashOf(before),
                Changes = PartnerChanges.Of(before, after),
            },
            cancellation)
        : null;

    /// <returns>The proposal, if the waiver needs a second person; null: it may be made.</returns>
    public async Task<Proposal?> ForWaiverAsync(string staffId, PatronRequest request, WaiveFee order, CancellationToken cancellation)
    {
        if (FourEyes.WaiversFromHkd is not { } from || request.Fees.FirstOrDefault(line => line.Number == order.Fee) is not { } fee)
        {
            return null;
        }

        var balance = request.BalanceOf(order.Fee);
        var amount = order.Amount ?? fee.Amount with { Amount = balance };
        var before = request.Fees.Where(line => line.Of == order.Fee && line.Kind == LedgerKind.Waiver).Sum(line => line.Amount.Amount);
        return amount.Amount <= 0 || amount.Amount > balance || (amount.Currency == ExchangeRates.Own && before + amount.Amount < from)
            ? null
            : await AddAsync(
                New(ProposalKind.Waiver, staffId) with
                {
                    Waiver = new ProposedWaiver(request.Id, request.PatronId, order.Fee, amount, balance, order.Reason),
                    Changes = [AuditChange.Of("waived", null, string.Create(CultureInfo.InvariantCulture, $"{amount.Currency} {amount.Amount}"))],
                },
                cancellation);
    }

    /// <param name="record">Records the decision before the change is made.</param>
    public async Task<ProposalOutcome> DecideAsync(
        string staffId, string id, bool approve, Func<Proposal, Task> record, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not var (proposal, etag))
        {
            return new ProposalOutcome.NoSuchProposal();
        }

        if (proposal.By == staffId)
        {
            return new ProposalOutcome.Refused(Refusal.OwnProposal, "Another member of staff decides on it.");
        }

        if (!proposal.IsOpen(Now))
        {
            return new ProposalOutcome.Refused(Refusal.ProposalOver, "It was decided, or nobody decided on it in time.");
        }

        await record(proposal);
        if (!approve)
        {
            return await CloseAsync(proposal, etag, ProposalState.Rejected, staffId, cancellation);
        }

        // The change comes first. If the process dies before the proposal is closed, approving again makes the same change.
        var stale = proposal.Kind switch
        {
            ProposalKind.Library => await PutAsync(proposal, cancellation),
            ProposalKind.Waiver => await WaiveAsync(proposal, staffId, cancellation),
        };
        if (stale is not null)
        {
            await CloseAsync(proposal, etag, ProposalState.Over, staffId, cancellation);
            return new ProposalOutcome.Refused(Refusal.ProposalStale, stale);
        }

        return await CloseAsync(proposal, etag, ProposalState.Approved, staffId, cancellation);
    }

    /// <summary>Removes old ones.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => store.ForgetAsync(Now.AddDays(-policy.Document.Audit.KeepDays), cancellation);

    /// <summary>Encrypts their secrets under the current key.</summary>
    public Task EncryptAnewAsync(CancellationToken cancellation) => store.EncryptAnewAsync(cancellation);

    private static string? HashOf(Partner? partner) =>
        partner is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StoredJson.Write(partner))));

    private Proposal New(ProposalKind kind, string staffId) => new()
    {
        Id = store.NewId(),
        Kind = kind,
        By = staffId,
        At = Now,
        OpenUntil = Now.AddDays(FourEyes.OpenDays),
    };

    private async Task<Proposal> AddAsync(Proposal proposal, CancellationToken cancellation)
    {
        await store.AddAsync(proposal, cancellation);
        return proposal;
    }

    /// <summary>What is decided keeps no secrets and no words.</summary>
    private async Task<ProposalOutcome> CloseAsync(
        Proposal proposal, string etag, ProposalState state, string staffId, CancellationToken cancellation)
    {
        var closed = proposal with
        {
            State = state,
            DecidedBy = staffId,
            DecidedAt = Now,
            Entry = null,
            Waiver = proposal.Waiver is { } waiver ? waiver with { Reason = string.Empty } : null,
        };
        return await store.ReplaceAsync(closed, etag, cancellation)
            ? new ProposalOutcome.Decided(closed)
            : new ProposalOutcome.Refused(Refusal.ProposalOver, "Somebody else decided on it at the same moment.");
    }

    /// <returns>Why it can no longer be done; null: it is done.</returns>
    private async Task<string?> PutAsync(Proposal proposal, CancellationToken cancellation)
    {
        var now = (await directory.ReadAgainAsync(cancellation)).Partners.GetValueOrDefault(proposal.Symbol!);
        var (isAsProposed, isAsBefore) = (HashOf(now) == HashOf(proposal.Entry), HashOf(now) == proposal.Before);
        if (!isAsBefore && !isAsProposed)
        {
            return "The library's entry has changed since it was proposed.";
        }

        await directory.PutAsync([proposal.Entry!], cancellation);
        await counts.ReachedAsync(proposal.Entry!.Symbol, cancellation);
        return null;
    }

    private async Task<string?> WaiveAsync(Proposal proposal, string staffId, CancellationToken cancellation)
    {
        var waiver = proposal.Waiver!;
        var terms = new OrderTerms(Seen: null, $"proposal-{proposal.Id}").For(FeeCommands.Waive, waiver);
        var by = Actor.Staff(staffId);
        if (await requests.ReadAsync(waiver.PatronId, waiver.RequestId, cancellation) is not { } stored)
        {
            return "The request has been erased.";
        }

        if (terms.Order(by) is { } order && stored.Stored.Orders?.Contains(order) == true)
        {
            return null;
        }

        if (stored.Request.BalanceOf(waiver.Fee) != waiver.Balance)
        {
            return "What is owed has changed since it was proposed.";
        }

        var command = new WaiveFee(waiver.Fee, waiver.Amount, waiver.Reason)
        {
            Meant = new NamedObject(null, null, waiver.Amount with { Amount = waiver.Balance }, null, false),
            ProposedBy = proposal.By,
        };
        return await processor.HandleAsync(waiver.RequestId, command, by, cancellation, terms: terms) switch
        {
            Done<PatronRequest> => null,
            CommandRefused<PatronRequest>(_, var why) => why,
            _ => "What is owed has changed since it was proposed.",
        };
    }
}
