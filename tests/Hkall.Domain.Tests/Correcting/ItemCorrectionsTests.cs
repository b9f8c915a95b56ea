using Hkall.Domain.Correcting;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Correcting;

/// <summary>The details of an item can be corrected in every state; what was asked for stays on record.</summary>
public class ItemCorrectionsTests
{
    [Fact]
    public void The_library_that_is_asked_hears_the_right_details() =>
        Given(ARequest.Asking("HKU"))
            .When(new EditRequest(Things.Book with { Edition = "2nd" }, []))
            .Then(new ItemCorrected(Things.Book with { Edition = "2nd" }))
            .AndSends(Say(RequestingAction.Correction, to: "HKU"))
            .AndIs(RequestStatus.Sourcing);

    [Fact]
    public void Once_the_item_is_sent_only_our_record_changes() =>
        Given(ARequest.Asking("HKU").OnLoan()).When(new EditRequest(Things.Book with { Year = 1973 }, [])).AndSendsNothing().AndIs(RequestStatus.OnLoan);

    [Fact]
    public void The_part_to_be_copied_is_what_the_patron_declared_and_cannot_be_changed()
    {
        Given(ARequest.AskingForACopy("HKU")).When(new EditRequest(Things.Article with { Pages = "1-400" }, [])).IsRefused(Refusal.TooLate);
        Given(ARequest.AskingForACopy("HKU")).When(new EditRequest(Things.Article with { Author = "Somebody else" }, [])).AndIs(RequestStatus.Sourcing);
    }

    [Fact]
    public void A_closed_request_keeps_its_details() =>
        Given(ARequest.Asking("HKU").OnLoan().DeclaredLost())
            .When(new EditRequest(Things.Book with { Year = 1973 }, [])).IsRefused(Refusal.AlreadyClosed);
}
