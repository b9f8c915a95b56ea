using Hkall.Domain.Lending;
using Hkall.Domain.Tests.Kit;
using Hkall.Domain.Tests.Table;

namespace Hkall.Domain.Tests.Lending;

public class LendingTableTests
{
    private static IEnumerable<(ALending Request, LendingCommand Command, DateTimeOffset At)> Rows() =>
        from situation in LendingTable.Situations
        from row in LendingTable.For(situation.Request)
        select (situation.Request, row.Command, row.At);

    private static readonly Lazy<
        IReadOnlyList<(ALending Before, LendingCommand Command, DateTimeOffset At, Decision<LendingRequest, LendingEvent> Decision)>> Decisions =
        new(() => [.. Rows().Select(row => (row.Request, row.Command, row.At, row.Request.Decide(row.Command, row.At)))]);

    [Fact]
    public void Every_request_to_lend_answers_everything_as_approved() => LendingTable.Written().ShouldMatchApproved("Lending/answers.txt");

    [Fact]
    public void No_status_and_no_command_is_missing_from_the_table()
    {
        LendingTable.Situations.Select(situation => situation.Request.Status).Distinct().ShouldBe(Enum.GetValues<LendingStatus>(), ignoreOrder: true);
        Rows().Select(row => row.Command.GetType()).Distinct().ShouldBe(Concrete(typeof(LendingCommand)), ignoreOrder: true);
    }

    [Fact]
    public void No_event_no_word_and_no_wait_is_missing_from_the_table()
    {
        var histories = LendingTable.Situations.SelectMany(situation => situation.Request.History.Select(entry => entry.Event));
        var decided = Decisions.Value.SelectMany(row => EventsOf(row.Decision));
        histories.Concat(decided).Select(happened => happened.GetType()).Distinct().ShouldBe(Concrete(typeof(LendingEvent)), ignoreOrder: true);

        var words = Decisions.Value.SelectMany(row => EffectsOf(row.Decision)).OfType<MessageBorrower>().Select(said => said.Word);
        words.Distinct().ShouldBe(Enum.GetValues<SupplyingAction>(), ignoreOrder: true);

        LendingTable.Situations.Select(situation => situation.Request.Request.Deadline?.For).OfType<DeadlineKind>().Distinct()
            .ShouldBe(Enum.GetValues<DeadlineKind>().Where(kind => kind.IsOfLending()), ignoreOrder: true);
    }

    [Fact]
    public void Every_refusal_of_lending_alone_stands_in_the_table() =>
        TheTableTests.OfLendingAlone.ShouldBeSubsetOf(Decisions.Value.Select(row =>
            (row.Decision as Refused<LendingRequest, LendingEvent>)?.Refusal).OfType<Refusal>());

    [Fact]
    public void A_borrower_is_never_refused_and_nobody_is_left_without_a_sentence()
    {
        foreach (var (_, command, _, decision) in Decisions.Value)
        {
            if (command is BorrowerNews or LendingDeadlineReached)
            {
                decision.ShouldNotBeOfType<Refused<LendingRequest, LendingEvent>>();
            }

            (decision as Refused<LendingRequest, LendingEvent>)?.Why.ShouldNotBeNullOrWhiteSpace();
            (decision as Ignored<LendingRequest, LendingEvent>)?.Why.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void The_state_of_a_request_to_lend_is_the_fold_of_its_events()
    {
        foreach (var (before, _, at, decision) in Decisions.Value)
        {
            var after = before.After(decision, at);
            Assert.Equivalent(LendingFold.Fold("L-1", after.History), after.Request, strict: true);
        }
    }

    /// <summary>An open request is somebody's, and never for longer than a loan with its ladder lasts.</summary>
    [Fact]
    public void Every_open_request_to_lend_is_looked_at_again_in_time()
    {
        foreach (var (before, _, at, decision) in Decisions.Value)
        {
            var after = before.After(decision, at).Request;
            (after.Deadline is not null).ShouldBe(after.IsOpen);
            if (after.Deadline is { } deadline)
            {
                Enum.IsDefined(deadline.For.ResponsibleParty()).ShouldBeTrue();
                deadline.For.IsOfLending().ShouldBeTrue();
                (deadline.At - at).TotalDays.ShouldBeLessThanOrEqualTo(130);
            }
        }
    }

    [Fact]
    public void A_request_that_nobody_does_anything_about_comes_to_its_end()
    {
        foreach (var (name, request) in LendingTable.Situations)
        {
            var (left, steps) = (request, 0);
            while (left.Request.IsOpen)
            {
                left = left.Waits();
                (++steps).ShouldBeLessThan(40, name);
            }
        }
    }

    internal static IReadOnlyList<LendingEvent> EventsOf(Decision<LendingRequest, LendingEvent> decision) =>
        (decision as Change<LendingRequest, LendingEvent>)?.Events ?? [];

    internal static IReadOnlyList<Effect> EffectsOf(Decision<LendingRequest, LendingEvent> decision) =>
        (decision as Change<LendingRequest, LendingEvent>)?.Effects ?? [];

    private static IEnumerable<Type> Concrete(Type root) => root.Assembly.GetTypes().Where(type => type.IsSubclassOf(root) && !type.IsAbstract);
}
