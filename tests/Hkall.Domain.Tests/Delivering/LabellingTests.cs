using Hkall.Domain.Delivering;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Delivering;

public class LabellingTests
{
    [Fact]
    public void The_barcode_scanned_with_the_receipt_is_kept() =>
        Given(ARequest.Asking("HKU").OnItsWay())
            .When(new ReceiveItem(Barcode: "38888001"))
            .Then(new ItemLabelled("38888001"), new ItemReceived(Date("2026-11-30"), LibraryUseOnly: false));

    [Fact]
    public void An_item_on_the_shelf_can_be_labelled_later_and_goes_on_waiting_as_before()
    {
        var shelved = ARequest.Asking("HKU").OnTheShelf();

        var after = Given(shelved).When(new LabelItem("38888001")).Then(new ItemLabelled("38888001")).AndSendsNothing().Request.Request;

        (after.Barcode, after.Deadline).ShouldBe(("38888001", shelved.Request.Deadline));
    }

    [Fact]
    public void A_label_replaces_one_that_was_misread() =>
        Given(ARequest.Asking("HKU").OnTheShelf().And(new LabelItem("3888800l"))).When(new LabelItem("38888001")).Then(new ItemLabelled("38888001"));

    [Fact]
    public void The_same_label_again_changes_nothing() =>
        Given(ARequest.Asking("HKU").OnTheShelf().And(new LabelItem("38888001")))
            .When(new LabelItem("38888001")).IsIgnored("The item is known by this barcode already.");

    [Fact]
    public void An_item_that_has_not_arrived_cannot_be_given_a_barcode() =>
        Given(ARequest.Asking("HKU").OnItsWay()).When(new LabelItem("38888001")).IsRefused(Refusal.NotExpected);

    [Fact]
    public void Another_library_sends_another_item()
    {
        var labelled = ARequest.Asking("HKU", "CUHK").OnTheShelf().And(new LabelItem("38888001"));

        labelled.Request.Barcode.ShouldBe("38888001");
        RequestFold.Apply(
            labelled.Request, new Hkall.Domain.Supplying.SupplierAsked("CUHK", new Hkall.Domain.Model.Estimate(Date("2026-12-01"), Date("2026-12-03"))),
            Noon("2026-12-01"))
            .Barcode.ShouldBeNull();
    }
}
