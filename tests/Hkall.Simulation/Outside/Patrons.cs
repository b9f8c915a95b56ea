using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Downloading;
using Hkall.Domain.Model;
using Hkall.Domain.Renewing;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Web;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Invariants;
using Hkall.Simulation.Processes;
using Hkall.Simulation.Running;
using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Outside;

/// <summary>The patrons: they place requests, come by now and then, and do what the request asks of them, or something else.</summary>
public sealed class Patrons
{
    private const string Name = "Ho Tsz-kit";

    private static readonly Declaration Signed = new(true, true, true, "528F-2026");
    private static readonly PatronGroup[] Groups = [PatronGroup.Academic, PatronGroup.Postgraduate, PatronGroup.Undergraduate, PatronGroup.Research];

    private readonly World _world;
    private readonly Dice _dice;
    private readonly List<Patron> _all = [];

    public Patrons(World world, int people)
    {
        (_world, _dice) = (world, world.Dice.Fork(0x9A7));
        for (var number = 0; number < people; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{Secrets.Marker}{number}");
            var group = _dice.Pick(Groups);
            _all.Add(new Patron(
                Patron.KeyOf("the simulation", name), new Person($"{name} Chan", $"{name}@ln.example", _dice.OneIn(2) ? "en" : "zh-Hant", null, group), group,
                IsStaff: false));
        }
    }

    public IReadOnlyList<Patron> All => _all;

    /// <summary>Orders of which it is not known yet whether they were placed.</summary>
    public int Unplaced { get; private set; }

    /// <summary>Each request is placed at some time in the first half of the storm.</summary>
    public void Place(int requests)
    {
        for (var number = 0; number < requests; number++)
        {
            var (patron, order) = (_dice.Pick(_all), OrderOf(number));
            var key = string.Create(CultureInfo.InvariantCulture, $"order-{number}");
            Unplaced++;
            _world.Stage.After(_dice.Between(TimeSpan.Zero, _world.Plan.Storm / 2), () => Place(patron, order, key));
        }
    }

    /// <summary>Comes by in a few hours or days, for as long as the request is open.</summary>
    public void VisitLater(string requestId) => _world.Stage.After(
        _dice.Between(TimeSpan.FromHours(1), TimeSpan.FromHours(_world.Faults.Calm ? 30 : 90)), () => Visit(requestId));

    private void Place(Patron patron, Order order, string key)
    {
        _world.Ledger.Orders.Begun(order.Item.Title);
        Ask(patron, order, key, counts: true);
        if (_world.Faults.Strikes(FaultKind.ClickedTwice))
        {
            Ask(patron, order, key, counts: false);
        }
    }

    private void Ask(Patron patron, Order order, string key, bool counts) => _world.Callers.Ask(
        "place",
        process => process.Placing.PlaceAsync(patron, order, Idempotency.Of(key, "the body"u8), CancellationToken.None),
        placement =>
        {
            Unplaced -= counts ? 1 : 0;
            var stored = placement switch
            {
                Placement.Placed placed => placed.Card,
                Placement.PlacedBefore before => before.Card,
                _ => null,
            };
            _world.Ledger.Orders.Answered(order.Item.Title, patron.Id, stored?.Request.Id);
            if (stored is not null && counts)
            {
                VisitLater(stored.Request.Id);
                _world.Staff.VisitLater(stored.Request.Id);
            }
        });

