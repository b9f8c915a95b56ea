using System.Collections.Immutable;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Kit;

/// <summary>A request and how it came to stand where it stands: every step is a real command that was really obeyed.</summary>
internal sealed record ARequest
{
    public required PatronRequest Request { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required RuleBook Rules { get; init; }

    public required ImmutableList<(RequestEvent Event, DateTimeOffset At)> History { get; init; }

    public static ARequest Asking(string library, string? then = null, Tier tier = Tier.Hkall, PatronGroup? group = null, DateTimeOffset? at = null) =>
        Placed(ServiceType.Loan, Things.Book, [library, .. then is null ? [] : new[] { then }], tier, group ?? WhoMayHaveItFrom(tier), at);

    /// <summary>Undergraduates borrow from HKALL alone.</summary>
    private static PatronGroup WhoMayHaveItFrom(Tier tier) => tier == Tier.Hkall ? PatronGroup.Undergraduate : PatronGroup.Postgraduate;

    public static ARequest AskingForACopy(string library, string? then = null, Tier tier = Tier.Hkall, DateTimeOffset? at = null) =>
        Placed(ServiceType.Copy, Things.Article, [library, .. then is null ? [] : new[] { then }], tier, PatronGroup.Undergraduate, at);

    /// <summary>Only a person can ask the library, and nobody has yet.</summary>
    public static ARequest ToAskByHand(string library) => Placed(
        ServiceType.Loan, Things.Book, [], but: order => order with { Rota = [Library(library) with { ByHand = true }] });

    /// <summary>
    /// Placed as most requests are: a copy with its declaration signed, an item to be fetched at the counter. What is different is said in
    /// <paramref name="but"/>.
    /// </summary>
    public static ARequest Placed(
        ServiceType service,
        Item item,
        string[] libraries,
        Tier tier = Tier.Hkall,
        PatronGroup group = PatronGroup.Undergraduate,
        DateTimeOffset? at = null,
        Func<PlaceRequest, PlaceRequest>? but = null,
        RuleBook? rules = null)
    {
        var now = at ?? Monday;
        var order = new PlaceRequest
        {
            RequestId = "R-1",
            PatronId = "P-1",
            Group = group,
            Service = service,
            Item = item,
            Rota = [.. libraries.Select(symbol => Library(symbol, tier))],
            AcceptTiers = Enum.GetValues<Tier>(),
            OpenRequests = [],
            Declaration = service == ServiceType.Copy ? Things.SignedDeclaration : null,
            SignedBy = Things.PatronsName,
        };
        var decided = PlacingRules.Decide(but is null ? order : but(order), now, rules ?? Libraries.Rules)
            .ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();
        return new ARequest
        {
            Request = decided.Request,
            Now = now,
            Rules = rules ?? Libraries.Rules,
            History = [.. decided.Events.Select(happened => (happened, now))],
        };
    }

    public RequestStatus Status => Request.Status;

    public Deadline Awaited => Request.Deadline.ShouldNotBeNull();

    /// <summary>The library now expected to supply, or else the last that was asked, or else the first that will be.</summary>
    public string Supplier => (Request.Supplier ?? Request.Rota.LastOrDefault(entry => entry.WasAsked) ?? Request.Rota[0]).Symbol;

    public string NextMessageId => $"m-{History.Count}";

    public Decision<PatronRequest, RequestEvent> Decide(RequestCommand command, DateTimeOffset? at = null) =>
        RequestRules.Decide(Request, command, at ?? Now, Rules);

    /// <summary>The next step of the journey; one that is not obeyed breaks the test that set out on it.</summary>
    public ARequest And(RequestCommand command, DateTimeOffset? at = null)
    {
        var now = at ?? Now;
        var answer = Decide(command, now);
        return answer is Decided<PatronRequest, RequestEvent>
            ? After(answer, now)
            : throw new ShouldAssertException($"{command} at {now:O} was not obeyed in {Status}: {answer}");
    }

    /// <summary>The next thing that arrives, whatever the answer.</summary>
    public ARequest Meets(RequestCommand command, DateTimeOffset? at = null) => After(Decide(command, at), at ?? Now);

    public ARequest After(Decision<PatronRequest, RequestEvent> decision, DateTimeOffset now) => decision switch
    {
        Change<PatronRequest, RequestEvent> change => this with
        {
            Request = change.Request,
            Now = now,
            History = History.AddRange(change.Events.Select(happened => (happened, now))),
        },
        _ => this with { Now = now },
    };

    public ARequest At(DateTimeOffset now) => this with { Now = now };

    /// <summary>Nobody does anything until the deadline has passed.</summary>
    public ARequest Waits() => And(new DeadlineReached(Awaited.Id), at: Awaited.At);

    public ARequest WaitsUntil(RequestStatus status)
    {
        var request = this;
        while (request.Status != status)
        {
            request = request.Waits();
        }

        return request;
    }
}
