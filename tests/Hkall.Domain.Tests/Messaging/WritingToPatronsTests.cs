using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Messaging;

/// <summary>Staff write to the patron from the request; a letter of the Library's says nothing that the request belies.</summary>
public class WritingToPatronsTests
{
    [Fact]
    public void What_staff_write_is_mailed_and_stands_in_the_history() =>
        Given(ARequest.Asking("HKU"))
            .When(new WriteToPatron(PatronMessage.Free, "Which edition?"))
            .Then(new PatronWrittenTo(PatronMessage.Free, "Which edition?"))
            .AndSends(Mail(Notice.StaffMessage))
            .AndTheMailSays(facts => facts.Message == PatronMessage.Free && facts.Reason!.Value.Text == "Which edition?");

    [Fact]
    public void That_a_loan_cannot_be_extended_is_told_with_its_due_date() =>
        Given(ARequest.Asking("HKU").OnLoan())
            .When(new WriteToPatron(PatronMessage.CannotExtend, null))
            .AndTheMailSays(facts => facts.Date is not null);

    [Fact]
    public void Nobody_is_written_to_whose_address_is_not_known() =>
        Given(ARequest.Asking("HKU")).When(new WriteToPatron(PatronMessage.Free, "Hello.", HasAddress: false)).IsRefused(Refusal.NoAddress);

    [Fact]
    public void An_item_that_is_not_on_the_shelf_is_not_said_to_be_there() =>
        Given(ARequest.Asking("HKU")).When(new WriteToPatron(PatronMessage.ItemHere, null)).IsRefused(Refusal.NotOnShelf);

    [Fact]
    public void A_loan_that_the_patron_does_not_have_is_not_said_to_end() =>
        Given(ARequest.Asking("HKU")).When(new WriteToPatron(PatronMessage.CannotExtend, null)).IsRefused(Refusal.NotWithPatron);
}
