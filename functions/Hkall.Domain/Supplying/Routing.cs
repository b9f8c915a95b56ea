using System.Text.Json.Serialization;
using Hkall.Domain.Placing;

namespace Hkall.Domain.Supplying;

/// <summary>Why a library is not on the rota. The names are stored and shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RejectedFor>))]
public enum RejectedFor
{
    [JsonStringEnumMemberName("inactive")] Inactive,
    [JsonStringEnumMemberName("no-way-to-ask")] NoWayToAsk,
    [JsonStringEnumMemberName("service-not-lent")] ServiceNotLent,
    [JsonStringEnumMemberName("tier-not-allowed")] TierNotAllowed,
    [JsonStringEnumMemberName("already-asked")] AlreadyAsked,
    [JsonStringEnumMemberName("closed")] Closed,
    [JsonStringEnumMemberName("limit-reached")] LimitReached,
    [JsonStringEnumMemberName("not-reciprocal")] NotReciprocal,
    [JsonStringEnumMemberName("rota-full")] RotaFull,
}

/// <summary>By what a library comes after the one before it. The names are stored and shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RankedBy>))]
public enum RankedBy
{
    [JsonStringEnumMemberName("first")] First,
    [JsonStringEnumMemberName("tier")] Tier,
    [JsonStringEnumMemberName("holding")] Holding,
    [JsonStringEnumMemberName("closed")] Closed,
    [JsonStringEnumMemberName("turnaround")] Turnaround,
    [JsonStringEnumMemberName("balance")] Balance,
    [JsonStringEnumMemberName("charge")] Charge,
    [JsonStringEnumMemberName("listed")] Listed,
    [JsonStringEnumMemberName("symbol")] Symbol,
}

/// <summary>What the rota was made for, beside the libraries: with their facts it is all that the order depends on.</summary>
/// <param name="On">The date, ours.</param>
/// <param name="Tiers">From where the patron's group may have the service.</param>
/// <param name="ReciprocalOnly">Tiers in which only libraries with an agreement are asked.</param>
/// <param name="ClosedAtMostDays">By tier, calendar days for which a closed library is still worth waiting for.</param>
/// <param name="Longest">The most libraries on the rota.</param>
public sealed record RoutingTerms(
    DateOnly On, ServiceType Service, IReadOnlyList<Tier> Tiers, IReadOnlyList<Tier> ReciprocalOnly, ByTier<int> ClosedAtMostDays, int Longest);

/// <summary>One library on the rota.</summary>
/// <param name="Place">From 1.</param>
/// <param name="By">The first measure by which it differs from the library before it.</param>
/// <param name="Why">The same in a sentence, with the figures.</param>
public sealed record RotaPlace(int Place, LibraryFacts Facts, RankedBy By, string Why);

/// <summary>One library that holds the item, or may, and is not on the rota.</summary>
public sealed record Rejection(LibraryFacts Facts, RejectedFor For, string Why);

/// <summary>How the rota came about. Worked out again from <see cref="Terms"/> and the facts it gives the same.</summary>
public sealed record Routing(RoutingTerms Terms, IReadOnlyList<RotaPlace> Places, IReadOnlyList<Rejection> Rejections)
{
    /// <summary>Rejections kept with a request: staff read the first few, and the row has little room.</summary>
    public const int MostRejections = 8;

    /// <summary>Rejections beyond those kept.</summary>
    public int MoreRejected { get; init; }

    /// <summary>How the holdings were found, in a sentence.</summary>
    public string? Found { get; init; }

    /// <summary>The facts it was made from, in no order that matters.</summary>
    [JsonIgnore]
    public IEnumerable<LibraryFacts> Facts => Places.Select(place => place.Facts).Concat(Rejections.Select(rejection => rejection.Facts));
}

/// <summary>The rota was made, or made anew.</summary>
public sealed record RotaRanked(Routing Routing) : RequestEvent;
