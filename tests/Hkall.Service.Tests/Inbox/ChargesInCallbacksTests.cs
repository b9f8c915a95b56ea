using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.Inbox;

namespace Hkall.Service.Tests.Inbox;

/// <summary>A library may name its charge in any callback about the supply.</summary>
public sealed class ChargesInCallbacksTests
{
    private static readonly Money Charge = Money.Hkd(800);

    [Fact]
    public void The_charge_with_the_item_or_the_copy_is_kept()
    {
        News(CallbackStatus.Shipped, Charge).ShouldBeOfType<Shipped>().Cost.ShouldBe(Charge);
        News(CallbackStatus.CopyReady, Charge).ShouldBeOfType<CopyReady>().Cost.ShouldBe(Charge);
    }

    [Fact]
    public void A_promise_for_a_charge_is_an_offer_and_one_for_nothing_is_a_promise()
    {
        News(CallbackStatus.WillSupply, Charge).ShouldBeOfType<Conditional>().Cost.ShouldBe(Charge);
        News(CallbackStatus.WillSupply, Money.Hkd(0)).ShouldBeOfType<WillSupply>();
        News(CallbackStatus.WillSupply, null).ShouldBeOfType<WillSupply>();
    }

    private static SupplierNews News(CallbackStatus status, Money? cost) => new PartnerMessage
    {
        MessageId = "m-1",
        Symbol = "HKU",
        RequestId = "R-1",
        ReceivedAt = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(8)),
        Status = status,
        Cost = cost,
    }.ToNews();
}
