using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Counter;

namespace Hkall.Service.Tests.Counter;

/// <summary>What a scan means, wherever the item stands.</summary>
public class NextStepTests
{
    [Theory]
    [InlineData(RequestStatus.InTransit, "receive")]
    [InlineData(RequestStatus.Expected, "receive")]
    [InlineData(RequestStatus.ReadyForPickup, "check-out")]
    [InlineData(RequestStatus.OnLoan, "check-in")]
    [InlineData(RequestStatus.Overdue, "check-in")]
    [InlineData(RequestStatus.Recalled, "check-in")]
    [InlineData(RequestStatus.Returning, "send-back")]
    public void The_next_step_of_its_way_is_taken_at_once(RequestStatus status, string action) =>
        BarcodeStep.Of(ALoan(status)).Action.ShouldBe(action);

    [Theory]
    [InlineData(RequestStatus.OutForDelivery, "check-out check-in")]
    [InlineData(RequestStatus.LibraryUse, "check-in")]
    [InlineData(RequestStatus.Lost, "check-in")]
    [InlineData(RequestStatus.Sourcing, "receive")]
    [InlineData(RequestStatus.Cancelling, "receive")]
    [InlineData(RequestStatus.AwaitingCostDecision, "receive")]
    public void An_ambiguous_scan_is_asked_about_first(RequestStatus status, string choices)
    {
        var step = BarcodeStep.Of(ALoan(status));

        step.Action.ShouldBeNull();
        step.Choices.ShouldBe(choices.Split(' '));
    }

    [Theory]
    [InlineData(RequestStatus.InReview)]
    [InlineData(RequestStatus.AwaitingDeclaration)]
    [InlineData(RequestStatus.Completed)]
    [InlineData(RequestStatus.Cancelled)]
    [InlineData(RequestStatus.Unfilled)]
    public void A_scan_does_nothing_when_no_item_could_be_in_hand(RequestStatus status) =>
        (BarcodeStep.Of(ALoan(status)) is { Action: null, Choices: [] }).ShouldBeTrue();

    [Fact]
    public void An_item_that_was_sent_back_is_not_sent_back_again() =>
        (BarcodeStep.Of(ALoan(RequestStatus.Returning) with { SentBackAt = DateTimeOffset.UnixEpoch }) is { Action: null, Choices: [] }).ShouldBeTrue();

    [Fact]
    public void A_copy_is_never_moved_by_a_scan() =>
        Enum.GetValues<RequestStatus>()
            .Select(status => BarcodeStep.Of(ALoan(status) with { Service = ServiceType.Copy }).Action).ShouldAllBe(action => action == null);

    private static PatronRequest ALoan(RequestStatus status) => new()
    {
        Id = "R",
        PatronId = "P",
        Group = PatronGroup.Undergraduate,
        Service = ServiceType.Loan,
        Item = new Item { Title = "紅樓夢" },
        PlacedAt = DateTimeOffset.UnixEpoch,
        Status = status,
        Rota = [],
    };
}
