using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;

namespace Hkall.Service.Lending;

/// <summary>Processes due requests of either direction; the id says which.</summary>
public sealed class DueRequestRouter(
    DueRequestProcessor<PatronRequest, RequestEvent, RequestCommand> borrowing,
    DueRequestProcessor<LendingRequest, LendingEvent, LendingCommand> lending) : IDueRequestProcessor
{
    public Task<NextRun> ProcessAsync(string requestId, CancellationToken cancellation) =>
        LendingIds.IsWellFormed(requestId) ? lending.ProcessAsync(requestId, cancellation) : borrowing.ProcessAsync(requestId, cancellation);
}
