using Hkall.Domain.Lending;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;

namespace Hkall.Domain.Tests.Lending;

/// <summary>What a borrowing library writes waits until somebody has read it; it moves nothing.</summary>
public class BorrowerMessagesTests
{
    [Fact]
    public void A_message_is_heard_on_a_loan_and_after_its_end()
    {
        foreach (var request in new[] { ALending.ALoan().Arrived(), ALending.ALoan().Arrived().And(new TakeBack()) })
        {
            var after = request.And(new BorrowerSaid(ALending.Symbol, "m-9", "Two maps are in it."));

            (after.Status, after.Request.Deadline).ShouldBe((request.Status, request.Request.Deadline));
            after.Request.Unread.ShouldBe(new UnreadMessages(1, request.Now));
            BorrowerMessages.ThreadOf(after.History).ShouldHaveSingleItem().Unread.ShouldBe(true);
        }
    }

    [Fact]
    public void An_answer_goes_to_the_borrower_with_the_status_as_it_is_and_reads_what_it_wrote()
    {
        var answered = ALending.ALoan().Arrived().And(new BorrowerSaid(ALending.Symbol, "m-9", "Two maps are in it.")).And(new WriteToBorrower("Thank you."));

        answered.Words.ShouldBe([SupplyingAction.Note]);
        (answered.Facts.Note, answered.Facts.Status).ShouldBe(("Thank you.", LendingStatus.OnLoan));
        answered.Request.Unread.ShouldBeNull();
        BorrowerMessages.ThreadOf(answered.History).Select(message => (message.From, message.Unread))
            .ShouldBe([(Correspondent.Library, (bool?)null), (Correspondent.Staff, null)]);
    }

    [Fact]
    public void Staff_mark_as_read_what_needs_no_answer()
    {
        var read = ALending.ALoan().Arrived().And(new BorrowerSaid(ALending.Symbol, "m-9", "Two maps are in it.")).And(new MarkBorrowerAsRead());

        read.Request.Unread.ShouldBeNull();
        read.Decide(new MarkBorrowerAsRead()).ShouldBeOfType<Ignored<LendingRequest, LendingEvent>>().Why.ShouldBe("Nothing is unread.");
    }

    [Fact]
    public void What_staff_recorded_of_a_call_waits_for_nobody() =>
        ALending.ALoan().Arrived().And(new BorrowerSaid(ALending.Symbol, "m-9", "They rang.") { ByStaff = true }).Request.Unread.ShouldBeNull();
}
