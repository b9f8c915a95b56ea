using System.Text;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Lending.ALending;

namespace Hkall.Domain.Tests.Lending;

/// <summary>Every place a request to lend can stand in, and everything that can arrive.</summary>
internal static class LendingTable
{
    private static readonly RuleBook ByHand = With(policy => policy with { AnswersItself = false });

    public static IReadOnlyList<(string Name, ALending Request)> Situations { get; } =
    [
        ("loan, to answer", ALoan(rules: ByHand)),
        ("copy, to answer, no compliance", ACopy(order => order with { Compliance = null })),
        ("loan, conditions offered", ALoan(rules: ByHand).And(new OfferConditions([LoanCondition.LibraryUseOnly]))),
        ("loan of a department, a charge to accept", ALoan(order => order with { Borrower = Department })),
        ("copy, conditions offered, no compliance", ACopy(order => order with { Compliance = null }).And(new OfferConditions([LoanCondition.NoReproduction]))),
        ("loan, to pull", ALoan()),
        ("loan, to pull, no barcode known", ALoan(order => order with { Holding = OnOurShelf with { Barcode = null } })),
        ("copy, to pull", ACopy()),
        ("loan, to ship", ALoan().Pulled()),
        ("loan, to ship, chased to the last", ALoan().Pulled().Waits().Waits().Waits().Waits()),
        ("copy, to scan", ACopy().Pulled()),
        ("loan, to pull, cancel asked", ALoan().Cancels()),
        ("loan, to ship, cancel asked", ALoan().Pulled().Cancels()),
        ("copy, to scan, cancel asked", ACopy().Pulled().Cancels()),
        ("loan, shipped", ALoan().Shipped()),
        ("loan of a library that pays, shipped",
            ALoan(order => order with { Borrower = Cuhk with { Kind = BorrowerKind.Library }, MaxCost = Money.Hkd(200) }).Shipped()),
        ("loan, on loan", ALoan().Arrived()),
        ("loan, on loan, a message to read", ALoan().Arrived().And(new BorrowerSaid(Symbol, "m-said", "Please hurry."))),
        ("loan, renewed once", ALoan().Arrived().Renews("m-r1")),
        ("loan, renewal asked", ALoan().Arrived().Renews("m-r1").Renews("m-r2")),
        ("loan, renewed as often as allowed", ALoan().Arrived().Renews("m-r1").Renews("m-r2").And(new ApproveRenewal())),
        ("loan, overdue", ALoan().Arrived().Waits()),
        ("loan, overdue to the last notice", ALoan().Arrived().Waits().Waits().Waits().Waits()),
        ("loan, recalled", ALoan().Arrived().And(new RecallItem())),
        ("loan, recalled and overdue", ALoan().Arrived().And(new RecallItem()).Waits()),
        ("loan, returning", ALoan().Arrived().SentBack()),
        ("loan, returning, chased to the last", ALoan().Arrived().SentBack().Waits().Waits().Waits()),
        ("copy, supplied", ACopy().Scanned()),
        ("copy, supplied and taken as often as allowed", ACopy().Scanned().And(new TakeCopy()).And(new TakeCopy()).And(new TakeCopy())),
        ("loan, completed", ALoan().Arrived().And(new TakeBack())),
        ("copy, completed", ACopy().Scanned().And(new BorrowerReceived(Symbol, "m-got"))),
        ("loan, unfilled", ALoan().And(new DeclineLending(UnfilledReason.NotOnShelf))),
        ("loan, retry possible", ALoan(order => order with { Holding = OnOurShelf with { Available = false } })),
        ("loan, cancelled", ALoan().Cancels().And(new ApproveCancel())),
        ("loan of a body told by hand, to pull",
            ALoan(order => order with { Borrower = Cuhk with { Email = null, IsToldByHand = true } })),
        ("loan, lost", ALoan().Arrived().And(new DeclareLentLost("gone"))),
    ];

    private static readonly (string Name, Func<string, LendingCommand> Command)[] News =
    [
        ("request again", symbol => new AskedOnceMore(symbol, "m-new", Reminder: false)),
        ("reminder", symbol => new AskedOnceMore(symbol, "m-new", Reminder: true)),
        ("retry", symbol => new AskedToRetry(symbol, "m-new", OnOurShelf)),
        ("status request", symbol => new StatusAsked(symbol, "m-new")),
        ("received", symbol => new BorrowerReceived(symbol, "m-new")),
        ("cancel", symbol => new BorrowerCancels(symbol, "m-new")),
        ("renew", symbol => new BorrowerRenews(symbol, "m-new")),
        ("sent back", symbol => new BorrowerReturned(symbol, "m-new")),
        ("sent on", symbol => new BorrowerForwarded(symbol, "m-new")),
        ("conditions accepted", symbol => new ConditionsAnswered(symbol, "m-new", Accept: true)),
        ("conditions declined", symbol => new ConditionsAnswered(symbol, "m-new", Accept: false)),
        ("notification", symbol => new BorrowerSaid(symbol, "m-new", "Please hurry.")),
        ("lost", symbol => new BorrowerLost(symbol, "m-new")),
    ];

