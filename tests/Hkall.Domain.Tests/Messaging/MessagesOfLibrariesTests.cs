using Hkall.Domain.Escalating;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Messaging;

/// <summary>What a library writes is for people: it moves nothing, and it waits until somebody has read it.</summary>
public class MessagesOfLibrariesTests
{
    private const string Words = "Only the second edition is here.";

    [Theory]
    [InlineData("asked")]
    [InlineData("promised")]
    [InlineData("passed over")]
    [InlineData("on loan")]
    [InlineData("closed")]
    public void A_message_is_heard_wherever_the_request_stands_and_moves_nothing(string where)
    {
        var request = where switch
        {
            "asked" => ARequest.Asking("HKU"),
            "promised" => ARequest.Asking("HKU").Promised(),
            "passed over" => ARequest.Asking("HKU", then: "CUHK").And(new Unfilled("HKU", "m-0")),
            "on loan" => ARequest.Asking("HKU").OnLoan(),
            _ => Closed,
        };
        var after = request.And(new SupplierNoted("HKU", "m-9") { Note = Words });

        (after.Status, after.Request.Deadline, after.Request.ClosedWhy).ShouldBe((request.Status, request.Request.Deadline, request.Request.ClosedWhy));
        after.Request.UnreadFromLibraries.ShouldBe(new UnreadMessages(1, request.Now));
        var message = Conversation.Of(after.History).ShouldHaveSingleItem();
        (message.From, message.Symbol, message.Words, message.Unread).ShouldBe((Correspondent.Library, "HKU", Words, true));
    }

    [Fact]
    public void What_comes_with_a_refusal_or_too_late_is_to_be_read_as_well()
    {
        ARequest.Asking("HKU", then: "CUHK").And(new Unfilled("HKU", "m-1") { Note = "Try us again in May." })
            .Request.UnreadFromLibraries!.Count.ShouldBe(1);
        ARequest.Asking("HKU").OnTheShelf().Meets(new Unfilled("HKU", "m-9") { Note = "Sorry, we cannot find it." })
            .Request.UnreadFromLibraries!.Count.ShouldBe(1);
        ARequest.Asking("HKU").And(new RequestAcknowledged("HKU", "m-1") { Note = "We look on Monday." }).Request.UnreadFromLibraries!.Count.ShouldBe(1);
    }

    [Fact]
    public void What_no_person_wrote_or_staff_recorded_themselves_waits_for_nobody()
    {
        ARequest.Asking("HKU").Promised().Request.UnreadFromLibraries.ShouldBeNull();
        ARequest.Asking("HKU").And(new WillSupply("HKU", "m-1") { Word = Things.ALibrarysWord }).Request.UnreadFromLibraries.ShouldBeNull();
        ARequest.AskingForACopy("HKU").And(new CopyReady("HKU", "m-1", "https://hku.example/1") { Note = "URL: https://hku.example/1" })
            .Request.UnreadFromLibraries.ShouldBeNull();
        ARequest.AskingForACopy("HKU").And(new CopyReady("HKU", "m-1", "https://hku.example/1") { Note = "Plates missing. https://hku.example/1" })
            .Request.UnreadFromLibraries!.Count.ShouldBe(1);
        ARequest.Asking("HKU").And(new WillSupply("HKU", "m-1") { Word = Things.ALibrarysWord with { By = SaidBy.Link } })
            .Request.UnreadFromLibraries!.Count.ShouldBe(1);
    }

    [Fact]
    public void An_answer_reads_what_libraries_wrote_and_goes_to_the_one_that_is_asked()
    {
        var answered = Given(Asked).When(new WriteToLibrary(null, "Any edition will do."))
            .Then(new LibraryWrittenTo("HKU", "Any edition will do."))
            .AndSends(new MessageSupplier("HKU", RequestingAction.Note, "Any edition will do."));

        answered.Request.Request.UnreadFromLibraries.ShouldBeNull();
        Conversation.Of(answered.Request.History).Select(message => (message.From, message.Unread))
            .ShouldBe([(Correspondent.Library, (bool?)null), (Correspondent.Staff, null)]);
    }

    [Fact]
    public void Staff_mark_as_read_what_needs_no_answer_and_find_nothing_to_mark_then()
    {
        var read = Given(Asked).When(new MarkAsRead()).Then(new MessagesRead()).Request;

        read.Request.UnreadFromLibraries.ShouldBeNull();
        Given(read).When(new MarkAsRead()).IsIgnored("Nothing is unread.");
    }

    [Fact]
    public void A_library_is_written_to_by_its_name_where_several_were_asked()
    {
        var two = ARequest.Asking("HKU", then: "CUHK").And(new Unfilled("HKU", "m-1")).And(new Unfilled("CUHK", "m-2"));

        Given(two).When(new WriteToLibrary(null, "Hello.")).IsRefused(Refusal.WhichLibrary);
        Given(two).When(new WriteToLibrary("HKU", "Hello.")).Then(new LibraryWrittenTo("HKU", "Hello."));
        Given(two).When(new WriteToLibrary("OXFORD", "Hello.")).IsRefused(Refusal.LibraryNotAsked);
        Given(ARequest.Placed(ServiceType.Loan, Things.Book, [])).When(new WriteToLibrary(null, "Hello.")).IsRefused(Refusal.NoSupplierAsked);
    }

    [Fact]
    public void A_library_that_no_system_reaches_is_told_by_hand_even_when_the_request_is_closed()
    {
        ARequest.ToAskByHand("HKU").And(new RecordAsked(Things.AnAsking)).And(new WriteToLibrary("HKU", "Hello."))
            .Request.ToTell!.ShouldHaveSingleItem().Note.ShouldBe("Hello.");

        Closed.And(new MessageUndelivered("HKU", "m-9", RequestingAction.Note, "It answered 404.") { ForLibrary = "Hello.", BySystem = true })
            .Request.ToTell!.ShouldHaveSingleItem().Note.ShouldBe("Hello.");
    }

    private static ARequest Closed => ARequest.Asking("HKU").And(new Unfilled("HKU", "m-0")).And(new GiveUpSearch());

    private static ARequest Asked => ARequest.Asking("HKU").And(new SupplierNoted("HKU", "m-9") { Note = Words });
}
