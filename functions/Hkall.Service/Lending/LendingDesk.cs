using Hkall.Requests;
using Hkall.Requests.Lending;
using Hkall.Service.Outbox;
using Hkall.Service.Turns;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Lending;

/// <summary>The desk for what other libraries ask of us: the same path, with the rules of lending.</summary>
public sealed class LendingDesk(
    Cabinet<LendingRequest, LendingEvent> cabinet,
    RecentCards<LendingRequest> recent,
    OneAtATime turnstile,
    Courier<LendingRequest, LendingEvent> courier,
    IWaker waker,
    RuleBook book,
    TimeProvider clock,
    Pointers pointers,
    ILogger<LendingDesk> log) : Desk<LendingRequest, LendingEvent, LendingCommand>(cabinet, recent, turnstile, courier, waker, book, clock, log)
{
    public override LendingCommand Reached(Deadline deadline) => new LendingDeadlineReached(deadline.Id);

    protected override Answer<LendingRequest, LendingEvent> Decide(LendingRequest request, LendingCommand command, DateTimeOffset now) =>
        LendingRules.Decide(request, command, now, Book) switch
        {
            LendingDecided decided => new(decided.Request, decided.Events, decided.Effects),
            LendingIgnored ignored => new(ignored.Request, ignored.Events, ignored.Effects, Ignored: ignored.Why),
            LendingRefused refused => new(request, [], [], Refusal: refused.Refusal, Why: refused.Why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>A closed request no longer counts among what its borrower has.</summary>
    protected override void Committed(LendingRequest request)
    {
        if (!request.IsOpen)
        {
            pointers.Spend([Keys.WithBorrower(request.Borrower.Symbol, request.Id)]);
        }
    }
}
