using Hkall.Domain.Escalating;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Messaging;

/// <summary>A patron writes to staff about a request, and staff answer.</summary>
public class MessagesOfPatronsTests
{
    [Fact]
    public void A_question_waits_until_it_is_answered()
    {
        var asked = Given(ARequest.Asking("HKU")).When(new WriteToStaff("Is it coming?")).Then(new PatronWrote("Is it coming?")).AndSendsNothing().Request;
        asked.Request.UnreadFromPatron.ShouldBe(new UnreadMessages(1, asked.Now));

        var answered = asked.And(new WriteToPatron(PatronMessage.Free, "On Monday."));
        answered.Request.UnreadFromPatron.ShouldBeNull();
        Conversation.Of(answered.History).Select(message => message.Words).ShouldBe(["Is it coming?", "On Monday."]);
    }

    [Fact]
    public void An_answer_to_the_patron_leaves_what_a_library_wrote_unread()
    {
        var both = ARequest.Asking("HKU").And(new SupplierNoted("HKU", "m-9") { Note = "Which edition?" }).And(new WriteToStaff("Is it coming?"));

        var answered = both.And(new WriteToPatron(PatronMessage.Free, "On Monday.")).Request;
        (answered.UnreadFromLibraries?.Count, answered.UnreadFromPatron).ShouldBe((1, null));
    }

    [Fact]
    public void So_many_messages_a_day_are_enough_and_the_next_day_begins_anew()
    {
        var request = ARequest.Asking("HKU");
        for (var i = 0; i < request.Rules.Policy.Messages.PatronPerDay; i++)
        {
            request = request.And(new WriteToStaff("Is it coming?"));
        }

        Given(request).When(new WriteToStaff("Is it?")).IsRefused(Refusal.TooManyMessages);
        request.And(new WriteToStaff("Is it?"), request.Now.AddDays(1)).Request.UnreadFromPatron!.Count.ShouldBe(request.Rules.Policy.Messages.PatronPerDay + 1);
    }

    [Fact]
    public void A_closed_request_is_written_about_for_a_while_and_then_no_more()
    {
        var closed = ARequest.Asking("HKU").And(new Unfilled("HKU", "m-0")).And(new GiveUpSearch());
        var days = closed.Rules.Policy.Messages.DaysAfterClose;

        Given(closed).When(new WriteToStaff("Why?"), closed.Now.AddDays(days).AddTicks(-1)).AndIs(RequestStatus.Unfilled);
        Given(closed).When(new WriteToStaff("Why?"), closed.Now.AddDays(days)).IsRefused(Refusal.AlreadyClosed);
    }

    [Fact]
    public void What_was_written_in_an_earlier_version_stands_in_the_thread_and_is_not_unread()
    {
        var at = Libraries.Monday;
        Conversation.Of(
        [
            (new MessageHeard("HKU", "m-1", "will-supply") { Note = "On Monday." }, at),
            (new MessageHeard("HKU", "m-2", "will-supply") { Word = Things.ALibrarysWord }, at),
            (new MessageHeard("HKU", "m-3", "shipped"), at),
            (new MessageSetAside("HKU", "m-4", "unfilled", "It has supplied it.") { Note = "Sorry." }, at),
            (new PatronWrittenTo(PatronMessage.DetailsNeeded, null), at),
        ]).Select(message => (message.Words, message.Unread)).ShouldBe([("On Monday.", (bool?)null), ("Sorry.", null), (null, null)]);
    }
}
