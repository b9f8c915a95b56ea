using Hkall.Requests.Lending;
using Hkall.Service.Outbox;
using Hkall.Service.Turns;

namespace Hkall.Service.Lending;

/// <summary>Turns of requests to lend.</summary>
public sealed class LendingTurns(
    LendingDesk desk,
    Cabinet<LendingRequest, LendingEvent> cabinet,
    RecentCards<LendingRequest> recent,
    Pointers pointers,
    Courier<LendingRequest, LendingEvent> courier,
    TimeProvider clock) : TurnTaker<LendingRequest, LendingEvent, LendingCommand>(desk, cabinet, recent, pointers, courier, clock);
