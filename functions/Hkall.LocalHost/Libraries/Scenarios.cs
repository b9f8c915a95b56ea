using Hkall.Domain;

namespace Hkall.LocalHost.Libraries;

/// <summary>
/// The scenarios of the simulated libraries. All delays are here: in working days (Mondays to Fridays less the general
/// holidays of Hong Kong) of the bench's clock, counted from the message that the step answers. A delay of no days means at
/// once; any other ends at 10:00 of its day.
/// </summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>after</term><description>hkall, local, overseas</description></listheader>
/// <item><term>our request: the first answer</term><description>at once, 1, 1</description></item>
/// <item><term>our request: the item shipped, or the scan sent</term><description>1, 2, 3</description></item>
/// <item><term>our request: a promise that is taken back</term><description>1, 2, 3</description></item>
/// <item><term>our request: the shipped item found to be lost on the way</term><description>10, 12, 15</description></item>
/// <item><term>our "received": the item recalled</term><description>5</description></item>
/// <item><term>our "received": the item called overdue, its due date having been 10 days after shipping</term><description>12</description></item>
/// <item><term>our "cancel" or "renew": the answer</term><description>at once</description></item>
/// <item><term>our "returned": the loan completed</term><description>3, 4, 8</description></item>
/// </list>
/// <c>loan</c> and <c>copy</c> both supply the item. <c>slow</c> takes four times as long, which is longer than the service
/// waits for a library of HKALL or of the city. <c>http-500</c> refuses every message about the request. Unless it says
/// otherwise, a scenario answers a cancellation with <c>cancelled</c>, or with <c>cancel-declined</c> once the item or the scan
/// has left, and a renewal with <c>renewed</c>.
/// </remarks>
public static class Scenarios
{
    public const string Loan = "loan";
    public const string Copy = "copy";

    private static readonly ByTier<int> AtOnce = new(0, 0, 0);
    private static readonly ByTier<int> FirstAnswer = new(0, 1, 1);
    private static readonly ByTier<int> Supply = new(1, 2, 3);
    private static readonly ByTier<int> AfterSupply = new(2, 3, 4);
    private static readonly ByTier<int> LossNoticed = new(10, 12, 15);
    private static readonly ByTier<int> RecallAfterReceipt = new(5, 5, 5);
    private static readonly ByTier<int> OverdueAfterReceipt = new(12, 12, 12);
    private static readonly ByTier<int> BackOnTheShelf = new(3, 4, 8);

    /// <summary>The loan periods of the lenders, in calendar days after shipping.</summary>
    private static readonly ByTier<int> LoanPeriod = new(90, 75, 120);
    private static readonly ByTier<int> LoanedToAnother = new(7, 7, 14);
    private static readonly ByTier<int> ShortLoanPeriod = new(10, 10, 20);
    private static readonly ByTier<int> RecallPeriod = new(7, 7, 14);
    private static readonly ByTier<int> RenewalPeriod = new(120, 105, 150);

    /// <summary>The factor by which <c>slow</c> takes longer.</summary>
    private const int SlowFactor = 4;

    private const decimal Charge = 450.00m;

    private static readonly Step WillSupply = new(News.WillSupply, FirstAnswer);
    private static readonly Step Shipped = new(News.Shipped, Supply) { DueInDays = LoanPeriod };
    private static readonly Step Scan = new(News.Scan, Supply);
    private static readonly Step Declined = new(News.Unfilled, FirstAnswer) { Reason = "not-on-shelf" };
    private static readonly Step WithdrawnPromise = new(News.Unfilled, Supply) { Reason = "not-found-as-cited" };
    private static readonly Step Conditional = new(News.Conditional, FirstAnswer) { Reason = "cost", Cost = Charge };
    private static readonly Step Expects = new(News.ExpectToSupply, FirstAnswer);
    private static readonly Step RetryForCharge = new(News.RetryPossible, FirstAnswer) { Reason = "cost-exceeds-max-cost", Cost = Charge };
    private static readonly Step RetryLater = new(News.RetryPossible, FirstAnswer) { Reason = "on-loan", DueInDays = LoanedToAnother };
    private static readonly Step UseHereOnly = new(News.Conditional, FirstAnswer) { Reason = "library-use-only", LibraryUseOnly = true };
    private static readonly Step LostOnTheWay = new(News.Lost, LossNoticed) { Reason = "lost-in-transit" };
    private static readonly Step Cancelled = new(News.Cancelled, AtOnce);
    private static readonly Step CancelDeclined = new(News.CancelDeclined, AtOnce) { Reason = "already-supplied" };
    private static readonly Step Question = new(News.Note, FirstAnswer) { Reason = "Only the second edition is here. Is that right?" };
    private static readonly Step Recalled = new(News.Recalled, RecallAfterReceipt) { DueInDays = RecallPeriod };
    private static readonly Step Overdue = new(News.Overdue, OverdueAfterReceipt);
    private static readonly Step Renewed = new(News.Renewed, AtOnce) { DueInDays = RenewalPeriod };
    private static readonly Step RenewalDeclined = new(News.RenewalDeclined, AtOnce) { Reason = "not-renewable" };
    private static readonly Step Completed = new(News.Completed, BackOnTheShelf);

