using Hkall.Domain;
using Hkall.Domain.Accounts;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Domain.Renewing;
using Hkall.Domain.Tests.Kit;
using Hkall.Domain.Tests.Lending;
using Hkall.Domain.Tests.Table;
using Hkall.Pages.Staff;
using Hkall.Service.Lending;
using Hkall.Service.MyRequests;
using Hkall.Service.Staff;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Orders;

/// <summary>What is offered can be done: a button is never refused the next moment for a reason that was known when it was shown.</summary>
public class OfferedActionsTests
{
    private static readonly IReadOnlyList<Block?> Standings =
        [null, new Block("fees", "You owe HKD 250.00."), new Block("expired", "Your card has expired."), new Block("library", "Blocked by the Library.")];

    [Fact]
    public void Whatever_a_patron_is_offered_can_be_done()
    {
        foreach (var (name, situation) in Situations.All)
        {
            foreach (var blocked in Standings)
            {
                foreach (var action in RequestViews.ActionsOf(situation.Request, situation.Rules, situation.Now, blocked))
                {
                    var command = CommandOf(action, situation.Request, blocked);

                    situation.Decide(command).ShouldNotBeOfType<Refused<PatronRequest, RequestEvent>>($"{action} ({blocked?.Code}): {name}");
                }
            }
        }
    }

    [Fact]
    public void A_blocked_patron_is_offered_no_renewal()
    {
        var onLoan = Situations.All.Where(situation => situation.Request.Request.Status == RequestStatus.OnLoan).ToList();

        onLoan.ShouldContain(one => RequestViews.ActionsOf(one.Request.Request, one.Request.Rules, one.Request.Now, null).Contains("renew"));
        onLoan.ShouldAllBe(one => !RequestViews.ActionsOf(one.Request.Request, one.Request.Rules, one.Request.Now, Standings[1]).Contains("renew"));
    }

    [Fact]
    public void Whatever_staff_are_offered_can_be_done()
    {
        foreach (var (name, situation) in Situations.All)
        {
            foreach (var action in StaffButtons.Of(situation.Request, situation.Rules, situation.Now)
                .Concat(StaffButtons.PutRight(situation.Request, situation.Rules, situation.Now)))
            {
                var command = StaffCommands.Of(action, FormOf(action, situation.Request), "lam", Libraries.Date("2026-11-23"), mustName: false).ShouldNotBeNull();

                situation.Decide(command).ShouldNotBeOfType<Refused<PatronRequest, RequestEvent>>($"{action}: {name}");
            }
        }
    }

    [Fact]
    public void Whatever_lending_offers_can_be_done()
    {
        foreach (var (name, situation) in LendingTable.Situations)
        {
            foreach (var action in LendingView.ActionsOf(situation.Request).Where(action => action != "file"))
            {
                var command = LendingCommands.Of(action, LendingFormOf(action), situation.Request, Actor.Staff("lam"), () => "m-1").ShouldNotBeNull();

                LendingRules.Decide(situation.Request, command, situation.Now, situation.Rules)
                    .ShouldNotBeOfType<Refused<LendingRequest, LendingEvent>>($"{action}: {name}");
            }
        }
    }

    private static RequestCommand CommandOf(string action, PatronRequest request, Block? blocked) => action switch
    {
        "cancel" => new CancelRequest(Who.Patron),
        "unwanted" => new DeclareUnwanted(Who.Patron),
        "renew" => new RenewLoan(blocked),
        "cost-decision" => new DecideCost(Accept: true, request.Quote!.Cost),
        "office-delivery" => new ChooseOffice("Department of Translation"),
        "report-scan" => new ReportScan(ScanFault.Wrong, Who.Patron, request.ScanNumber),
        "declaration" => new SignDeclaration(Things.SignedDeclaration, Things.PatronsName),
        "download" => new DownloadFile(),
        "offer-decision" => new DecideOffer(Way: null),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    private static StaffForm FormOf(string action, PatronRequest request) => new()
    {
        Note = "A note.",
        Symbol = action == "receive" ? ParcelSenders.Of(request)[0].Symbol : null,
        Barcode = action == "receive" && request.Parts is not null ? "V9" : null,
        Amount = action is "charge-fee" or "charge-supply" ? new MoneyForm("HKD", 120)
            : request.Quote is { } quote ? new MoneyForm(quote.Cost.Currency, quote.Cost.Amount) : null,
        Fee = Hkall.Domain.Fees.ManualFee.Other,
        By = SaidBy.Counter,
        How = AskedBy.Telephone,
        Library = "The Bookshop",
        Tier = Tier.Hkall,
        Step = request.Steps is [.., var last] ? last.Step : null,
        LenderDueOn = action == "set-dates" ? (request.Loan?.LenderDueOn ?? Libraries.Date("2026-11-23")).AddDays(1) : null,
    };

    private static LendingActionForm LendingFormOf(string action) => new()
    {
        Note = "A note.",
        Unfilled = UnfilledReason.NotHeld,
        Retry = RetryReason.AtBindery,
        Conditions = action == "conditional" ? [LoanCondition.LibraryUseOnly] : null,
        Kind = BorrowerMessageKind.StatusRequest,
        Barcode = "B1",
        Compliance = "Other: s. 50",
    };
}
