using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Service.Circulation;
using Hkall.Service.Engine;
using Hkall.Service.FreeCopies;
using Hkall.Service.Locating;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Web;

namespace Hkall.Service.Placing;

/// <summary>A patron's checked order: what they want, and which libraries may be asked.</summary>
public sealed record Order(ServiceType Service, Item Item, IReadOnlyList<Tier> AcceptTiers, DateOnly? NeededBy, string? Note)
{
    public Money? MaxCost { get; init; }

    public Declaration? Declaration { get; init; }

    /// <summary>The name the patron typed under the declaration.</summary>
    public string? SignedBy { get; init; }

    public string? Office { get; init; }

    /// <summary>The id of the request that this one replaces.</summary>
    public string? Replaces { get; init; }

    /// <summary>Who placed it: the patron, or staff for them.</summary>
    public Who PlacedBy { get; init; } = Who.Patron;

    /// <summary>What staff should review first; null if there is nothing to review.</summary>
    public ReasonCode? ReviewWhy { get; init; }

    /// <summary>The patron saw that there is a free copy, and it is not what they need.</summary>
    public bool FreeCopySeen { get; init; }
}

/// <summary>The idempotency key, by which a client that lost our answer can ask again, and the hash of the body.</summary>
public sealed record Idempotency(string KeyHash, string BodyHash)
{
    public static Idempotency? Of(string? key, ReadOnlySpan<byte> body) => key is null
        ? null
        : new Idempotency(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))),
            Convert.ToHexStringLower(SHA256.HashData(body)));
}

/// <summary>The result of placing.</summary>
public abstract record Placement
{
    public sealed record Placed(VersionedRequest<PatronRequest> Card, JournalEntry<RequestEvent> Entry) : Placement;

    /// <summary>The client placed the same order before, under the same key.</summary>
    public sealed record PlacedBefore(VersionedRequest<PatronRequest> Card) : Placement;

    public sealed record TurnedDown(Refusal Refusal, string Why) : Placement;

    /// <summary>The key belongs to another order.</summary>
    public sealed record KeyReused : Placement;
}

