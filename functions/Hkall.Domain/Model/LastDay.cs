using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>Why a loan is due before the period of its patron's group is over. A lender's own date is none of these: it stands beside ours.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LoanLimit>))]
public enum LoanLimit
{
    /// <summary>The term ends, and items are back before the vacation.</summary>
    [JsonStringEnumMemberName("term-ends")] TermEnds,

    /// <summary>The patrons of the group leave the university.</summary>
    [JsonStringEnumMemberName("graduation")] Graduation,

    /// <summary>The patron's own card ends.</summary>
    [JsonStringEnumMemberName("card-ends")] CardEnds,
}

/// <summary>A day that no loan of these groups outlasts, once it is near enough: "due before".</summary>
/// <param name="On">The last day on which such a loan is due; the working day before it, if the Library is closed then.</param>
public sealed record LastDay(DateOnly On, LoanLimit Why, IReadOnlyList<PatronGroup> Groups);

/// <summary>Why the loan is shorter than usual; it holds for its due date alone.</summary>
public sealed record ShorterLoan(LoanLimit Why, DateOnly DueOn);
