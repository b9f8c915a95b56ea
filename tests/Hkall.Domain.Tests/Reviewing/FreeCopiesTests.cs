using Hkall.Domain.Model;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Reviewing;

/// <summary>Staff look for a free copy again while the request is under way.</summary>
public class FreeCopiesTests
{
    private static readonly FreeCopy Copy = new("https://repository.example.org/1", FreeVersion.Accepted, "cc-by", "Unpaywall");

    [Fact]
    public void The_patron_is_told_of_a_copy_that_was_found_later_and_the_request_goes_on() =>
        Given(ARequest.AskingForACopy("HKU"))
            .When(new RecordFreeCopy(Copy))
            .Then(new FreeCopyFound(Copy))
            .AndSends(Mail(Notice.FreeCopyFound))
            .AndTheMailSays(facts => facts.FreeCopy == Copy)
            .AndIs(RequestStatus.Sourcing);

    [Fact]
    public void A_copy_that_the_patron_knows_is_not_told_again()
    {
        var known = ARequest.AskingForACopy("HKU").And(new RecordFreeCopy(Copy));
        Given(known).When(new RecordFreeCopy(Copy with { Version = FreeVersion.Published })).IsIgnored("The patron knows this copy.");

        var declined = ARequest.Placed(ServiceType.Copy, Article, ["HKU"], but: order => order with { FreeCopy = Copy, FreeCopySeen = true });
        Given(declined).When(new RecordFreeCopy(Copy)).IsIgnored("The patron knows this copy.");
        Given(declined).When(new RecordFreeCopy(Copy with { Address = "https://repository.example.org/2" })).AndSends(Mail(Notice.FreeCopyFound));
    }

    [Fact]
    public void Where_no_source_knows_one_nothing_changes() =>
        Given(ARequest.AskingForACopy("HKU")).When(new RecordFreeCopy(null)).IsIgnored("No source knows a free copy.");

    [Fact]
    public void Once_a_library_has_supplied_it_or_the_request_has_ended_there_is_nothing_to_look_for()
    {
        Given(ARequest.AskingForACopy("HKU").ReadyToDownload()).When(new RecordFreeCopy(Copy)).IsRefused(Refusal.TooLate);
        Given(ARequest.AskingForACopy("HKU").CancelAsked()).When(new RecordFreeCopy(Copy)).IsRefused(Refusal.TooLate);
        Given(ARequest.AskingForACopy("HKU").CancelAsked().CancelConfirmed()).When(new RecordFreeCopy(Copy)).IsRefused(Refusal.AlreadyClosed);
    }
}
