using Hkall.Domain.Supplying;

namespace Hkall.Domain.Tests.Kit;

/// <summary>Given a request that stands somewhere, when something arrives, then something follows.</summary>
internal static class Scenario
{
    public static Given Given(ARequest request) => new(request);
}

internal sealed class Given(ARequest request)
{
    public Outcome When(RequestCommand command, DateTimeOffset? at = null) =>
        new(request, request.Decide(command, at), request.Meets(command, at));

    /// <summary>When nobody does anything until the deadline.</summary>
    public Outcome WhenNobodyDoesAnything() => When(new DeadlineReached(request.Awaited.Id), at: request.Awaited.At);
}

/// <summary>
/// What was answered. What is counted of a library's time is proved with the counting. Hearing a message and setting a deadline are not among the events of
/// <see cref="Then"/>: the one is
/// proved for every message at once, the other is what <see cref="AndAwaits"/> is for.
/// </summary>
internal sealed class Outcome(ARequest before, Decision<PatronRequest, RequestEvent> decision, ARequest after)
{
    public ARequest Request => after;

    public IReadOnlyList<Effect> Effects => (decision as Change<PatronRequest, RequestEvent>)?.Effects ?? [];

    private Decided<PatronRequest, RequestEvent> Decided => decision.ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();

    public Outcome Then(params RequestEvent[] events)
    {
        Decided.Events.Where(happened => happened is not (MessageHeard or DeadlineSet)).Select(WithoutEstimate)
            .ShouldBe(events.Select(WithoutEstimate));
        return this;
    }

    public Outcome AndSends(params Effect[] effects)
    {
        Decided.Effects.Where(effect => effect is not MeasureTurnaround)
            .Select(effect => effect.Kind).ShouldBe(effects.Select(effect => effect.Kind), ignoreOrder: true);
        return this;
    }

    public Outcome AndSendsNothing() => AndSends();

    public Outcome AndTheMailSays(Func<NoticeFacts, bool> facts)
    {
        facts(Decided.Effects.OfType<SendNotice>().ShouldHaveSingleItem().Facts).ShouldBeTrue();
        return this;
    }

    public Outcome AndAwaits(DeadlineKind kind, DateTimeOffset until)
    {
        var deadline = Decided.Request.Deadline.ShouldNotBeNull();
        (deadline.For, deadline.At).ShouldBe((kind, until));
        return this;
    }

    public Outcome AndIs(RequestStatus status)
    {
        after.Status.ShouldBe(status);
        return this;
    }

    public Outcome AndIsClosed(RequestStatus status, StatedReason because)
    {
        AndIs(status);
        after.Request.Deadline.ShouldBeNull();
        after.Request.ClosedWhy.ShouldBe(because);
        return this;
    }

    public void IsRefused(Refusal refusal) => decision.ShouldBeOfType<Refused<PatronRequest, RequestEvent>>().Refusal.ShouldBe(refusal);

    /// <summary>Acknowledged, with the reason on record, and nothing changed.</summary>
    public Outcome IsIgnored(string because)
    {
        decision.ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>().Why.ShouldBe(because);
        (after.Status, after.Request.Deadline).ShouldBe((before.Status, before.Request.Deadline));
        return this;
    }

    private static RequestEvent WithoutEstimate(RequestEvent happened) => happened switch
    {
        SupplierAsked asked => asked with { Estimate = null! },
        SupplierPromised promised => promised with { Estimate = null! },
        _ => happened,
    };
}
