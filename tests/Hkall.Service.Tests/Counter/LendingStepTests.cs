using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Counter;

namespace Hkall.Service.Tests.Counter;

/// <summary>What a scan means for something of ours, wherever it stands.</summary>
public class LendingStepTests
{
    [Theory]
    [InlineData(LendingStatus.ToPull, "pulled")]
    [InlineData(LendingStatus.ToShip, "ship")]
    [InlineData(LendingStatus.Shipped, "returned")]
    [InlineData(LendingStatus.OnLoan, "returned")]
    [InlineData(LendingStatus.RenewalAsked, "returned")]
    [InlineData(LendingStatus.Overdue, "returned")]
    [InlineData(LendingStatus.Recalled, "returned")]
    [InlineData(LendingStatus.Returning, "returned")]
    public void The_next_step_of_its_way_is_taken_at_once(LendingStatus status, string action) =>
        LendingBarcodes.StepOf(ALoan(status)).Action.ShouldBe(action);

    [Theory]
    [InlineData(LendingStatus.CancelAsked, "cancel-approve ship")]
    [InlineData(LendingStatus.Lost, "returned")]
    public void An_ambiguous_scan_is_asked_about_first(LendingStatus status, string choices)
    {
        LendingBarcodes.StepOf(ALoan(status)).Action.ShouldBeNull();
        LendingBarcodes.StepOf(ALoan(status)).Choices.ShouldBe(choices.Split(' '));
    }

    [Theory]
    [InlineData(LendingStatus.ToAnswer)]
    [InlineData(LendingStatus.ToScan)]
    [InlineData(LendingStatus.Supplied)]
    [InlineData(LendingStatus.Completed)]
    [InlineData(LendingStatus.Cancelled)]
    public void A_scan_does_nothing_when_we_lent_no_item_that_could_be_in_hand(LendingStatus status) =>
        (LendingBarcodes.StepOf(ALoan(status)) is { Action: null, Choices: [] }).ShouldBeTrue();

    [Fact]
    public void A_copy_is_never_shipped_by_a_scan()
    {
        var copy = ALoan(LendingStatus.CancelAsked) with { Service = ServiceType.Copy };

        LendingBarcodes.StepOf(copy).Choices.ShouldBe(["cancel-approve"]);
        LendingBarcodes.StepOf(copy with { Status = LendingStatus.ToShip }).Action.ShouldBeNull();
    }

    private static LendingRequest ALoan(LendingStatus status) => new()
    {
        Id = "L",
        Borrower = new Borrower("CUHK", "CUHK Library", BorrowerKind.Reciprocal),
        AgencyId = "JULAC:CUHK",
        BorrowersId = "1",
        Service = ServiceType.Loan,
        Item = new Item { Title = "紅樓夢" },
        AskedAt = DateTimeOffset.UnixEpoch,
        Status = status,
        Holding = Holding.Unknown,
    };
}
