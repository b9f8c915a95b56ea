using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Mailing;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.Simulation.Exhaustive;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Invariants;
using Hkall.Simulation.Outside;
using Hkall.Simulation.Processes;
using Hkall.Simulation.Scheduling;
using Hkall.Simulation.Stores;

namespace Hkall.Simulation.Running;

/// <summary>Everything of one run: the time, the store, two machines, the people, the libraries, the post, and the ledger that watches.</summary>
public sealed class World
{
    /// <summary>A Monday at nine in Hong Kong.</summary>
    private static readonly DateTimeOffset Opening = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>A patron may have little, so that the limit is met.</summary>
    private static readonly RuleBook Narrow = NarrowBook();

    public World(RunPlan plan)
    {
        Plan = plan;
        Stage = new Stage(Opening);
        Dice = new Dice(Dice.Mixed(plan.Seed));
        Latency = Dice.Fork(0x1A7E);
        Faults = new FaultPlan(Dice.Fork(0xFA17), plan.Faults, plan.Fury, plan.Script);
        Sabotage = plan.Sabotage;
        var manner = Dice.Fork(0x3A88E4);
        Book = manner.OneIn(4) ? Narrow : ProcessServices.Book;
        MailLimits = manner.OneIn(3) ? new MailLimits(3, 8, 60) : MailLimits.None;
        Chance = new SeededChance(Dice.Fork(0xC4A9CE));
        Ledger = new Ledger(this);
        Rows = new WitnessedRows(Ledger);
        Blobs = new MemoryBlobs();
        Queue = new PartnerQueue(this);
        Pump = new Pump(this);
        Outages = new Outages(Stage, Faults);
        Post = new PostOffice(this, canTell: manner.OneIn(2));
        Libraries = new Libraries(this);
        Staff = new Staff(this);
        Patrons = new Patrons(this, plan.People);
        Callers = new Callers(this);
        Rows.CommitAsync(RowTable.Partners, "partners", Libraries.Directory, CancellationToken.None);
        Machines = [new Machine(this, 1), new Machine(this, 2)];
    }

    public RunPlan Plan { get; }

    public Stage Stage { get; }

    public Dice Dice { get; }

    public Dice Latency { get; }

    public FaultPlan Faults { get; }

    public Sabotage Sabotage { get; }

    public RuleBook Book { get; }

    public MailLimits MailLimits { get; }

    public IRandom Chance { get; }

    public Ledger Ledger { get; }

    public IRows Rows { get; }

    public IBlobs Blobs { get; }

    public PartnerQueue Queue { get; }

    public Pump Pump { get; }

    public Outages Outages { get; }

    public PostOffice Post { get; }

    public Libraries Libraries { get; }

    public Staff Staff { get; }

    public Patrons Patrons { get; }

    public Callers Callers { get; }

    public IReadOnlyList<Machine> Machines { get; }

    /// <summary>Where somebody orders the calls one by one.</summary>
    public Gate? Gate { get; set; }

    /// <summary>Everything has come to its end.</summary>
    public bool AtRest { get; set; }

    /// <summary>A process that takes calls; null where none does.</summary>
    public Process? AnyProcess(Dice dice)
    {
        var first = dice.Below(Machines.Count);
        for (var i = 0; i < Machines.Count; i++)
        {
            if (Machines[(first + i) % Machines.Count] is { IsUp: true, Process: { } process })
            {
                return process;
            }
        }

        return null;
    }

    private static RuleBook NarrowBook()
    {
        var book = ProcessServices.Book;
        return book with { Policy = book.Policy with { OpenRequests = book.Policy.OpenRequests.ToDictionary(group => group.Key, _ => 2) } };
    }

    private sealed class SeededChance(Dice dice) : IRandom
    {
        public byte[] Bytes(int count)
        {
            var bytes = new byte[count];
            for (var i = 0; i < count; i++)
            {
                bytes[i] = (byte)dice.Below(256);
            }

            return bytes;
        }
    }
}
