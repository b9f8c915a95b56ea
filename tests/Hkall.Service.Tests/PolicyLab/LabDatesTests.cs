using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Policies;
using Hkall.Service.PolicyLab;
using Hkall.Service.Reports;

namespace Hkall.Service.Tests.PolicyLab;

/// <summary>The due dates of a loan under another policy.</summary>
public sealed class LabDatesTests
{
    private static readonly DateOnly Out = new(2026, 9, 1);
    private static readonly RuleBook Now = PolicyFile.RuleBookOf(PolicyFile.Default());

    [Theory]
    [InlineData(30, null, "2026-10-02")]
    [InlineData(45, null, "2026-10-16")]
    [InlineData(20, null, "2026-09-21")]
    [InlineData(45, "2026-10-12", "2026-10-08")]
    public void A_date_of_the_policy_moves_with_its_period_and_not_beyond_the_lenders(int days, string? lender, string due) =>
        Of([new LabDue(LabPeriod.Loan, Out, Out, new DateOnly(2026, 10, 2), Date(lender))], LoanDays(days)).DueOn.ShouldBe(Date(due)!.Value);

    [Theory]
    [InlineData(45, "2026-09-15")]
    [InlineData(10, "2026-09-11")]
    public void A_date_that_something_else_limited_stays_unless_the_period_ends_before_it(int days, string due) =>
        Of([new LabDue(LabPeriod.Loan, Out, Out, new DateOnly(2026, 9, 15), null)], LoanDays(days)).DueOn.ShouldBe(Date(due)!.Value);

    [Fact]
    public void Renewals_beyond_the_number_allowed_are_not_made_and_the_date_before_them_stands()
    {
        var (first, second, third) = (new DateOnly(2026, 10, 2), new DateOnly(2026, 11, 2), new DateOnly(2026, 12, 2));
        IReadOnlyList<LabDue> dues =
        [
            new(LabPeriod.Loan, Out, Out, first, null), new(LabPeriod.Renewal, first.AddDays(-5), first, second, null),
            new(LabPeriod.Renewal, second.AddDays(-5), second, third, null),
        ];

        Of(dues, Now).ShouldBe(new LabDueDate(third, 2));
        Of(dues, Now with { Policy = Now.Policy with { RenewalsAllowed = 1 } }).ShouldBe(new LabDueDate(second, 1));
        Of(dues, Now with { Policy = Now.Policy with { RenewalsAllowed = 0 } }).ShouldBe(new LabDueDate(first, 0));
    }

    [Fact]
    public void A_date_that_staff_or_a_recall_set_stays()
    {
        var recalled = new DateOnly(2026, 9, 20);

        Of([new LabDue(LabPeriod.Loan, Out, Out, new DateOnly(2026, 10, 2), null)], LoanDays(90), recalled).DueOn.ShouldBe(recalled);
    }

    [Fact]
    public void A_request_whose_history_is_erased_counts_by_what_the_statistics_keep()
    {
        var row = new CountedRequest
        {
            Service = ServiceType.Loan,
            Group = PatronGroup.Research,
            PlacedOn = Out,
            ClosedOn = Out.AddDays(90),
            Outcome = RequestStatus.Completed,
            Supplier = "X",
            Tier = Tier.Overseas,
            Cost = Money.Hkd(300),
            Renewals = 2,
            Asked = [new AskedLibrary("X", Tier.Overseas, null)],
        };

        var (now, tried) = (Replay(Now), Replay(Now with { Policy = Now.Policy with { RenewalsAllowed = 1, CostThreshold = Money.Hkd(500) } }));

        (now.Charges, now.ChargedHkd, now.Renewals).ShouldBe((1, 300m, 2));
        (tried.Charges, tried.ChargedHkd, tried.Renewals).ShouldBe((0, 0m, 1));

        LabFigures Replay(RuleBook book) => LabReplay.Of([LabReading.Of(row)], Out, Now, book, Out.AddDays(100))[PatronGroup.Research];
    }

    private static LabDueDate Of(IReadOnlyList<LabDue> dues, RuleBook tried, DateOnly? given = null) =>
        LabDates.Of(new LabLoan(dues, Held(given ?? dues[^1].DueOn), null), PatronGroup.Undergraduate, Tier.Hkall, Now, tried);

    private static PatronRequest Held(DateOnly due) => new()
    {
        Id = "0ABCDEFGHJKMNPQRSTVWXYZ012",
        PatronId = "p",
        Group = PatronGroup.Undergraduate,
        Service = ServiceType.Loan,
        Item = new Item { Title = "A book" },
        PlacedAt = new DateTimeOffset(2026, 8, 20, 9, 0, 0, TimeSpan.FromHours(8)),
        Status = RequestStatus.OnLoan,
        Rota = [],
        Loan = new Loan { DueOn = due },
    };

    private static RuleBook LoanDays(int days) => Now with
    {
        Policy = Now.Policy with { LoanDays = Now.Policy.LoanDays.ToDictionary(entry => entry.Key, _ => days) },
    };

    private static DateOnly? Date(string? text) => text is null ? null
        : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
