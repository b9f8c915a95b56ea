using System.Collections.Immutable;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Lending;

/// <summary>A request to lend and how it came to stand where it stands: every step is a real command that was really obeyed.</summary>
internal sealed record ALending
{
    public const string Symbol = "CUHK";

    public static readonly Borrower Cuhk = new(
        Symbol, "The Chinese University of Hong Kong", BorrowerKind.Reciprocal, "ill@cuhk.example", ["University Library", "Sha Tin"]);

    public static readonly Borrower Department = new("X-GOV", "Department of Health", BorrowerKind.Government, "library@dh.example");

    public static readonly Holding OnOurShelf = new(Sure: true, Held: true, "PL2727.S2", "2/F", Barcode: "31234000123456");

    public required LendingRequest Request { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required RuleBook Rules { get; init; }

    public required ImmutableList<(LendingEvent Event, DateTimeOffset At)> History { get; init; }

    public IReadOnlyList<Effect> LastSaid { get; init; } = [];

    public LendingStatus Status => Request.Status;

    public static ALending ALoan(Func<AskToLend, AskToLend>? but = null, RuleBook? rules = null) => Asked(ServiceType.Loan, Things.Book, but, rules);

    public static ALending ACopy(Func<AskToLend, AskToLend>? but = null, RuleBook? rules = null) =>
        Asked(ServiceType.Copy, Things.Article, order => (but ?? (same => same))(order with { Compliance = "Other: s. 50, for private study" }), rules);

    private static ALending Asked(ServiceType service, Item item, Func<AskToLend, AskToLend>? but, RuleBook? rules)
    {
        var order = new AskToLend
        {
            RequestId = "L-1",
            Borrower = Cuhk,
            AgencyId = "JULAC:CUHK",
            BorrowersId = "their-1",
            MessageId = "m-0",
            Service = service,
            Item = item,
            Holding = OnOurShelf,
            OpenWithBorrower = 0,
        };
        var decided = LendingRules.Ask(but is null ? order : but(order), Libraries.Monday, rules ?? Libraries.Rules);
        return new ALending
        {
            Request = decided.Request,
            Now = Libraries.Monday,
            Rules = rules ?? Libraries.Rules,
            History = [.. decided.Events.Select(happened => (happened, Libraries.Monday))],
            LastSaid = decided.Effects,
        };
    }

    public static RuleBook With(Func<LendingPolicy, LendingPolicy> policy) =>
        Libraries.Rules with { Policy = Libraries.Rules.Policy with { Lending = policy(Libraries.Rules.Policy.Lending) } };

    public string NextMessageId => $"m-{History.Count}";

    public Decision<LendingRequest, LendingEvent> Decide(LendingCommand command, DateTimeOffset? at = null) =>
        LendingRules.Decide(Request, command, at ?? Now, Rules);

    /// <summary>The next step; one that is not obeyed breaks the test that set out on it.</summary>
    public ALending And(LendingCommand command, DateTimeOffset? at = null) => Decide(command, at) is Decided<LendingRequest, LendingEvent> decided
        ? After(decided, at ?? Now)
        : throw new ShouldAssertException($"{command} was not obeyed in {Status}: {Decide(command, at)}");

    public ALending After(Decision<LendingRequest, LendingEvent> decision, DateTimeOffset now) => decision switch
    {
        Change<LendingRequest, LendingEvent> change => this with
        {
            Request = change.Request,
            Now = now,
            History = History.AddRange(change.Events.Select(happened => (happened, now))),
            LastSaid = change.Effects,
        },
        _ => this with { Now = now },
    };

    public ALending Waits() => And(new LendingDeadlineReached(Request.Deadline.ShouldNotBeNull().Id), Request.Deadline!.At);

    public ALending WaitsUntil(LendingStatus status)
    {
        var request = this;
        while (request.Status != status)
        {
            request = request.Waits();
        }

        return request;
    }

    public ALending Pulled() => And(new PullItem());

    public ALending Shipped() => Pulled().And(new ShipItem());

    public ALending Arrived() => Shipped().And(new BorrowerReceived(Symbol, "m-arrived"));

    public ALending Scanned() => Pulled().And(new SupplyCopy(Things.TheScan));

    public ALending Renews(string id) => And(new BorrowerRenews(Symbol, id));

    public ALending Cancels() => And(new BorrowerCancels(Symbol, "m-cancel"));

    public ALending SentBack() => And(new BorrowerReturned(Symbol, "m-back"));

    /// <summary>What was said to the borrower last.</summary>
    public IReadOnlyList<SupplyingAction> Words => [.. LastSaid.OfType<MessageBorrower>().Select(said => said.Word)];

    public BorrowerFacts Facts => LastSaid.OfType<MessageBorrower>().ShouldHaveSingleItem().Facts;

    public static Money Hkd(decimal amount) => Money.Hkd(amount);
}
