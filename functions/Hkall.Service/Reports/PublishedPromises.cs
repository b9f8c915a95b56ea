using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Reports;

/// <summary>What was promised and kept, for one service and tier. The figures are left out where they would stand on too few requests.</summary>
/// <param name="Requests">The requests that the figures stand on.</param>
/// <param name="Promised">Working days to the last day that we named, for half of them.</param>
/// <param name="Half">Working days within which half of them arrived.</param>
/// <param name="NineTenths">Working days within which nine of ten arrived.</param>
/// <param name="Kept">How many of a hundred arrived by the last day that we had named.</param>
public sealed record PromiseKept(ServiceType Service, Tier Tier, int? Requests, int? Promised, int? Half, int? NineTenths, decimal? Kept)
{
    /// <summary>Whether there are enough requests to say anything.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsKnown => Half is not null;
}

/// <summary>What was promised and kept in the last twelve months. It names nobody.</summary>
/// <param name="FewestToSay">With fewer requests than this, there is no figure.</param>
public sealed record PromisesKept(DateOnly From, DateOnly To, int FewestToSay, IReadOnlyList<PromiseKept> Rows)
{
    /// <summary>Nine of ten needs ten, and a few requests of a small department could be recognised.</summary>
    public const int Fewest = 10;

    /// <summary>The closed requests that arrived between the two days, by service and tier.</summary>
    public static PromisesKept Of(IEnumerable<CountedRequest> closed, DateOnly from, DateOnly to, LibraryCalendar calendar)
    {
        var arrived = closed.Where(request => request is { ArrivedOn: not null, Tier: not null, WaitedDays: not null })
            .Where(request => request.ArrivedOn >= from && request.ArrivedOn <= to)
            .ToLookup(request => (request.Service, request.Tier!.Value));
        return new PromisesKept(
            from,
            to,
            Fewest,
            [
                .. from service in Enum.GetValues<ServiceType>()
                   from tier in Enum.GetValues<Tier>()
                   select RowOf(service, tier, [.. arrived[(service, tier)]], calendar),
            ]);
    }

    private static PromiseKept RowOf(ServiceType service, Tier tier, IReadOnlyList<CountedRequest> requests, LibraryCalendar calendar)
    {
        if (requests.Count < Fewest)
        {
            return new PromiseKept(service, tier, null, null, null, null, null);
        }

        var waited = requests.Select(request => request.WaitedDays!.Value).ToList();
        var promised = requests.Where(request => request.Promise is not null).ToList();
        var isEnough = promised.Count >= Fewest;
        return new PromiseKept(
            service,
            tier,
            requests.Count,
            isEnough ? Percentiles.Of(promised.Select(request => calendar.WorkingDaysBetween(request.PlacedOn, request.Promise!.Latest)), 50) : null,
            Percentiles.Of(waited, 50),
            Percentiles.Of(waited, 90),
            isEnough ? Percentiles.Share(promised.Count(request => request.ArrivedOn <= request.Promise!.Latest), promised.Count) : null);
    }
}

/// <summary>
/// Reads the figures for everybody. They are kept for an hour, so that visitors cost nothing, and only the rows of closed requests are read:
/// one that is still on loan counts when it is back.
/// </summary>
public sealed class PublishedPromises(ClosedRequests closed, RuleBooks books, TimeProvider clock, MachineTime machine) : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    /// <summary>The months counted, and those before them in which what arrived may have been placed: the slow ones must count too.</summary>
    private const int Months = 12;
    private const int MonthsBefore = 12;

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Read? _read;

    /// <exception cref="StorageUnavailableException">They were never read, and cannot be read now.</exception>
    public async Task<PromisesKept> CurrentAsync(CancellationToken cancellation)
    {
        if (Fresh() is { } fresh)
        {
            return fresh;
        }

        // Of many visitors at once, one reads.
        await _reading.WaitAsync(cancellation);
        try
        {
            return Fresh() ?? await ReadAsync(cancellation);
        }
        catch (StorageUnavailableException) when (_read is not null)
        {
            return _read!.Promises;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private DateOnly Today => books.Current.Calendar.DateOf(clock.GetUtcNow());

    private PromisesKept? Fresh() =>
        _read is { } read && read.Promises.To == Today && machine.Clock.GetElapsedTime(read.Since) < KeptFor ? read.Promises : null;

    private async Task<PromisesKept> ReadAsync(CancellationToken cancellation)
    {
        var (today, calendar) = (Today, books.Current.Calendar);
        var from = today.AddMonths(-Months).AddDays(1);
        var rows = await closed.PlacedAsync(from.AddMonths(-MonthsBefore), today, cancellation);
        var promises = PromisesKept.Of(rows.Values, from, today, calendar);
        _read = new Read(promises, machine.Clock.GetTimestamp());
        return promises;
    }

    private sealed record Read(PromisesKept Promises, long Since);
}
