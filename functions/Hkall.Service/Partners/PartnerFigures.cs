using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Service.Partners;

/// <summary>One measured supply. It holds only the end of the request's id: enough to detect a repetition, but it does not reveal the patron.</summary>
/// <param name="Request">The last characters of the request's id.</param>
/// <param name="Days">Our working days from request to delivery.</param>
/// <param name="Kept">Whether it came by the latest day estimated when the library was asked.</param>
public sealed record Supply(string Request, int Days, bool Kept);

/// <summary>Figures on the exchange with one partner: only the latest of each kind, so that the row stays small and old habits fade.</summary>
public sealed record PartnerFigures
{
    /// <summary>Supplies kept per service: enough for the slowest tenth to be six.</summary>
    public const int MostSupplies = 60;

    /// <summary>Requests of the partner we supplied that are kept.</summary>
    public const int MostLent = 120;

    /// <summary>Requests not taken that are kept; no policy asks for more.</summary>
    public const int MostNotTaken = 10;

    private static readonly TimeSpan TriedAgainAfter = TimeSpan.FromDays(1);

    public IReadOnlyList<Supply> Loans { get; init; } = [];

    public IReadOnlyList<Supply> Copies { get; init; } = [];

    /// <summary>The ends of the ids of requests we supplied to it.</summary>
    public IReadOnlyList<string> Lent { get; init; } = [];

    /// <summary>All supplies ever counted, and how many of them came by the estimated day.</summary>
    public int Promised { get; init; }

    public int PromisesKept { get; init; }

    /// <summary>The last requests running that its system did not take, by the ends of their ids; empty once it has taken a message of ours.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? NotTaken { get; init; }

    /// <summary>When it did not take the last of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? NotTakenAt { get; init; }

    /// <summary>Whether it counts as unreachable: it took none of that many requests running.</summary>
    public bool IsUnreachable(int running) => NotTaken?.Count >= running;

    /// <summary>Whether it is passed over now. After a day it is asked once more: a system that is repaired tells nobody.</summary>
    public bool IsPassedOver(int running, DateTimeOffset now) => IsUnreachable(running) && now < NotTakenAt + TriedAgainAfter;

    /// <summary>Items it supplied to us minus those we supplied to it, among those kept.</summary>
    public int Balance => Loans.Count + Copies.Count - Lent.Count;

    public IReadOnlyList<Supply> Of(ServiceType service) => service switch
    {
        ServiceType.Loan => Loans,
        ServiceType.Copy => Copies,
    };

    /// <summary>Adds a supply; no change if it was counted before.</summary>
    public PartnerFigures With(ServiceType service, Supply supply)
    {
        var before = Of(service);
        if (before.Any(known => known.Request == supply.Request))
        {
            return this;
        }

        IReadOnlyList<Supply> after = [.. before.Skip(Math.Max(0, before.Count + 1 - MostSupplies)), supply];
        var counted = this with { Promised = Promised + 1, PromisesKept = PromisesKept + (supply.Kept ? 1 : 0) };
        return service switch
        {
            ServiceType.Loan => counted with { Loans = after },
            ServiceType.Copy => counted with { Copies = after },
        };
    }

    /// <summary>Adds a request that its system did not take; no change if it was counted before.</summary>
    public PartnerFigures WithNotTaken(string request, DateTimeOffset at) => NotTaken?.Contains(request) == true
        ? this
        : this with { NotTaken = [.. (NotTaken ?? []).TakeLast(MostNotTaken - 1), request], NotTakenAt = at };

    /// <summary>It took a message of ours, or staff say that it is to be asked again.</summary>
    public PartnerFigures Reached() => NotTaken is null ? this : this with { NotTaken = null, NotTakenAt = null };

    /// <summary>Adds an item we supplied to it; no change if it was counted before.</summary>
    public PartnerFigures WithLent(string request) => Lent.Contains(request)
        ? this
        : this with { Lent = [.. Lent.Skip(Math.Max(0, Lent.Count + 1 - MostLent)), request] };
}