    private Order OrderOf(int number)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Title {number}");
        IReadOnlyList<Tier> tiers = _dice.OneIn(3) ? [Tier.Hkall, Tier.Local, Tier.Overseas] : [Tier.Hkall];
        return _dice.OneIn(2)
            ? new Order(
                ServiceType.Loan, new Item { Title = title, Author = "Somebody" }, tiers, null, null)
            { MaxCost = _dice.OneIn(3) ? Money.Hkd(400) : null }
            : new Order(ServiceType.Copy, new Item { Title = title, ArticleTitle = "An article", Pages = "1-20", Year = 2007 }, tiers, null, null)
            {
                Declaration = _dice.OneIn(4) ? null : Signed,
                SignedBy = Name,
            };
    }

    private void Visit(string requestId)
    {
        if (_world.Ledger.Find(requestId) is not { } story || !story.State.Status.IsOpen())
        {
            return;
        }

        VisitLater(requestId);
        var patron = _all.Find(one => one.Id == story.PatronId)!;
        if (_world.Faults.Strikes(FaultKind.PatronCurious))
        {
            Pry(patron);
        }

        if (story.State.Status == RequestStatus.InReview && story.State.Offer is { } offer)
        {
            DecideOffer(patron, requestId, offer);
            return;
        }

        if (WantedOf(story.State) is { } command)
        {
            Order(requestId,
                command,
                command is DownloadFile && _world.Faults.Strikes(FaultKind.DownloadedInParallel) ? 8 : _world.Faults.Strikes(FaultKind.ClickedTwice) ? 2 : 1);
        }
    }

    private RequestCommand? WantedOf(PatronRequest request) => request.Status switch
    {
        RequestStatus.AwaitingDeclaration => new SignDeclaration(Signed, Name),
        RequestStatus.AwaitingCostDecision => new DecideCost(Accept: _dice.Percent(70), request.Quote?.Cost),
        RequestStatus.ReadyToDownload => _dice.OneIn(12) ? new ReportScan(ScanFault.Unreadable, Who.Patron) : new DownloadFile(),
        RequestStatus.OnLoan => _dice.OneIn(4) ? new RenewLoan(Blocked: null) : null,
        RequestStatus.Overdue or RequestStatus.Recalled => _dice.OneIn(12) ? new RenewLoan(Blocked: null) : null,
        RequestStatus.InReview or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.InTransit or RequestStatus.ReadyForPickup
            or RequestStatus.OutForDelivery or RequestStatus.LibraryUse => _dice.OneIn(25) ? new CancelRequest(Who.Patron) : null,
        RequestStatus.Cancelling or RequestStatus.Returning or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled
            or RequestStatus.Lost => null,
    };

    private void Order(string requestId, RequestCommand command, int times)
    {
        for (var time = 0; time < times; time++)
        {
            Command.Give(_world, requestId, command, Actor.Patron, command is DownloadFile ? WithTheFileAsync : null);
        }
    }

    /// <summary>What the endpoint does: the file is opened, and then the download is granted; one that cannot be sent costs nothing.</summary>
    private static async Task<bool> WithTheFileAsync(Process process, PatronRequest request)
    {
        if (request.Download?.Scan is not { } scan)
        {
            return true;
        }

        await using var content = await process.Blobs.OpenAsync(Hkall.Service.Storage.BlobContainer.Scans, scan.Id, CancellationToken.None);
        return content is not null || !request.Status.IsOpen();
    }

    private void DecideOffer(Patron patron, string requestId, Offer offer)
    {
        // The other service is another request; it is placed under a key of its own, so that it can be asked for again.
        var way = _dice.OneIn(4) ? null : (Alternative?)_dice.Pick(offer.Ways).Way;
        var answer = new OfferAnswer(way, new Part("A chapter", "1-9"), Signed);
        _world.Callers.Ask(
            "offer",
            async process => await process.Mine.FindAsync(patron, requestId, CancellationToken.None) is { } stored
                ? await process.Get<OfferService>().DecideAsync(patron, stored, answer, OrderTerms.None, CancellationToken.None)
                : null,
            outcome =>
            {
                if (outcome is Done<PatronRequest> done)
                {
                    _world.Ledger.Accepted(requestId, done.Stored.Stored.Journal, Actor.Patron);
                    if (done.Stored.Request.ReplacedBy is { } instead)
                    {
                        VisitLater(instead);
                        _world.Staff.VisitLater(instead);
                    }
                }
            },
            () => _world.Ledger.Begun(requestId, Actor.Patron));
    }

    private void Pry(Patron patron)
    {
        var others = _world.Ledger.Stories.Where(story => story.PatronId != patron.Id).Select(story => story.Id).ToList();
        _world.Callers.Ask("my requests", process => process.Mine.ListAsync(patron, open: null, 20, after: null, CancellationToken.None), page =>
            _world.Ledger.Seen(patron.Id, page.Cards));
        if (others.Count > 0)
        {
            var other = _dice.Pick(others);
            _world.Callers.Ask("another's", process => process.Mine.FindAsync(patron, other, CancellationToken.None), stored =>
                _world.Ledger.Seen(patron.Id, stored is null ? [] : [stored]));
        }
    }
}
