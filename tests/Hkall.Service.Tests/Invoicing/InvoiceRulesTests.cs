using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Invoicing;

namespace Hkall.Service.Tests.Invoicing;

/// <summary>What may be done with an invoice in each status.</summary>
public sealed class InvoiceRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(8));

    private static readonly Invoice Issued = new()
    {
        Number = "2026-0001",
        Symbol = "DEPT",
        Borrower = "Department of Health",
        IssuedOn = new DateOnly(2026, 11, 23),
        PayBy = new DateOnly(2026, 12, 23),
        Currency = "HKD",
        Charges = [new InvoicedCharge("L1", 1, new DateOnly(2026, 11, 20), ChargeFor.Loan, 150, "LNU-1", "DH/1", "Orientalism")],
    };

    [Theory]
    [InlineData(InvoiceStatus.Issued, InvoiceAction.Send, "sent")]
    [InlineData(InvoiceStatus.Issued, InvoiceAction.Remind, "invoice-not-sent")]
    [InlineData(InvoiceStatus.Issued, InvoiceAction.Paid, "paid")]
    [InlineData(InvoiceStatus.Issued, InvoiceAction.Unpaid, "unchanged")]
    [InlineData(InvoiceStatus.Issued, InvoiceAction.Cancel, "cancelled")]
    [InlineData(InvoiceStatus.Sent, InvoiceAction.Send, "unchanged")]
    [InlineData(InvoiceStatus.Sent, InvoiceAction.Remind, "sent")]
    [InlineData(InvoiceStatus.Sent, InvoiceAction.Paid, "paid")]
    [InlineData(InvoiceStatus.Sent, InvoiceAction.Unpaid, "unchanged")]
    [InlineData(InvoiceStatus.Sent, InvoiceAction.Cancel, "cancelled")]
    [InlineData(InvoiceStatus.Paid, InvoiceAction.Send, "invoice-closed")]
    [InlineData(InvoiceStatus.Paid, InvoiceAction.Remind, "invoice-closed")]
    [InlineData(InvoiceStatus.Paid, InvoiceAction.Paid, "unchanged")]
    [InlineData(InvoiceStatus.Paid, InvoiceAction.Unpaid, "issued")]
    [InlineData(InvoiceStatus.Paid, InvoiceAction.Cancel, "invoice-paid")]
    [InlineData(InvoiceStatus.Cancelled, InvoiceAction.Send, "invoice-closed")]
    [InlineData(InvoiceStatus.Cancelled, InvoiceAction.Remind, "invoice-closed")]
    [InlineData(InvoiceStatus.Cancelled, InvoiceAction.Paid, "invoice-closed")]
    [InlineData(InvoiceStatus.Cancelled, InvoiceAction.Unpaid, "invoice-closed")]
    [InlineData(InvoiceStatus.Cancelled, InvoiceAction.Cancel, "unchanged")]
    public void Each_action_is_taken_or_refused_by_name(InvoiceStatus status, InvoiceAction action, string expected) =>
        Result(Issued with { Status = status }, action).ShouldBe(expected);

    [Fact]
    public void A_payment_that_is_taken_back_leaves_the_invoice_sent_if_it_was_sent()
    {
        var sent = Does(Issued, InvoiceAction.Send);
        Does(Does(sent, InvoiceAction.Paid), InvoiceAction.Unpaid).Status.ShouldBe(InvoiceStatus.Sent);
    }

    [Fact]
    public void Reminders_end_and_a_credit_note_has_none()
    {
        var sent = Does(Issued, InvoiceAction.Send);
        for (var n = 0; n < InvoiceRules.MostReminders; n++)
        {
            sent = Does(sent, InvoiceAction.Remind);
        }

        Result(sent, InvoiceAction.Remind).ShouldBe("already-reminded");
        var credit = Does(Issued with { Charges = [Issued.Charges[0] with { For = ChargeFor.FoundAgain, Amount = -1000 }] }, InvoiceAction.Send);
        credit.IsCreditNote.ShouldBeTrue();
        Result(credit, InvoiceAction.Remind).ShouldBe("nothing-to-pay");
    }

    [Fact]
    public void The_actions_that_are_offered_are_those_that_change_something()
    {
        InvoiceRules.ActionsOf(Issued).ShouldBe([InvoiceAction.Send, InvoiceAction.Paid, InvoiceAction.Cancel]);
        InvoiceRules.ActionsOf(Issued with { Status = InvoiceStatus.Sent }).ShouldBe([InvoiceAction.Remind, InvoiceAction.Paid, InvoiceAction.Cancel]);
        InvoiceRules.ActionsOf(Issued with { Status = InvoiceStatus.Paid }).ShouldBe([InvoiceAction.Unpaid]);
        InvoiceRules.ActionsOf(Issued with { Status = InvoiceStatus.Cancelled }).ShouldBeEmpty();
    }

    private static Invoice Does(Invoice invoice, InvoiceAction action) =>
        InvoiceRules.Decide(invoice, new InvoiceStep(Now, action, "staff")).ShouldBeOfType<InvoiceDecision.Changed>().Invoice;

    private static string Result(Invoice invoice, InvoiceAction action) => InvoiceRules.Decide(invoice, new InvoiceStep(Now, action, "staff")) switch
    {
        InvoiceDecision.Changed(var after) => Names.Of(after.Status),
        InvoiceDecision.Refused(var refusal, _) => Names.Of(refusal),
        _ => "unchanged",
    };
}
