using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Delivering;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Running;
using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Outside;

/// <summary>The staff at the counter: they receive, check out, take back and send back, late and sometimes twice.</summary>
public sealed class Staff(World world)
{
    private static readonly Actor Lam = Actor.Staff("lam");

    private readonly Dice _dice = world.Dice.Fork(0x57AFF);
    private readonly Dictionary<string, DateTimeOffset> _parcels = [];

    /// <summary>A library has put a parcel into the mail.</summary>
    public void ParcelSent(string requestId) => _parcels[requestId] = world.Stage.Now + _dice.Between(TimeSpan.FromHours(20), TimeSpan.FromDays(5));

    /// <summary>Staff look at the request again in some hours or days, for as long as there is something to do.</summary>
    public void VisitLater(string requestId) => world.Stage.After(
        _dice.Between(TimeSpan.FromHours(2), TimeSpan.FromHours(world.Faults.Calm ? 30 : 70)), () => Visit(requestId));

    private void Visit(string requestId)
    {
        if (world.Ledger.Find(requestId) is not { } story || !(story.State.Status.IsOpen() || _parcels.ContainsKey(requestId)))
        {
            world.Stage.After(TimeSpan.FromDays(5), () => VisitOnceMore(requestId));
            return;
        }

        VisitLater(requestId);
        if (UsualOf(story.State) is { } command)
        {
            Command.Give(world, requestId, command, Lam);
            if (world.Faults.Strikes(FaultKind.ClickedTwice))
            {
                Command.Give(world, requestId, command, Lam);
            }
        }

        if (world.Faults.Strikes(FaultKind.StaffAgain))
        {
            Command.Give(world, requestId, AnyOrder(), Lam);
        }

        if (world.Faults.Strikes(FaultKind.LibraryLies) && story.State.Rota.Count > 0)
        {
            world.Libraries.Speech.Lie(_dice.Pick(story.State.Rota).Symbol, requestId);
        }
    }

    /// <summary>A closed request may be reopened by what comes late.</summary>
    private void VisitOnceMore(string requestId)
    {
        if (!world.AtRest)
        {
            Visit(requestId);
        }
    }

    private RequestCommand? UsualOf(PatronRequest request)
    {
        if (_parcels.TryGetValue(request.Id, out var arrives) && arrives <= world.Stage.Now)
        {
            _parcels.Remove(request.Id);
            return new ReceiveItem(LibraryUseOnly: _dice.OneIn(6) ? true : null);
        }

        return request.Status switch
        {
            RequestStatus.InReview => ReviewOf(request),
            RequestStatus.InTransit => world.Faults.Calm && !_parcels.ContainsKey(request.Id) ? new ReceiveItem() : null,
            RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery => _dice.OneIn(2) ? new CheckOutItem() : null,
            RequestStatus.LibraryUse => _dice.OneIn(2) ? new CheckInItem() : null,
            RequestStatus.OnLoan => _dice.OneIn(world.Faults.Calm ? 2 : 8) ? new CheckInItem() : null,
            RequestStatus.Overdue or RequestStatus.Recalled =>
                _dice.OneIn(world.Faults.Calm ? 2 : 5) ? _dice.OneIn(6) ? new DeclareLost("not found") : new CheckInItem() : null,
            RequestStatus.Returning => request.SentBackAt is null ? new SendItemBack() : null,
            RequestStatus.Sourcing or RequestStatus.Expected => _dice.OneIn(20) ? new AskNextSupplier(StatedReason.InWords("it takes too long")) : null,
            RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision or RequestStatus.Cancelling or RequestStatus.ReadyToDownload => null,
            RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => null,
        };
    }

    private RequestCommand? ReviewOf(PatronRequest request) =>
        request.Rota.Any(entry => entry.Standing == RotaStatus.Waiting) ? new ApproveRequest()
        : request.Offer is not null && !_dice.OneIn(4) ? null
        : _dice.OneIn(3) ? new RejectRequest(StatedReason.InWords("not to be had")) : new GiveUpSearch();

    private RequestCommand AnyOrder() => world.Faults.DiceOf(FaultKind.StaffAgain).Below(12) switch
    {
        0 => new ReceiveItem(),
        1 => new CheckOutItem(),
        2 => new CheckInItem(),
        3 => new SendItemBack(),
        4 => new AskNextSupplier(StatedReason.InWords("again")),
        5 => new CancelRequest(Who.Staff),
        6 => new DeclareLost("lost"),
        7 => new DeclareDamaged("torn"),
        8 => new WaiveFee(1, null, "waived"),
        9 => new SettleFee(1, null, "paid"),
        10 => new InquireOfSupplier(Inquiry.Status),
        _ => new ApproveRequest(),
    };
}
