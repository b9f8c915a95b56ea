using Hkall.Requests;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Turns;

/// <summary>The desk for what patrons ask of other libraries.</summary>
public sealed class RequestDesk(
    Cabinet cabinet,
    RecentCards recent,
    OneAtATime turnstile,
    Courier courier,
    IWaker waker,
    RuleBook book,
    TimeProvider clock,
    ILogger<RequestDesk> log) : Desk<Request, RequestEvent, RequestCommand>(cabinet, recent, turnstile, courier, waker, book, clock, log)
{
    public override RequestCommand Reached(Deadline deadline) => new DeadlineReached(deadline.Id);

    protected override Answer<Request, RequestEvent> Decide(Request request, RequestCommand command, DateTimeOffset now) =>
        RequestRules.Decide(request, command, now, Book) switch
        {
            Decided decided => new(decided.Request, decided.Events, decided.Effects),
            Ignored ignored => new(ignored.Request, ignored.Events, ignored.Effects, Ignored: ignored.Why),
            Refused refused => new(request, [], [], Refusal: refused.Refusal, Why: refused.Why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
