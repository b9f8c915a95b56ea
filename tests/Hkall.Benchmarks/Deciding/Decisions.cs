using BenchmarkDotNet.Attributes;
using Hkall.Domain;
using Hkall.Domain.Tests.Kit;
using Hkall.Domain.Tests.Table;
using Stateless;

namespace Hkall.Benchmarks.Deciding;

/// <summary>
/// Every situation of the approved table with everything that can arrive in it: one turn of each method decides them all, or moves
/// a peer as often. The times are to be divided by <see cref="Count"/>.
/// </summary>
[MemoryDiagnoser]
public class Decisions
{
    private static readonly (ARequest Request, RequestCommand Command, DateTimeOffset At)[] Table =
    [
        .. from situation in Situations.All
           from row in Commands.For(situation.Request)
           select (situation.Request, row.Command, row.At),
    ];

    private readonly StateMachine<RequestStatus, int> _machine = Peers.Build();
    private int _step;

    public static int Count => Table.Length;

    [Benchmark]
    public int Ours()
    {
        var decided = 0;
        foreach (var (request, command, at) in Table)
        {
            decided += RequestRules.Decide(request.Request, command, at, request.Rules) is Decided<PatronRequest, RequestEvent> ? 1 : 0;
        }

        return decided;
    }

    [Benchmark]
    public RequestStatus StatelessReused()
    {
        for (var i = 0; i < Table.Length; i++)
        {
            // Where the last turn ended is where this one begins.
            _machine.Fire(_step);
            _step = (_step + 1) % Peers.Steps;
        }

        return _machine.State;
    }

    [Benchmark]
    public RequestStatus StatelessRebuilt()
    {
        var status = RequestStatus.Sourcing;
        for (var i = 0; i < Table.Length; i++)
        {
            var machine = Peers.Build();
            machine.Fire(0);
            status = machine.State;
        }

        return status;
    }

    [Benchmark]
    public RequestStatus BareSwitch()
    {
        var status = RequestStatus.Sourcing;
        for (var i = 0; i < Table.Length; i++)
        {
            status = Peers.Next(status, i % Peers.Steps);
        }

        return status;
    }
}
