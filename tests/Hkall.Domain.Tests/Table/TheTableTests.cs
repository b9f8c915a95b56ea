using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Table;

public class TheTableTests
{
    private static IEnumerable<(ARequest Request, RequestCommand Command, DateTimeOffset At)> Rows() =>
        from situation in Situations.All
        from row in Commands.For(situation.Request)
        select (situation.Request, row.Command, row.At);

    private static readonly Lazy<IReadOnlyList<Decision<PatronRequest, RequestEvent>>> Decisions = new(() =>
        [.. Rows().Select(row => row.Request.Decide(row.Command, row.At))]);

    [Fact]
    public void Every_request_answers_everything_as_approved() => Answers.Written().ShouldMatchApproved("Table/answers.txt");

    [Fact]
    public void An_answer_is_one_of_three_and_nothing_else()
    {
        Decisions.Value.ShouldAllBe(decision =>
            decision is Decided<PatronRequest, RequestEvent> || decision is Ignored<PatronRequest, RequestEvent>
                || decision is Refused<PatronRequest, RequestEvent>);
        Decisions.Value.Select(decision => decision.GetType()).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void No_status_is_missing_from_the_table() =>
        Situations.All.Select(situation => situation.Request.Status).Distinct().ShouldBe(Enum.GetValues<RequestStatus>(), ignoreOrder: true);

    [Fact]
    public void No_wait_is_missing_from_the_table() =>
        Situations.All.Where(situation => situation.Request.Request.Deadline is not null).Select(situation => situation.Request.Awaited.For).Distinct()
            .ShouldBe(Enum.GetValues<DeadlineKind>().Where(kind => !kind.IsOfLending()), ignoreOrder: true);

    [Fact]
    public void Both_services_are_in_the_table() =>
        Situations.All.Select(situation => situation.Request.Request.Service).Distinct().ShouldBe(Enum.GetValues<ServiceType>(), ignoreOrder: true);

    [Fact]
    public void No_command_is_missing_from_the_table() =>
        Rows().Select(row => row.Command.GetType()).Distinct().ShouldBe(Concrete(typeof(RequestCommand)), ignoreOrder: true);

    [Fact]
    public void No_event_is_missing_from_the_table()
    {
        var histories = Situations.All.SelectMany(situation => situation.Request.History.Select(entry => entry.Event));
        var decided = Decisions.Value.SelectMany(EventsOf);

        histories.Concat(decided).Select(happened => happened.GetType()).Distinct().ShouldBe(Concrete(typeof(RequestEvent)), ignoreOrder: true);
    }

    [Fact]
    public void No_mail_and_no_word_to_a_supplier_is_missing_from_the_table()
    {
        var effects = Decisions.Value.SelectMany(EffectsOf).ToList();

        effects.OfType<SendNotice>()
            .Select(mail => mail.Notice).Concat([Notice.RequestPlaced, Notice.InReview]).Distinct().ShouldBe(Enum.GetValues<Notice>(), ignoreOrder: true);
        effects.OfType<MessageSupplier>().Select(told => told.Word).Distinct().ShouldBe(Enum.GetValues<RequestingAction>(), ignoreOrder: true);
        effects.Select(effect => effect.GetType())
            .Distinct().ShouldBe(Concrete(typeof(Effect)).Where(type => !type.IsSubclassOf(typeof(LendingEffect))), ignoreOrder: true);
    }

    [Fact]
    public void No_refusal_is_missing_but_those_of_placing()
    {
        Refusal[] placing = [Refusal.InvalidItem, Refusal.QuotaReached, Refusal.AccountUnknown, Refusal.DuplicateRequest, Refusal.HeldHere,
            Refusal.CopyrightLimit];

        Decisions.Value.OfType<Refused<PatronRequest, RequestEvent>>().Select(refused => refused.Refusal).Distinct()
            .ShouldBe(
                Enum.GetValues<Refusal>().Except(placing).Except(OfLastDays).Except(OfLendingAlone).Except(OfInvoices).Except(OfProposals), ignoreOrder: true);
    }

    [Fact]
    public void A_library_is_never_refused_and_a_person_is_never_left_without_a_sentence()
    {
        foreach (var (request, command, at) in Rows())
        {
            var answer = request.Decide(command, at);
            if (command is SupplierNews { Word: null } or DeadlineReached)
            {
                answer.ShouldNotBeOfType<Refused<PatronRequest, RequestEvent>>();
            }

            (answer as Refused<PatronRequest, RequestEvent>)?.Why.ShouldNotBeNullOrWhiteSpace();
            (answer as Ignored<PatronRequest, RequestEvent>)?.Why.ShouldNotBeNullOrWhiteSpace();
        }
    }

    internal static readonly IReadOnlyList<Refusal> OfLendingAlone =
    [
        Refusal.NotPromised, Refusal.ComplianceRequired, Refusal.CancelToAnswer,
        Refusal.NotLent, Refusal.NoRenewalAsked, Refusal.NoCancelAsked, Refusal.NothingToTakeBack,
    ];

    /// <summary>LastDaysTests gives it: the table's policy has no last day.</summary>
    internal static readonly IReadOnlyList<Refusal> OfLastDays = [Refusal.TermEnds];

    /// <summary>InvoiceRulesTests gives each.</summary>
    internal static readonly IReadOnlyList<Refusal> OfInvoices =
    [
        Refusal.NothingToInvoice, Refusal.InvoiceNotSent, Refusal.InvoicePaid, Refusal.InvoiceClosed, Refusal.NothingToPay, Refusal.AlreadyReminded,
    ];

    /// <summary>StaffPowerTests gives each.</summary>
    internal static readonly IReadOnlyList<Refusal> OfProposals =
    [
        Refusal.SecondPersonNeeded, Refusal.OwnProposal, Refusal.ProposalOver, Refusal.ProposalStale,
    ];

    internal static IReadOnlyList<RequestEvent> EventsOf(Decision<PatronRequest, RequestEvent> decision) =>
        (decision as Change<PatronRequest, RequestEvent>)?.Events ?? [];

    internal static IReadOnlyList<Effect> EffectsOf(Decision<PatronRequest, RequestEvent> decision) =>
        (decision as Change<PatronRequest, RequestEvent>)?.Effects ?? [];

    private static IEnumerable<Type> Concrete(Type root) => root.Assembly.GetTypes().Where(type => type.IsSubclassOf(root) && !type.IsAbstract);
}
