using Hkall.Domain.Renewing;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Supplying;

/// <summary>What a library tells staff counts like its own message, and the record says how staff heard it.</summary>
public class LibrarysWordTests
{
    [Fact]
    public void A_library_that_promises_by_telephone_has_promised()
    {
        var told = Given(ARequest.Asking("HKU"))
            .When(new WillSupply("HKU", "staff-1") { Word = ALibrarysWord })
            .Then(Promised("HKU"))
            .AndSends(Mail(Notice.ItemExpected))
            .AndIs(RequestStatus.Expected)
            .Request;

        told.History.Select(entry => entry.Event).OfType<MessageHeard>().Last().Word.ShouldBe(ALibrarysWord);
    }

    [Fact]
    public void A_lender_that_agrees_by_telephone_to_a_renewal_renews_to_its_date() =>
        Given(ARequest.Asking("HKU").OnLoan().RenewalAsked())
            .When(new RenewalGranted("HKU", "staff-1", Date("2027-07-01")) { Word = ALibrarysWord })
            .AndSends(Mail(Notice.Renewed))
            .Request.History.Select(entry => entry.Event).OfType<LoanRenewed>().Single().LenderDueOn.ShouldBe(Date("2027-07-01"));

    [Fact]
    public void A_word_that_changes_nothing_is_recorded_with_its_source()
    {
        var answer = ARequest.Asking("HKU").OnLoan().Decide(new WillSupply("HKU", "staff-1") { Word = ALibrarysWord })
            .ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>();

        answer.Events.OfType<MessageSetAside>().Single().Word.ShouldBe(ALibrarysWord);
    }

    [Fact]
    public void Only_a_library_that_was_asked_can_be_quoted()
    {
        var asking = ARequest.Asking("HKU", then: "CUHK");

        Given(asking).When(new WillSupply("CUHK", "staff-1") { Word = ALibrarysWord }).IsRefused(Refusal.LibraryNotAsked);
        Given(asking).When(new Shipped("NUS", "staff-2") { Word = ALibrarysWord }).IsRefused(Refusal.LibraryNotAsked);
        asking.Decide(new WillSupply("CUHK", "m-1")).ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>("its own message is only set aside");
    }

    [Fact]
    public void The_word_of_a_library_that_was_passed_over_counts_as_its_message_would() =>
        Given(ARequest.Asking("HKU", then: "CUHK").Declined())
            .When(new Shipped("HKU", "staff-1") { Word = ALibrarysWord })
            .AndIs(RequestStatus.InTransit);
}
