using Hkall.Domain.Accounts;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Domain.Renewing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Accounts;

public class BlockTests
{
    private static readonly DateOnly Today = Date("2026-11-23");

    [Fact]
    public void A_block_of_the_librarys_own_system_is_told_with_its_reason() =>
        Of(new OwnAccount { Blocks = ["Items overdue since October"] })
            .ShouldBe([new Block("library-block", "Your Library account is blocked: Items overdue since October")]);

    [Theory]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-22", true)]
    public void A_card_is_good_until_the_end_of_its_last_day(string lastDay, bool blocked) =>
        (Of(new OwnAccount { CardExpiresOn = Date(lastDay) }) is [{ Code: "card-expired" }]).ShouldBe(blocked);

    [Fact]
    public void A_patron_who_owes_thirty_dollars_is_blocked_until_it_is_paid()
    {
        var lost = ARequest.Asking("HKU").OnLoan().DeclaredLost();

        Of(OwnAccount.Empty, lost.Request).ShouldHaveSingleItem().Code.ShouldBe("fees");
        Of(OwnAccount.Empty, lost.And(new SettleFee(1, null, "paid")).And(new SettleFee(2, Money.Hkd(70.01m), "paid")).Request).ShouldBeEmpty();
    }

    [Fact]
    public void Fines_of_items_still_on_loan_count_as_owed()
    {
        var overdue = ARequest.Asking("HKU").Overdue().Request;

        Blocks.Of(OwnAccount.Empty, [overdue], Date("2027-01-14"), Rules).ShouldBeEmpty("14 open days");
        Blocks.Of(OwnAccount.Empty, [overdue], Date("2027-01-15"), Rules).ShouldHaveSingleItem().Why
            .ShouldBe("You owe HKD 30.00 for overdue or lost items. Requests and renewals are blocked when fees reach HKD 30.00.");
    }

    [Fact]
    public void The_third_overdue_notice_blocks_until_the_item_is_back()
    {
        var twice = ARequest.Asking("HKU").Overdue().Waits();
        var thrice = twice.Waits();

        Blocks.Of(OwnAccount.Empty, [twice.Request], Date("2027-01-07"), Rules).ShouldBeEmpty();
        Blocks.Of(OwnAccount.Empty, [thrice.Request], Date("2027-01-07"), Rules).ShouldHaveSingleItem().Code.ShouldBe("overdue");
        Blocks.Of(OwnAccount.Empty, [thrice.CheckedIn().Request], Date("2027-01-07"), Rules).ShouldBeEmpty();
    }

    [Fact]
    public void A_blocked_patron_cannot_place_a_request()
    {
        var order = new PlaceRequest
        {
            RequestId = "R-2",
            PatronId = "P-1",
            Group = PatronGroup.Undergraduate,
            Service = ServiceType.Copy,
            Item = Things.Article,
            Declaration = Things.SignedDeclaration,
            SignedBy = Things.PatronsName,
            Rota = [Library("HKU")],
            AcceptTiers = Enum.GetValues<Tier>(),
            OpenRequests = [],
        };

        PlacingRules.Decide(order with { Own = new OwnAccount { Blocks = ["Unpaid bill"] } }, Monday, Rules)
            .ShouldBeOfType<Refused<PatronRequest, RequestEvent>>()
            .ShouldBe(new Refused<PatronRequest, RequestEvent>(Refusal.Blocked, "Your Library account is blocked: Unpaid bill"));
        PlacingRules.Decide(order with { Owing = [ARequest.Asking("HKU").OnLoan().DeclaredLost().Request] }, Monday, Rules)
            .ShouldBeOfType<Refused<PatronRequest, RequestEvent>>()
            .Refusal.ShouldBe(Refusal.Blocked);
    }

    [Fact]
    public void A_blocked_patron_cannot_renew_and_is_told_why()
    {
        Given(ARequest.Asking("HKU").OnLoan()).When(new RenewLoan(new Block("fees", "You owe HKD 40.00."))).IsRefused(Refusal.Blocked);
        Given(ARequest.Asking("HKU").OnLoan().Recalled()).When(new RenewLoan(new Block("fees", "You owe HKD 40.00."))).IsRefused(Refusal.AlreadyRecalled);
    }

    private static IReadOnlyList<Block> Of(OwnAccount own, params PatronRequest[] requests) => Blocks.Of(own, requests, Today, Rules);
}
