using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Correcting;
using Hkall.Domain.Delivering;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Invariants;
using Hkall.Simulation.Running;
using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Outside;

/// <summary>The staff at the counter: they receive, check out, take back and send back, late and sometimes twice.</summary>
public sealed class Staff(World world)
{
    private readonly Dice _dice = world.Dice.Fork(0x57AFF);
    private readonly Dictionary<string, (DateTimeOffset Arrives, string Symbol)> _parcels = [];
    private readonly Dictionary<string, (int Entries, PatronRequest Request)> _pages = [];
    private int _orders;

    /// <summary>A library has put a parcel into the mail.</summary>
    public void ParcelSent(string requestId, string symbol) =>
        _parcels[requestId] = (world.Stage.Now + _dice.Between(TimeSpan.FromHours(20), TimeSpan.FromDays(5)), symbol);

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
            Give(requestId, command, story.Entries);
        }

        if (world.Faults.Strikes(FaultKind.StaffAgain))
        {
            Give(requestId, AnyOrder(FaultKind.StaffAgain), story.Entries);
        }

        if (_pages.TryGetValue(requestId, out var page))
        {
            PressOn(requestId, page.Entries, page.Request);
        }

        if (!_pages.ContainsKey(requestId) || _dice.OneIn(4))
        {
            _pages[requestId] = (story.Entries, story.State);
        }

        if (world.Faults.Strikes(FaultKind.SlipOfTheHand))
        {
            Give(requestId, Correction(story.State), story.Entries);
        }

        if (world.Faults.Strikes(FaultKind.Telephone) && story.State.Rota.Where(entry => entry.WasAsked).ToList() is { Count: > 0 } asked)
        {
            Give(requestId, ByTelephone(world.Faults.DiceOf(FaultKind.Telephone).Pick(asked).Symbol), story.Entries);
        }

        if (world.Faults.Strikes(FaultKind.LibraryLies) && story.State.Rota.Count > 0)
        {
            world.Libraries.Speech.Lie(_dice.Pick(story.State.Rota).Symbol, requestId);
        }
    }

    /// <summary>A page that is old, and a script that says only which library it means.</summary>
    private void PressOn(string requestId, int entries, PatronRequest shown)
    {
        if (world.Faults.Strikes(FaultKind.StalePage))
        {
            Give(requestId, AnyOrder(FaultKind.StalePage), entries);
        }

        if (world.Faults.Strikes(FaultKind.BlindScript))
        {
            var dice = world.Faults.DiceOf(FaultKind.BlindScript);
            var meant = new NamedObject(
                dice.OneIn(3) ? null : shown.Supplier?.Symbol, null, null, dice.OneIn(2) ? null : shown.Status, MustName: true);
            Give(requestId, AnyOrder(FaultKind.BlindScript) with { Meant = meant }, seen: null);
        }
    }

    /// <summary>Each order has an id and an actor of its own, so that the ledger can tell which order an entry comes from.</summary>
    /// <param name="seen">The entries that staff saw; null for a script.</param>
    private void Give(string requestId, RequestCommand command, int? seen)
    {
        var number = ++_orders;
        var by = Actor.Staff(string.Create(CultureInfo.InvariantCulture, $"lam-{number}"));
        IReadOnlyList<RequestVersion>? versions = seen is { } entries ? [new RequestVersion(requestId, entries)] : null;
        world.Ledger.Gave(requestId, by, Sight.Of(command, seen));
        var terms = new OrderTerms(versions, string.Create(CultureInfo.InvariantCulture, $"order-{number}"));
        Command.Give(world, requestId, command, by, terms: terms);
        if (world.Faults.Strikes(FaultKind.ClickedTwice))
        {
            Command.Give(world, requestId, command, by, terms: terms);
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
        if (_parcels.TryGetValue(request.Id, out var parcel) && parcel.Arrives <= world.Stage.Now)
        {
            _parcels.Remove(request.Id);
            return new ReceiveItem(LibraryUseOnly: _dice.OneIn(6) ? true : null, From: parcel.Symbol);
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

    private RequestCommand Correction(PatronRequest request)
    {
        var dice = world.Faults.DiceOf(FaultKind.SlipOfTheHand);
        return request switch
        {
            { Steps: [.., var last] } when !dice.OneIn(3) => new UndoStep(last.Step, "a slip of the hand"),
            { Status: RequestStatus.Cancelled or RequestStatus.Unfilled } => new ReopenRequest("it was closed too early"),
            { Loan.DueOn: { } dueOn } => new SetDates(dueOn.AddDays(dice.Below(20)), null, "an extension"),
            _ => new SetDates(null, world.Book.Calendar.DateOf(world.Stage.Now).AddDays(30 + dice.Below(30)), "by letter"),
        };
    }

    private SupplierNews ByTelephone(string symbol)
    {
        var dice = world.Faults.DiceOf(FaultKind.Telephone);
        var id = string.Create(CultureInfo.InvariantCulture, $"telephone-{_orders}");
        var word = new LibrarysWord(SaidBy.Telephone, world.Book.Calendar.DateOf(world.Stage.Now), "Ms Lee");
        return dice.Below(7) switch
        {
            0 => new WillSupply(symbol, id) { Word = word },
            1 => new Unfilled(symbol, id) { Word = word },
            2 => new Shipped(symbol, id) { Word = word },
            3 => new RenewalGranted(symbol, id) { Word = word },
            4 => new Recall(symbol, id) { Word = word },
            5 => new LenderOverdue(symbol, id) { Word = word },
            _ => new LenderReceived(symbol, id) { Word = word },
        };
    }

    private RequestCommand AnyOrder(FaultKind of) => world.Faults.DiceOf(of).Below(13) switch
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
        11 => new DecideConditions(Accept: true),
        _ => new ApproveRequest(),
    };
}