    private static readonly (string Name, LendingCommand Order)[] Orders =
    [
        ("staff will supply", new PromiseSupply()),
        ("staff will supply, compliance stated", new PromiseSupply("by letter")),
        ("staff decline", new DeclineLending(UnfilledReason.PoorCondition)),
        ("staff offer conditions", new OfferConditions([LoanCondition.LibraryUseOnly], Money.Hkd(50))),
        ("staff offer a retry", new OfferRetry(RetryReason.AtBindery, Libraries.Date("2026-12-07"))),
        ("staff pull", new PullItem("31234000999999")),
        ("staff ship", new ShipItem()),
        ("staff scan", new SupplyCopy(Things.TheScan with { Id = "scan-2" })),
        ("borrower takes the scan", new TakeCopy()),
        ("staff recall", new RecallItem()),
        ("staff approve the renewal", new ApproveRenewal()),
        ("staff decline the renewal", new DeclineRenewal("reserved")),
        ("staff take back", new TakeBack()),
        ("staff declare lost", new DeclareLentLost("gone", Money.Hkd(750))),
        ("staff approve the cancellation", new ApproveCancel()),
        ("staff decline the cancellation", new DeclineCancel("packed")),
        ("staff told the borrower", new RecordBorrowerTold()),
        ("staff write to the borrower", new WriteToBorrower("Which edition?")),
        ("staff mark the messages as read", new MarkBorrowerAsRead()),
        ("staff note", new AddLendingNote("Ada", "noted")),
    ];

    /// <summary>All that can reach this request, each at the moment at which it does.</summary>
    public static IEnumerable<(string Name, LendingCommand Command, DateTimeOffset At)> For(ALending request)
    {
        var symbol = request.Request.Borrower.Symbol;
        foreach (var (name, news) in News)
        {
            yield return (name, news(symbol), request.Now);
        }

        yield return ("renew (stranger)", new BorrowerRenews("NUS", "m-new"), request.Now);
        yield return ("a message said again", new BorrowerCancels(symbol, "m-0"), request.Now);
        foreach (var (name, order) in Orders)
        {
            yield return (name, order, request.Now);
        }

        var deadline = request.Request.Deadline ?? new Deadline(request.Request.DeadlinesSet, DeadlineKind.LendingAnswer, request.Now);
        yield return ("deadline reached", new LendingDeadlineReached(deadline.Id), deadline.At);
        yield return ("deadline reached a year late", new LendingDeadlineReached(deadline.Id), deadline.At.AddYears(1));
        yield return ("deadline not yet due", new LendingDeadlineReached(deadline.Id), deadline.At.AddTicks(-1));
        yield return ("deadline since moved", new LendingDeadlineReached(deadline.Id - 1), deadline.At);
    }

    public static string Written()
    {
        var text = new StringBuilder("What every request to lend answers to everything. Written by the tests; see Kit/Approved.cs.\n");
        foreach (var (situation, request) in Situations)
        {
            text.Append($"\n== {situation} [{Names.Of(request.Status)}, {Waits(request.Request)}] ==\n");
            foreach (var (name, command, at) in For(request))
            {
                text.Append($"{name,-38} {Answer(request, request.Decide(command, at))}\n");
            }
        }

        return text.ToString();
    }

    internal static string Answer(ALending before, Decision<LendingRequest, LendingEvent> decision) => decision switch
    {
        Decided<LendingRequest, LendingEvent> decided =>
            $"DECIDED {Change(before.Request, decided.Request)} [{Events(decided.Events)}]{Effects(decided.Effects)}",
        Ignored<LendingRequest, LendingEvent> ignored => $"ignored {ignored.Why}{Effects(ignored.Effects)}",
        Refused<LendingRequest, LendingEvent> refused => $"REFUSED {Names.Of(refused.Refusal)}: {refused.Why}",
        _ => throw new InvalidOperationException("There are three answers."),
    };

    private static string Change(LendingRequest before, LendingRequest after) =>
        before.Status == after.Status ? $"{Names.Of(after.Status)}, {Waits(after)}" : $"-> {Names.Of(after.Status)}, {Waits(after)}";

    private static string Waits(LendingRequest request) =>
        request.Deadline is { } deadline ? $"awaits {Names.Of(deadline.For)} of {Names.Of(deadline.For.ResponsibleParty())}" : "closed";

    private static string Events(IReadOnlyList<LendingEvent> events) =>
        string.Join(", ", events.Where(happened => happened is not (BorrowerHeard or LendingDeadlineSet)).Select(LendingEventNames.Of));

    private static string Effects(IReadOnlyList<Effect> effects) =>
        effects.Count == 0 ? string.Empty : $" => {string.Join(", ", effects.Select(effect => effect.Kind))}";
}
