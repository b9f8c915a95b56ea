using Hkall.Domain;
using Stateless;

namespace Hkall.Benchmarks.Deciding;

/// <summary>
/// What a decision costs elsewhere: a state machine of a library that is made for it, and a bare switch. Both only move; neither decides anything else.
/// </summary>
internal static class Peers
{
    /// <summary>A loan all the way, and round again.</summary>
    private static readonly RequestStatus[] Round =
    [
        RequestStatus.Sourcing, RequestStatus.Expected, RequestStatus.InTransit, RequestStatus.ReadyForPickup, RequestStatus.OnLoan, RequestStatus.Returning,
        RequestStatus.Completed,
    ];

    public static int Steps => Round.Length;

    public static StateMachine<RequestStatus, int> Build()
    {
        var machine = new StateMachine<RequestStatus, int>(Round[0]);
        for (var step = 0; step < Round.Length; step++)
        {
            machine.Configure(Round[step]).Permit(step, Round[(step + 1) % Round.Length]);
        }

        return machine;
    }

    public static RequestStatus Next(RequestStatus status, int step) => (status, step) switch
    {
        (RequestStatus.Sourcing, 0) => RequestStatus.Expected,
        (RequestStatus.Expected, 1) => RequestStatus.InTransit,
        (RequestStatus.InTransit, 2) => RequestStatus.ReadyForPickup,
        (RequestStatus.ReadyForPickup, 3) => RequestStatus.OnLoan,
        (RequestStatus.OnLoan, 4) => RequestStatus.Returning,
        (RequestStatus.Returning, 5) => RequestStatus.Completed,
        (RequestStatus.Completed, 6) => RequestStatus.Sourcing,
        var (stays, _) => stays,
    };
}
