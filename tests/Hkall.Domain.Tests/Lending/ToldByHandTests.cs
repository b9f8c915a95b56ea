using Hkall.Domain.Lending;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Lending;

/// <summary>A borrower that neither a system nor a mail reaches: what there is to tell it waits for staff.</summary>
public sealed class ToldByHandTests
{
    [Fact]
    public void A_message_waits_for_staff_and_is_not_sent()
    {
        var decided = Decided(Asked, new DeclineLending(UnfilledReason.NotOnShelf));

        decided.Effects.OfType<MessageBorrower>().ShouldBeEmpty();
        var word = decided.Request.ToTell!.ShouldHaveSingleItem();
        (word.Number, word.Word, word.Facts.Unfilled).ShouldBe((1, SupplyingAction.Unfilled, UnfilledReason.NotOnShelf));
    }

    [Fact]
    public void Staff_tell_one_message_or_all_and_nothing_twice()
    {
        var request = Asked with
        {
            ToTell = [Word(1, SupplyingAction.WillSupply), Word(2, SupplyingAction.Loaned), Word(3, SupplyingAction.Overdue)],
            WordsToTell = 3,
        };

        var one = Decided(request, new RecordBorrowerTold(2)).Request;
        one.ToTell!.Select(word => word.Number).ShouldBe([1, 3]);
        Refusal(one, new RecordBorrowerTold(2)).ShouldBe(Hkall.Domain.Refusal.NothingToTell);
        var all = Decided(one, new RecordBorrowerTold()).Request;
        all.ToTell.ShouldBeNull();
        Refusal(all, new RecordBorrowerTold()).ShouldBe(Hkall.Domain.Refusal.NothingToTell);
    }

    [Fact]
    public void Only_the_newest_messages_wait()
    {
        var request = Asked;
        for (var n = 0; n < BorrowerWordToTell.Most + 3; n++)
        {
            request = LendingFold.Apply(request, new BorrowerToTell(SupplyingAction.Status, new BorrowerFacts { Status = request.Status }), Libraries.Monday);
        }

        request.ToTell!.Count.ShouldBe(BorrowerWordToTell.Most);
        request.ToTell[^1].Number.ShouldBe(BorrowerWordToTell.Most + 3);
    }

    private static LendingRequest Asked => ALending.ALoan(order => order with
    {
        Borrower = ALending.Department with { Email = null, Address = ["Wu Chung House"], IsToldByHand = true },
        Holding = Holding.Unknown,
    }).Request;

    private static BorrowerWordToTell Word(int number, SupplyingAction word) => new(number, word, new BorrowerFacts { Status = LendingStatus.ToPull });

    private static Change<LendingRequest, LendingEvent> Decided(LendingRequest request, LendingCommand command) =>
        LendingRules.Decide(request, command, Libraries.Monday, Libraries.Rules).ShouldBeAssignableTo<Change<LendingRequest, LendingEvent>>()!;

    private static Refusal Refusal(LendingRequest request, LendingCommand command) =>
        LendingRules.Decide(request, command, Libraries.Monday, Libraries.Rules).ShouldBeOfType<Refused<LendingRequest, LendingEvent>>().Refusal;
}
