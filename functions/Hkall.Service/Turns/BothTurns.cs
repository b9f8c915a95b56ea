using Hkall.Requests;
using Hkall.Service.Lending;

namespace Hkall.Service.Turns;

/// <summary>Turns of requests of either direction: the id tells which.</summary>
public sealed class BothTurns(TurnTaker<Request, RequestEvent, RequestCommand> borrowing, LendingTurns lending) : ITurns
{
    public Task<Turn> TakeAsync(string requestId, CancellationToken cancellation) =>
        LendingIds.IsWellFormed(requestId) ? lending.TakeAsync(requestId, cancellation) : borrowing.TakeAsync(requestId, cancellation);
}