/// <summary>Places requests. The account row makes each patron's placings run one at a time, so that quota and duplicate checks are exact.</summary>
public sealed class PlacingService(
    IRows rows,
    RequestStore<PatronRequest, RequestEvent> store,
    PatronRequestProcessor processor,
    KeyedLock locks,
    ILocator locator,
    RotaMaker rotas,
    People people,
    RelatedRequests relations,
    OwnAccounts accounts,
    FreeCopyFinder freeCopies,
    ErasureIndex erasures,
    PolicyInForce policy,
    IRandom random)
{
    private sealed record KeyRow(string BodyHash, string RequestId);

    /// <param name="Lately">When the patron placed requests themselves, in seconds since 1970, as far back as the limit looks.</param>
    private sealed record AccountRow(
        int Placed, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<long>? Lately = null);

    /// <summary>Places a patron's own order.</summary>
    public Task<Placement> PlaceAsync(Patron patron, Order order, Idempotency? idempotency, CancellationToken cancellation) =>
        PlaceAsync(patron, order, idempotency, Actor.Patron, cancellation);

    /// <param name="by">The patron, or the member of staff who places for them.</param>
    public async Task<Placement> PlaceAsync(Patron patron, Order order, Idempotency? idempotency, Actor by, CancellationToken cancellation)
    {
        if (patron.Group is not { } group)
        {
            return new Placement.TurnedDown(Refusal.NotEligible, "The service is for staff and students of the University.");
        }

        var looking = freeCopies.FindAsync(order.Item, cancellation);
        var holdings = await locator.LocateAsync(order.Item, cancellation);
        var freeCopy = await looking;
        if (holdings.HeldHere)
        {
            // A used key is answered first: the request placed under it stands, even if the Library has since bought the item.
            return await PlacedBeforeAsync(patron.Id, idempotency, cancellation)
                ?? new Placement.TurnedDown(Refusal.HeldHere, "The Library holds this item: it can be used online or checked out.");
        }

        var made = await rotas.MakeAsync(
            holdings, order.Service, group, order.AcceptTiers, [], order.NeededBy, processor.Now, await processor.BookAsync(cancellation), cancellation);
        var own = await accounts.AskAsync(patron, cancellation);
        var requestId = RequestIds.New(processor.Now, random);
        var commitId = store.NewCommitId();
        var related = order.Service == ServiceType.Copy
            ? await relations.FindAsync(
                order.Item, requestId, patron.Id, processor.Now, processor.Book.Policy.RelatedRequestDays, cancellation)
            : [];
        using var turn = await locks.EnterAsync(patron.Id, cancellation);
        for (var tries = 0; tries < PatronRequestProcessor.MaxTries; tries++)
        {
            var account = await rows.RangeAsync(
                RowTable.Requests, patron.Id, Keys.AccountAndRequestsFrom, Keys.RequestsTo, RowLimits.RowsPerPage, openOnly: order.Service == ServiceType.Loan,
                cancellation);
            var requests = account.Where(row => string.CompareOrdinal(row.Key, Keys.RequestsFrom) >= 0)
                .Select(row => VersionedRequest<PatronRequest>.From(row).Request).ToList();
            var now = processor.Now;
            var decision = PlacingRules.Decide(
                new PlaceRequest
                {
                    RequestId = requestId,
                    PatronId = patron.Id,
                    Group = group,
                    Service = order.Service,
                    Item = order.Item,
                    AcceptTiers = order.AcceptTiers,
                    NeededBy = order.NeededBy,
                    Note = order.Note,
                    Rota = made.Entries,
                    Routing = made.Routing,
                    MaxCost = order.MaxCost,
                    Declaration = order.Declaration,
                    SignedBy = order.SignedBy,
                    Office = order.Office,
                    Replaces = order.Replaces,
                    Related = related,
                    By = order.PlacedBy,
                    ReviewWhy = order.ReviewWhy,
                    FreeCopy = freeCopy,
                    FreeCopySeen = order.FreeCopySeen,
                    OpenRequests = [.. requests.Where(request => request.Status.IsOpen())],
                    Owing = [.. requests.Where(request => !request.Status.IsOpen() && request.Balance() > 0)],
                    Own = own.Account,
                    EarlierCopies = [.. requests.Where(request => request.Service == ServiceType.Copy)],
                },
                now,
                processor.Book);
            if (decision is not Decided<PatronRequest, RequestEvent> decided)
            {
                var refused = (Refused<PatronRequest, RequestEvent>)decision;
                return await PlacedBeforeAsync(patron.Id, idempotency, cancellation) ?? new Placement.TurnedDown(refused.Refusal, refused.Why);
            }

            var counted = Counted(account, order.PlacedBy, now);
            if (counted.TooOften is { } after)
            {
                return await PlacedBeforeAsync(patron.Id, idempotency, cancellation) ?? throw new TooOftenException(after);
            }

            if (!account.Any(row => row.Key == Keys.Person))
            {
                // This comes before any other write about the person, so that every known person is one day erased.
                await erasures.PutUpAsync(patron.Id, policy.Document.Retention.FirstLook(now), cancellation);
            }

            var commit = new Commit<PatronRequest, RequestEvent>(commitId, patron.Id, Before: null, decided, by, now)
            {
                Alongside =
                [
                    .. Alongside(patron, account, counted.Row, idempotency, requestId, commitId),
                    .. new[]
                    {
                        accounts.RowOf(patron.Id, own, commitId),
                        Signature.Of(order.SignedBy, decided.Request.Declaration?.TextVersion, patron.Id, requestId, now, commitId),
                    }.OfType<RowWrite>(),
                ],
            };
            var committed = await processor.CreateAsync(commit, cancellation, onStored: () =>
            {
                people.Keep(patron.Id, new Addressee(PersonOf(patron, account), Preferences.Of(account)));
                accounts.Written(patron.Id, own);
            });
            if (committed is not null)
            {
                return new Placement.Placed(committed.Stored, committed.Entry);
            }

            if (await PlacedBeforeAsync(patron.Id, idempotency, cancellation) is { } before)
            {
                return before;
            }
        }

        throw new RequestBusyException(requestId);
    }

    /// <summary>The id of the request placed under an idempotency key.</summary>
    internal static string RequestOf(Row key) => StoredJson.Read<KeyRow>(key.Body).RequestId;

    /// <summary>The libraries to ask after the item of a request has changed.</summary>
    public async Task<MadeRota> RotaForAsync(PatronRequest request, Item item, CancellationToken cancellation) =>
        await rotas.MakeAsync(
            await locator.LocateAsync(item, cancellation), request.Service, request.Group, [.. Enum.GetValues<Tier>().Where(request.Accepts)], request.Rota,
            request.NeededBy, processor.Now, processor.Book, cancellation);

    /// <summary>
    /// Counts the request in the account, which all instances share. Only what the patron places counts as often: staff who place for them know
    /// what they do.
    /// </summary>
    /// <returns>The account's new row; or how long the patron has to wait, if they placed as many requests lately as the policy allows.</returns>
    private (AccountRow Row, TimeSpan? TooOften) Counted(IReadOnlyList<Row> account, Who by, DateTimeOffset now)
    {
        var limit = policy.Document.Limits.Placing;
        var held = account.FirstOrDefault(row => row.Key == Keys.Account) is { } row ? StoredJson.Read<AccountRow>(row.Body) : new AccountRow(0);
        var since = (now - limit.Period).ToUnixTimeSeconds();
        var lately = (held.Lately ?? []).Where(at => at > since).ToList();
        if (by == Who.Patron && lately.Count >= limit.Times)
        {
            return (held, TimeSpan.FromSeconds(lately[^limit.Times] - since));
        }

        IReadOnlyList<long> after = by == Who.Patron ? [.. lately, now.ToUnixTimeSeconds()] : lately;
        return (new AccountRow(held.Placed + 1, after.Count == 0 ? null : after), null);
    }

    /// <summary>The rows committed with the request: the account's counter, the person as the token now names them, and the idempotency key.</summary>
    private static List<RowWrite> Alongside(
        Patron patron, IReadOnlyList<Row> account, AccountRow counted, Idempotency? idempotency, string requestId, string commit)
    {
        var held = account.FirstOrDefault(row => row.Key == Keys.Account);
        var accountRow = new Row(patron.Id, Keys.Account, StoredJson.Write(counted), commit)
        {
            Open = true,
            ETag = held?.ETag,
        };
        List<RowWrite> writes = [held is null ? new RowWrite.Insert(accountRow) : new RowWrite.Replace(accountRow)];
        var person = StoredJson.Write(PersonOf(patron, account));
        if (account.FirstOrDefault(row => row.Key == Keys.Person)?.Body != person)
        {
            writes.Add(new RowWrite.Put(new Row(patron.Id, Keys.Person, person, commit) { Open = true }));
        }

        if (idempotency is not null)
        {
            writes.Add(
                new RowWrite.Insert(
                    new Row(patron.Id, Keys.Idempotency(idempotency.KeyHash), StoredJson.Write(new KeyRow(idempotency.BodyHash, requestId)), commit)));
        }

        return writes;
    }

    private static Person PersonOf(Patron patron, IReadOnlyList<Row> account) =>
        patron.Over(account.FirstOrDefault(row => row.Key == Keys.Person) is { } row ? StoredJson.Read<Person>(row.Body) : null);

    private async Task<Placement?> PlacedBeforeAsync(string patronId, Idempotency? idempotency, CancellationToken cancellation)
    {
        if (idempotency is null
            || await rows.FindAsync(RowTable.Requests, patronId, Keys.Idempotency(idempotency.KeyHash), cancellation) is not { } row)
        {
            return null;
        }

        var key = StoredJson.Read<KeyRow>(row.Body);
        if (key.BodyHash != idempotency.BodyHash)
        {
            return new Placement.KeyReused();
        }

        return await store.ReadAsync(patronId, key.RequestId, cancellation) is { } stored ? new Placement.PlacedBefore(stored) : null;
    }
}
