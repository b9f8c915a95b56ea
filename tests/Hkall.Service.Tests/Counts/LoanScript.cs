using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Domain.Returning;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Partners;
using Hkall.Service.Placing;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Counts;

/// <summary>
/// Loans that go all the way side by side, on real dates, in one process, with a note of what each step asked of the stores.
/// The sweep comes by whenever a wake has come due, as its timer would have it.
/// </summary>
internal sealed class LoanScript(World world, AService service, int loans)
{
    private static CancellationToken None => CancellationToken.None;

    private readonly List<string> _ids = [];

    /// <summary>The loans, each with its partition.</summary>
    public IReadOnlyList<(string Partition, string Id)> Placed => [.. _ids.Select((id, loan) => (PatronOf(loan).Id, id))];

    /// <summary>What each step asked for, in their order.</summary>
    public List<(string Step, long Requests, string Which)> Costs { get; } = [];

    /// <summary>Sweeps made. Each reads the index once, whatever it finds: that is the price of a day, not of a loan.</summary>
    public int Sweeps { get; private set; }

    public double PerLoan => (double)(Costs.Sum(step => step.Requests) - Sweeps) / loans;

    public async Task RunAsync()
    {
        // The calendar is read every few seconds, however many loans there are: a price of the time, not of a loan.
        await service.Requests.BookAsync(None);
        await StepAsync("placed", async () =>
        {
            for (var loan = 0; loan < loans; loan++)
            {
                var placement = await service.Placing.PlaceAsync(PatronOf(loan), Patrons.ABook, Patrons.Key("once"), None);
                _ids.Add(placement.ShouldBeOfType<Placement.Placed>().Card.Request.Id);
            }
        });
        await PassAsync(TimeSpan.FromMinutes(10));
        await SayAsync("promised", CallbackStatus.WillSupply);
        await PassAsync(TimeSpan.FromDays(1));
        await SayAsync("shipped", CallbackStatus.Shipped);
        await PassAsync(TimeSpan.FromDays(2));
        await OrderAsync("received", new ReceiveItem());
        await PassAsync(TimeSpan.FromDays(1));
        await OrderAsync("checked out", new CheckOutItem());
        await PassAsync(TimeSpan.FromDays(56));
        await OrderAsync("checked in", new CheckInItem());
        await PassAsync(TimeSpan.FromHours(2));
        await OrderAsync("sent back", new SendItemBack());
        await PassAsync(TimeSpan.FromDays(4));
        await SayAsync("completed", CallbackStatus.Completed);
        await PassAsync(TimeSpan.FromDays(100));
    }

    public string Breakdown() => string.Join(
        Environment.NewLine,
        [$"{PerLoan} for each of {loans}, and {Sweeps} readings of the index:", .. Costs
            .Where(step => step.Requests > 0)
            .GroupBy(step => (step.Step, step.Which))
            .Select(same => $"{same.Sum(step => step.Requests),5}  {same.Key.Step}: {(same.Count() > 1 ? $"{same.Count()} × " : "")}{same.Key.Which}")]);

    /// <summary>Each loan is another patron's.</summary>
    private static Patron PatronOf(int loan) => Patrons.Ho with { Id = $"p{loan:D26}" };

    private async Task SayAsync(string step, CallbackStatus status)
    {
        await StepAsync(step, async () =>
        {
            foreach (var id in _ids)
            {
                (await service.Get<PartnerDirectory>().FindAsync("CUHK", None)).ShouldNotBeNull();
                await service.Envelopes.SendAsync(
                    new PartnerMessage { MessageId = $"{id}-{status}", Symbol = "CUHK", RequestId = id, ReceivedAt = world.Now, Status = status }, None);
                service.Get<IRequestScheduler>().MessageQueued();
            }
        });
        await StepAsync($"{step}, taken off the queue", async () =>
        {
            while (service.Pump.NextDue is not null)
            {
                await service.Pump.RunDueAsync(world.Now, None);
            }
        });
    }

    private Task OrderAsync(string step, RequestCommand order) => StepAsync(step, async () =>
    {
        foreach (var id in _ids)
        {
            (await service.Requests.HandleAsync(id, order, Actor.Staff("lam"), None)).ShouldBeOfType<Done<PatronRequest>>();
        }
    });

    /// <summary>Time passes. The waker wakes each request at its time; five minutes after a wake of the index has come due, the sweep comes by.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        var to = world.Now + time;
        while (true)
        {
            var woken = service.Clock.NextDue;
            if (service.Round.NextRun is { } posted && posted <= to && !(woken < posted))
            {
                MoveTo(posted);
                await StepAsync("posted", () => service.Round.RunAsync(None));
                continue;
            }

            var swept = (await service.Get<RequestIndex>().DueEntriesAsync(Keys.DueTo, 1, None)).FirstOrDefault()?.At + TimeSpan.FromMinutes(5);
            if ((woken ?? DateTimeOffset.MaxValue) > to && (swept ?? DateTimeOffset.MaxValue) > to)
            {
                break;
            }

            if (woken <= (swept ?? DateTimeOffset.MaxValue))
            {
                MoveTo(woken.Value);
                await StepAsync("woken", () => service.Clock.RunDueAsync(world.Now, None));
            }
            else
            {
                MoveTo(swept!.Value);
                Sweeps++;
                await StepAsync("swept", () => service.Sweep.RunAsync(None));
            }
        }

        MoveTo(to);
    }

    private async Task StepAsync(string step, Func<Task> work)
    {
        var before = world.Stores.Counter.Total;
        var which = await world.Stores.CostOf(work);
        Costs.Add(($"{world.Now.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm} {step}", world.Stores.Counter.Total - before, which));
    }

    private void MoveTo(DateTimeOffset instant)
    {
        if (instant > world.Now)
        {
            world.Clock.SetUtcNow(instant);
        }
    }
}
