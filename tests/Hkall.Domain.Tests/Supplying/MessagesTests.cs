using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Supplying;

/// <summary>Late, repeated and crossed messages are ordinary in this trade.</summary>
public class MessagesTests
{
    [Fact]
    public void A_repeated_message_is_acknowledged_and_leaves_nothing()
    {
        var repeated = ARequest.Asking("HKU").And(new WillSupply("HKU", "m-1")).Decide(new WillSupply("HKU", "m-1"))
            .ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>();

        repeated.Why.ShouldBe("The message was heard before.");
        repeated.Events.ShouldBeEmpty();
        repeated.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void A_message_id_that_comes_twice_with_different_content_counts_once() =>
        Given(ARequest.Asking("HKU", then: "CUHK").And(new WillSupply("HKU", "m-1")))
            .When(new Unfilled("HKU", "m-1"))
            .IsIgnored("The message was heard before.");

    [Fact]
    public void The_lenders_number_is_the_one_it_named_last_and_asking_again_begins_without()
    {
        var named = ARequest.Asking("HKU", then: "CUHK").And(new SupplyExpected("HKU", "m-1") { LendersNumber = "BL-7" });
        named.Request.Rota.Select(entry => entry.LendersNumber).ShouldBe(["BL-7", null]);

        var set = named.Meets(new SupplyExpected("HKU", "m-2") { LendersNumber = "BL-8" });
        set.Request.Rota[0].LendersNumber.ShouldBe("BL-8", "What changes nothing else still names it.");
        set.And(new WillSupply("HKU", "m-3")).Request.Rota[0].LendersNumber.ShouldBe("BL-8");
        set.And(new RetryOffered("HKU", "m-3") { LibraryUseOnly = true }).Request.Rota[0].LendersNumber.ShouldBeNull();
    }

    [Fact]
    public void Two_libraries_may_use_the_same_message_id() =>
        Given(ARequest.Asking("HKU", then: "CUHK").And(new Unfilled("HKU", "1")))
            .When(new WillSupply("CUHK", "1"))
            .AndIs(RequestStatus.Expected);

    [Theory]
    [InlineData("CUHK", "is on the rota and has not been asked")]
    [InlineData("LINGNAN-U-PRESS", "is no library of this request")]
    public void A_library_that_was_not_asked_moves_nothing(string symbol, string since)
    {
        since.ShouldNotBeEmpty();
        Given(ARequest.Asking("HKU", then: "CUHK")).When(new Shipped(symbol, "m-1")).IsIgnored($"{symbol} was never asked.");
    }

    [Fact]
    public void A_message_set_aside_is_on_record_with_the_reason()
    {
        var outcome = Given(ARequest.Asking("HKU").OnTheShelf()).When(new Unfilled("HKU", "m-9")).IsIgnored("HKU has already supplied it.");

        outcome.Request.History[^1].Event.ShouldBe(new MessageSetAside("HKU", "m-9", "unfilled", "HKU has already supplied it."));
    }

    [Fact]
    public void Shipped_heard_before_the_promise_counts_and_the_promise_is_set_aside() =>
        Given(ARequest.Asking("HKU").Shipped()).When(new WillSupply("HKU", "m-0")).IsIgnored("HKU has already supplied it.");

    [Fact]
    public void A_renewal_nobody_asked_for_is_set_aside() =>
        Given(ARequest.Asking("HKU").OnLoan()).When(new RenewalGranted("HKU", "m-9")).IsIgnored("No renewal was asked for.");

    [Fact]
    public void The_marks_kept_of_messages_heard_are_limited_and_the_newest_are_kept()
    {
        var request = ARequest.Asking("HKU").Promised();
        for (var i = 0; i < 150; i++)
        {
            request = request.Meets(new WillSupply("HKU", $"again-{i}"));
        }

        request.Request.Heard.Count.ShouldBe(RequestFold.MarksKept);
        request.Request.Heard[^1].ShouldBe("HKU/again-149");
        request.Decide(new WillSupply("HKU", "again-149")).ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>().Events.ShouldBeEmpty();
    }
}
