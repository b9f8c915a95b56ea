using Hkall.Domain.Lending;
using Hkall.Service.Engine;

namespace Hkall.Service.Lending;

/// <summary>Processes due lending requests.</summary>
public sealed class LendingDueRequestProcessor(
    LendingRequestProcessor desk,
    RequestStore<LendingRequest, LendingEvent> store,
    RequestCache<LendingRequest> cache,
    RequestIndex index,
    OutboxDispatcher<LendingRequest, LendingEvent> dispatcher,
    TimeProvider clock) : DueRequestProcessor<LendingRequest, LendingEvent, LendingCommand>(desk, store, cache, index, dispatcher, clock);
