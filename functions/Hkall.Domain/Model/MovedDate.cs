using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>A date that was given to a patron. The names are stored and served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PatronDate>))]
public enum PatronDate
{
    /// <summary>The last day on the hold shelf.</summary>
    [JsonStringEnumMemberName("pickup")] Pickup,

    /// <summary>The last day at the counter for an item that stays in the Library.</summary>
    [JsonStringEnumMemberName("library-use")] LibraryUse,
    [JsonStringEnumMemberName("due")] Due,

    /// <summary>The last day to ask for a renewal.</summary>
    [JsonStringEnumMemberName("renew-by")] RenewBy,
    [JsonStringEnumMemberName("cost-decision")] CostDecision,
    [JsonStringEnumMemberName("offer-decision")] OfferDecision,
    [JsonStringEnumMemberName("declaration")] Declaration,
    [JsonStringEnumMemberName("download")] Download,
}

/// <summary>A date that moved, or that is kept although the calendar would give an earlier one now (<see cref="To"/> is <see cref="From"/>).</summary>
public sealed record MovedDate(PatronDate What, DateOnly From, DateOnly To);

/// <summary>The dates of a request that moved for one change of the calendar.</summary>
/// <param name="Cause">The closure or the list of holidays.</param>
public sealed record MovedFor([Id] string Cause, IReadOnlyList<MovedDate> Dates)
{
    /// <summary>The most changes that a request keeps; more than so many closures do not fall into the life of one.</summary>
    public const int MostKept = 12;
}

/// <summary>A moved date as the mail names it, with the item that it is about.</summary>
public sealed record MovedItem([Id] string RequestId, [Bibliographic] string Title, PatronDate What, DateOnly From, DateOnly To);

/// <summary>The last day to ask for a renewal, as it was given to the patron for that due date.</summary>
public sealed record RenewalPromise(DateOnly DueOn, DateOnly By);
