using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Delivering;
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;
using Hkall.Simulation.Processes;

namespace Hkall.Simulation.Exhaustive;

/// <summary>Two who meet at one request, and where.</summary>
/// <param name="May">Where the request may stand afterwards.</param>
public sealed record Race(
    string Name, Action<Meeting> Before, Func<Meeting, Func<Process, Task<object?>>> One, Func<Meeting, Func<Process, Task<object?>>> Two,
    params RequestStatus[] May)
{
    public override string ToString() => Name;
}

/// <summary>The races of a lending desk (15 in the list of faults).</summary>
public static class Races
{
    public static IReadOnlyList<Race> All { get; } =
    [
        new Race(
            "renew and due",
            meeting =>
            {
                OnLoan(meeting);
                meeting.WaitFor(DeadlineKind.DueReminder);
            },
            meeting => meeting.Ordered(new RenewLoan(Blocked: null), Actor.Patron),
            meeting => meeting.Due(),
            RequestStatus.OnLoan),
        new Race(
            "recall and renew",
            OnLoan,
            meeting => meeting.Heard((symbol, id) => new Recall(symbol, id)),
            meeting => meeting.Ordered(new RenewLoan(Blocked: null), Actor.Patron),
            RequestStatus.Recalled),
        new Race(
            "return and overdue",
            meeting =>
            {
                OnLoan(meeting);
                meeting.WaitFor(DeadlineKind.DueDate);
            },
            meeting => meeting.Ordered(new CheckInItem(), Actor.Staff("lam")),
            meeting => meeting.Due(),
            RequestStatus.Returning),
        new Race(
            "cancel and shipped",
            Promised,
            meeting => meeting.Ordered(new CancelRequest(Who.Patron), Actor.Patron),
            meeting => meeting.Heard((symbol, id) => new Shipped(symbol, id)),
            RequestStatus.InTransit),
        new Race(
            "pickup and expiry",
            meeting =>
            {
                Received(meeting);
                meeting.WaitFor(DeadlineKind.PickupExpiry);
            },
            meeting => meeting.Ordered(new CheckOutItem(), Actor.Staff("lam")),
            meeting => meeting.Due(),
            RequestStatus.OnLoan, RequestStatus.Returning),
    ];

    private static void Promised(Meeting meeting)
    {
        meeting.Place();
        meeting.Hear((symbol, id) => new WillSupply(symbol, id));
    }

    private static void Received(Meeting meeting)
    {
        Promised(meeting);
        meeting.Hear((symbol, id) => new Shipped(symbol, id));
        meeting.Do(new ReceiveItem());
    }

    private static void OnLoan(Meeting meeting)
    {
        Received(meeting);
        meeting.Do(new CheckOutItem());
    }
}