    /// <summary>The library supplies the item, and does everything else as it should.</summary>
    private static readonly Scenario Supplies = new(Loan)
    {
        Loan = [WillSupply, Shipped],
        Copy = [WillSupply, Scan],
        Cancel = [Cancelled],
        CancelTooLate = [CancelDeclined],
        Returned = [Completed],
        Renew = [Renewed],
    };

    /// <summary>The library never answers.</summary>
    private static readonly Scenario SaysNothing = new("silent") { Loan = [], Copy = [], Cancel = [], CancelTooLate = [], Returned = [], Renew = [] };

    private static readonly IReadOnlyDictionary<string, Scenario> ByName = new Scenario[]
    {
        Supplies,
        Supplies with { Name = Copy },
        SaysNothing,

        // Answers that end the request at this library.
        Supplies with { Name = "unfilled", Loan = [Declined], Copy = [Declined] },
        Supplies with { Name = "will-supply-then-unfilled", Loan = [WillSupply, WithdrawnPromise], Copy = [WillSupply, WithdrawnPromise] },
        Supplies with { Name = "conditional-cost", Loan = [Conditional], Copy = [Conditional], CostAccepted = [WillSupply, Shipped, Scan] },

        Supplies with { Name = "library-use-condition", Loan = [UseHereOnly], CostAccepted = [Shipped with { LibraryUseOnly = true }] },
        Supplies with { Name = "expect-to-supply", Loan = [Expects, WillSupply with { After = Supply }, Shipped with { After = AfterSupply }] },
        Supplies with { Name = "question", Loan = [WillSupply, Question, Shipped], Copy = [WillSupply, Question, Scan] },
        Supplies with { Name = "retry-cost", Loan = [RetryForCharge], Copy = [RetryForCharge], Retried = [WillSupply, Shipped, Scan] },
        Supplies with { Name = "retry-later", Loan = [RetryLater], Copy = [RetryLater], Retried = [WillSupply, Shipped, Scan] },

        // Loans that do not go as planned. Copies are supplied as usual.
        Supplies with { Name = "library-use-only", Loan = [WillSupply, Shipped with { LibraryUseOnly = true }] },
        Supplies with { Name = "lost-in-transit", Loan = [WillSupply, Shipped, LostOnTheWay] },
        Supplies with { Name = "recall", Received = [Recalled] },
        Supplies with { Name = "overdue", Loan = [WillSupply, Shipped with { DueInDays = ShortLoanPeriod }], Received = [Overdue] },
        Supplies with { Name = "renew-approved" },
        Supplies with { Name = "renew-declined", Renew = [RenewalDeclined with { Reason = "requested-by-another" }] },
        Supplies with { Name = "renew-silent", Renew = [] },
        Supplies with { Name = "loan-not-renewable", Renew = [RenewalDeclined] },
        Supplies with { Name = "cancel-refused", Cancel = [CancelDeclined with { Reason = "being-supplied" }] },
        Supplies with { Name = "slow", Slowness = SlowFactor },

        // Messages that do not come as they should.
        Supplies with
        {
            Name = "duplicate-messages",
            Loan = [Twice(WillSupply), Twice(Shipped)],
            Copy = [Twice(WillSupply), Twice(Scan)],
            Cancel = [Twice(Cancelled)],
            CancelTooLate = [Twice(CancelDeclined)],
            Returned = [Twice(Completed)],
            Renew = [Twice(Renewed)],
        },
        Supplies with
        {
            Name = "out-of-order",
            Loan = [Shipped, WillSupply with { After = AfterSupply }],
            Copy = [new Step(News.CopyReady, FirstAnswer), Scan, WillSupply with { After = AfterSupply }],
        },
        SaysNothing with
        {
            Name = "bad-signature",
            Loan = [WillSupply with { Flaw = Flaw.BadSignature }, Shipped with { Flaw = Flaw.BadSignature }],
            Copy = [WillSupply with { Flaw = Flaw.BadSignature }, Scan with { Flaw = Flaw.BadSignature }],
        },
        SaysNothing with
        {
            Name = "malformed",
            Loan = [WillSupply with { Flaw = Flaw.NotJson }, Shipped with { Flaw = Flaw.UnknownStatus }],
            Copy = [WillSupply with { Flaw = Flaw.NotJson }, new Step(News.CopyReady, Supply) { Flaw = Flaw.UnknownStatus }],
        },
        SaysNothing with { Name = "http-500", SystemDown = true },
    }.ToDictionary(scenario => scenario.Name, StringComparer.Ordinal);

    public static IEnumerable<string> AllNames => ByName.Keys;

    public static Scenario? Find(string name) => ByName.GetValueOrDefault(name);

    private static Step Twice(Step step) => step with { Flaw = Flaw.SentTwice };
}
