using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>Why a library is not on the rota. The names are stored and shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RejectedFor>))]
public enum RejectedFor
{
    [JsonStringEnumMemberName("inactive")] Inactive,
    [JsonStringEnumMemberName("no-way-to-ask")] NoWayToAsk,

    /// <summary>Its system took none of our last requests.</summary>
    [JsonStringEnumMemberName("takes-nothing")] TakesNothing,
    [JsonStringEnumMemberName("service-not-lent")] ServiceNotLent,
    [JsonStringEnumMemberName("tier-not-allowed")] TierNotAllowed,
    [JsonStringEnumMemberName("already-asked")] AlreadyAsked,
    [JsonStringEnumMemberName("closed")] Closed,
    [JsonStringEnumMemberName("limit-reached")] LimitReached,
    [JsonStringEnumMemberName("not-reciprocal")] NotReciprocal,
    [JsonStringEnumMemberName("too-late")] TooLate,
    [JsonStringEnumMemberName("rota-full")] RotaFull,
}

/// <summary>What becomes of libraries that would usually supply too late. The names are part of the policy's file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TooLate>))]
public enum TooLate
{
    /// <summary>They are asked after the others of their tier.</summary>
    [JsonStringEnumMemberName("behind")] Behind,

    /// <summary>They are not asked.</summary>
    [JsonStringEnumMemberName("skip")] Skip,

    /// <summary>The date by which it is needed changes no order.</summary>
    [JsonStringEnumMemberName("ignore")] Ignore,
}

/// <summary>The measure that places a library after the one before it. The names are stored and shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RankedBy>))]
public enum RankedBy
{
    [JsonStringEnumMemberName("first")] First,
    [JsonStringEnumMemberName("tier")] Tier,
    [JsonStringEnumMemberName("too-late")] TooLate,
    [JsonStringEnumMemberName("holding")] Holding,
    [JsonStringEnumMemberName("closed")] Closed,
    [JsonStringEnumMemberName("turnaround")] Turnaround,
    [JsonStringEnumMemberName("balance")] Balance,
    [JsonStringEnumMemberName("charge")] Charge,
    [JsonStringEnumMemberName("listed")] Listed,
    [JsonStringEnumMemberName("symbol")] Symbol,
}

/// <summary>What the rota was made for. Together with the libraries' facts it determines the order.</summary>
/// <param name="On">The date, in our calendar.</param>
/// <param name="Tiers">The tiers in which the patron's group may use the service.</param>
/// <param name="ReciprocalOnly">Tiers in which we ask only libraries with an agreement.</param>
/// <param name="ClosedAtMostDays">By tier, the calendar days for which we still wait for a closed library.</param>
/// <param name="Longest">The most libraries on the rota.</param>
public sealed record RoutingTerms(
    DateOnly On, ServiceType Service, IReadOnlyList<Tier> Tiers, IReadOnlyList<Tier> ReciprocalOnly, ByTier<int> ClosedAtMostDays, int Longest)
{
    /// <summary>Our working days until the patron needs it; null if they did not say, or the policy does not look at it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? NeededWithin { get; init; }

    /// <summary>Whether libraries that would usually be too late are left out; otherwise they come last in their tier.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SkipTooLate { get; init; }
}

/// <summary>One library on the rota.</summary>
/// <param name="Place">Counts from 1.</param>
/// <param name="By">The first measure in which it differs from the library before it.</param>
/// <param name="Why">The same in a sentence, with the figures.</param>
public sealed record RotaPlace(int Place, LibraryFacts Facts, RankedBy By, [Trace] string Why);

/// <summary>One library that holds the item, or may hold it, and is not on the rota.</summary>
public sealed record Rejection(LibraryFacts Facts, RejectedFor For, [Trace] string Why);

/// <summary>How the rota was made. <see cref="Terms"/> and the facts give the same order again.</summary>
public sealed record Routing(RoutingTerms Terms, IReadOnlyList<RotaPlace> Places, IReadOnlyList<Rejection> Rejections)
{
    /// <summary>Rejections stored with a request: staff read the first few, and the row has little room.</summary>
    public const int MostRejections = 8;

    /// <summary>The number of rejections not stored.</summary>
    public int MoreRejected { get; init; }

    /// <summary>How we found the holdings, in a sentence.</summary>
    [Trace]
    public string? Found { get; init; }

    /// <summary>The facts it was made from; their order does not matter.</summary>
    [JsonIgnore]
    public IEnumerable<LibraryFacts> Facts => Places.Select(place => place.Facts).Concat(Rejections.Select(rejection => rejection.Facts));
}
