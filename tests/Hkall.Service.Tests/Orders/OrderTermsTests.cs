using Hkall.Domain;
using Hkall.Service.Engine;

namespace Hkall.Service.Tests.Orders;

/// <summary>What an order says of itself: what its giver saw, and which order it is.</summary>
public class OrderTermsTests
{
    private static readonly Actor Lam = Actor.Staff("lam");

    [Theory]
    [InlineData("7YBQX1AGBZMSD7W1X4SXJB9YAJ.12", 12)]
    [InlineData("7YBQX1AGBZMSD7W1X4SXJB9YAJ.0", 0)]
    public void A_version_is_read_as_it_was_written(string text, int journal)
    {
        var version = RequestVersion.Find(text).ShouldNotBeNull();

        version.ShouldBe(new RequestVersion("7YBQX1AGBZMSD7W1X4SXJB9YAJ", journal));
        version.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData(".12")]
    [InlineData("7YBQX1AGBZMSD7W1X4SXJB9YAJ.")]
    [InlineData("7YBQX1AGBZMSD7W1X4SXJB9YAJ.-1")]
    [InlineData("7YBQX1AGBZMSD7W1X4SXJB9YAJ.99999999999")]
    [InlineData("7YBQX1AGBZMSD7W1X4SXJB9YAJ.1.2")]
    [InlineData("7YBQX1AGBZMSD7W1X4SXJB9YAJX.1")]
    public void What_is_no_version_is_not_read_as_one(string text) => RequestVersion.Find(text).ShouldBeNull();

    [Fact]
    public void Two_people_and_two_contents_never_give_the_same_order()
    {
        var terms = new OrderTerms(OrderId: "o-1");
        var order = terms.For("lost", "a note").Order(Lam).ShouldNotBeNull();

        terms.For("lost", "a note").Order(Lam).ShouldBe(order);
        terms.For("lost", "a note").Order(Actor.Staff("wong"))!.Key.ShouldNotBe(order.Key);
        terms.For("lost", "another note").Order(Lam)!.Content.ShouldNotBe(order.Content);
        terms.For("damaged", "a note").Order(Lam)!.Content.ShouldNotBe(order.Content);
        OrderTerms.None.For("lost", "a note").Order(Lam).ShouldBeNull();
    }

    [Fact]
    public void A_request_remembers_a_limited_number_of_orders_and_forgets_the_oldest()
    {
        IReadOnlyList<GivenOrder>? kept = null;
        for (var number = 0; number < GivenOrder.MostKept + 5; number++)
        {
            kept = GivenOrder.After(kept, new GivenOrder($"k{number}", "c"));
        }

        kept!.Count.ShouldBe(GivenOrder.MostKept);
        kept[0].Key.ShouldBe("k5");
        GivenOrder.After(kept, order: null).ShouldBe(kept);
        GivenOrder.After(null, order: null).ShouldBeNull();
    }
}
