using Hkall.Domain;
using Hkall.Domain.Model;

namespace Hkall.Service.PolicyLab;

/// <summary>A due date as it was given.</summary>
/// <param name="From">The day from which the period was counted.</param>
/// <param name="On">The day on which it was given.</param>
/// <param name="DueOn">The date that the patron was given.</param>
/// <param name="LenderDueOn">The lender's own date then; null if it named none.</param>
public sealed record LabDue(LabPeriod Period, DateOnly On, DateOnly From, DateOnly DueOn, DateOnly? LenderDueOn);

/// <summary>What gave a due date.</summary>
public enum LabPeriod
{
    Loan,
    Renewal,

    /// <summary>The lender extended the loan unasked, so the period is its own.</summary>
    OfLender,
}

/// <summary>A loan as it was: the due dates, and the state in which it ended.</summary>
/// <param name="Held">The request as the patron had the item last.</param>
/// <param name="Until">The day on which the item came back or was lost; null while it is out.</param>
public sealed record LabLoan(IReadOnlyList<LabDue> Dues, PatronRequest Held, DateOnly? Until);

/// <summary>What is known of a request that a policy decides about. What its patron and its libraries did stays as it was.</summary>
public sealed record LabRequest
{
    public required PatronGroup Group { get; init; }

    public required ServiceType Service { get; init; }

    public required DateOnly PlacedOn { get; init; }

    /// <summary>The tiers that might be asked.</summary>
    public required IReadOnlyList<Tier> Tiers { get; init; }

    /// <summary>The tier of the library that supplied.</summary>
    public Tier? Supplied { get; init; }

    /// <summary>What that library charged.</summary>
    public Money? Cost { get; init; }

    public LabLoan? Loan { get; init; }

    /// <summary>Left of a request whose history is erased.</summary>
    public int Renewals { get; init; }

    /// <summary>When the request takes a place in its patron's quota; null if its history is erased, and so its patron is not known.</summary>
    public LabPlace? Place { get; init; }
}

/// <summary>When a request takes a place in the quota.</summary>
/// <param name="Patron">Tells the patrons of one replay apart.</param>
/// <param name="ReturnedAt">When the item was back or the copy delivered; null: not yet.</param>
/// <param name="ClosedAt">When the request was closed; null: it is open.</param>
public sealed record LabPlace(string Patron, DateTimeOffset From, DateTimeOffset? ReturnedAt, DateTimeOffset? ClosedAt);
