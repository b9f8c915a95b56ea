using Hkall.Domain.Delivering;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Delivering;

/// <summary>Whose parcel it is decides which library is thanked, is measured and gets the item back.</summary>
public class ParcelSendersTests
{
    /// <summary>HKU did not answer in time, and CUHK is asked now.</summary>
    private static ARequest AfterSilence => ARequest.Asking("HKU", then: "CUHK").Waits();

    private static ARequest AfterPassingOver =>
        ARequest.Asking("HKU", then: "CUHK").And(new AskNextSupplier(ReasonCode.PassedOverByStaff));

    [Fact]
    public void A_parcel_that_may_be_from_two_libraries_is_not_received_until_staff_say_whose_it_is()
    {
        Given(AfterSilence).When(new ReceiveItem()).IsRefused(Refusal.WhichLibrary);
        Given(AfterPassingOver).When(new ReceiveItem()).IsRefused(Refusal.WhichLibrary);
    }

    [Fact]
    public void A_late_parcel_of_the_first_library_is_booked_to_it_and_the_library_asked_now_is_told()
    {
        var received = Given(AfterPassingOver).When(new ReceiveItem(From: "HKU"));

        received.AndIs(RequestStatus.ReadyForPickup);
        received.Request.Request.Supplier.ShouldNotBeNull().Symbol.ShouldBe("HKU");
        received.Request.Request.Rota.Single(entry => entry.Symbol == "CUHK").Why.ShouldBe(ReasonCode.AnotherLibrarySupplied);
        received.Effects.OfType<MessageSupplier>().Select(word => (word.Symbol, word.Word))
            .ShouldBe([("CUHK", RequestingAction.Cancel), ("HKU", RequestingAction.Received)], ignoreOrder: true);
        received.Effects.OfType<MeasureTurnaround>().ShouldAllBe(measured => measured.Symbol == "HKU");
    }

    [Fact]
    public void A_parcel_of_the_library_asked_now_is_booked_to_it() =>
        Given(AfterPassingOver).When(new ReceiveItem(From: "CUHK")).Request.Request.Supplier.ShouldNotBeNull().Symbol.ShouldBe("CUHK");

    [Fact]
    public void A_library_that_said_no_sends_nothing_so_nobody_is_asked() =>
        Given(ARequest.Asking("HKU", then: "CUHK").Declined()).When(new ReceiveItem()).AndIs(RequestStatus.ReadyForPickup);

    [Fact]
    public void An_announced_parcel_is_from_the_library_that_announced_it()
    {
        var announced = AfterPassingOver.Shipped();

        Given(announced).When(new ReceiveItem()).Request.Request.Supplier.ShouldNotBeNull().Symbol.ShouldBe("CUHK");
    }

    [Fact]
    public void A_parcel_that_overtakes_the_announced_one_is_booked_to_the_library_on_its_slip()
    {
        var received = Given(AfterPassingOver.Shipped()).When(new ReceiveItem(From: "HKU"));

        received.AndIs(RequestStatus.ReadyForPickup);
        received.Request.Request.Supplier.ShouldNotBeNull().Symbol.ShouldBe("HKU");
        received.Effects.OfType<MessageSupplier>().Select(word => (word.Symbol, word.Word))
            .ShouldBe([("CUHK", RequestingAction.Cancel), ("HKU", RequestingAction.Received)], ignoreOrder: true);
    }

    [Fact]
    public void A_parcel_of_a_library_that_was_never_asked_is_not_taken_in() =>
        Given(AfterPassingOver).When(new ReceiveItem(From: "NUS")).IsRefused(Refusal.OtherLibrary);

    [Theory]
    [InlineData(ReasonCode.Silent, true)]
    [InlineData(ReasonCode.PassedOverByStaff, true)]
    [InlineData(ReasonCode.PromiseNotKept, true)]
    [InlineData(ReasonCode.ChargeDeclined, true)]
    [InlineData(ReasonCode.Unfilled, false)]
    [InlineData(ReasonCode.NotHeld, false)]
    [InlineData(ReasonCode.CancelledByLibrary, false)]
    public void A_library_that_never_said_no_may_still_send_it(ReasonCode why, bool maySend)
    {
        var request = AfterSilence.Request;
        var entries = request.Rota.Select(entry => entry.Symbol == "HKU" ? entry with { Why = why } : entry);

        ParcelSenders.Of(request with { Rota = [.. entries] }).Any(sender => sender.Symbol == "HKU").ShouldBe(maySend);
    }
}
