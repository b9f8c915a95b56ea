using System.Text;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Storage;

namespace Hkall.Service.Tests.Crashes;

/// <summary>The two canonical journeys of what we lend, from asking to close, whatever goes wrong on the way.</summary>
internal sealed class LendingJourneys
{
    private const string Cuhk = "CUHK";
    private const string Agency = "JULAC:CUHK";
    private const string TheirId = "CUHK-2026-1";
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);
    private static readonly string Id = LendingIds.Of(Agency, TheirId);

    private readonly Callers _callers;

    public LendingJourneys(Callers callers)
    {
        _callers = callers;
        callers.World.Lenders.HeldHere = true;
    }

    public async Task LoanAsync()
    {
        await SayAsync(BorrowerMessageKind.Request, LendingStatus.ToPull, message => message with { Service = ServiceType.Loan, Item = Patrons.ABook.Item });
        await OrderAsync(new PullItem("31234000123456"), LendingStatus.ToShip);
        await _callers.PassAsync(ADay);
        await OrderAsync(new ShipItem(), LendingStatus.Shipped);
        await _callers.PassAsync(2 * ADay);
        await SayAsync(BorrowerMessageKind.Received, LendingStatus.OnLoan);
        await _callers.PassAsync(10 * ADay);
        await SayAsync(BorrowerMessageKind.ShippedReturn, LendingStatus.Returning);
        await _callers.PassAsync(2 * ADay);
        await OrderAsync(new TakeBack(), LendingStatus.Completed);
        await EndAsync();
    }

    public async Task CopyAsync()
    {
        await SayAsync(BorrowerMessageKind.Request, LendingStatus.ToPull, message => message with
        {
            Service = ServiceType.Copy,
            Item = Patrons.AnArticle.Item with { Issn = "0305-7410" },
            Compliance = "Other: Cap. 528, s. 50",
        });
        await OrderAsync(new PullItem(), LendingStatus.ToScan);
        await _callers.PassAsync(ADay);
        var scan = await ScanAsync();
        await OrderAsync(new SupplyCopy(scan), LendingStatus.Supplied);
        await OrderAsync(new TakeCopy(), LendingStatus.Supplied);
        await _callers.PassAsync(ADay);
        await SayAsync(BorrowerMessageKind.Received, LendingStatus.Completed);
        await EndAsync();
        (await _callers.World.Stores.Blobs.OpenAsync(BlobContainer.Scans, scan.Id, CancellationToken.None)).ShouldBeNull();
    }

    /// <summary>The library posts its message until it is acknowledged; each try has the same id.</summary>
    private async Task SayAsync(BorrowerMessageKind kind, LendingStatus then, Func<BorrowerMessage, BorrowerMessage>? more = null)
    {
        var message = new BorrowerMessage
        {
            MessageId = $"{Cuhk}-{kind}",
            Kind = kind,
            Symbol = Cuhk,
            AgencyId = Agency,
            RequestId = TheirId,
            ReceivedAt = _callers.World.Now
        };
        await _callers.AskAsync(async service =>
        {
            await service.Envelopes.SendAsync(more is null ? message : more(message), service.Stop);
            service.Get<IRequestScheduler>().MessageQueued();
            return true;
        });
        await _callers.AFewMinutesLaterAsync();
        (await StatusAsync()).ShouldBe(then);
    }

    /// <summary>Staff press the button until it answers. "No" can only mean that it was done before the answer was lost.</summary>
    private async Task OrderAsync(LendingCommand order, LendingStatus then)
    {
        var (outcome, repeated) =
            await _callers.AskAsync(service => service.Get<LendingRequestProcessor>().HandleAsync(Id, order, Actor.Staff("lam"), service.Stop));
        (outcome is Done<LendingRequest> || (repeated && outcome is CommandRefused<LendingRequest> or NoChange<LendingRequest>)).ShouldBeTrue(
            $"{order} was answered with {outcome}.");
        await _callers.AFewMinutesLaterAsync();
        (await StatusAsync()).ShouldBe(then);
    }

    private async Task<Scan> ScanAsync()
    {
        var scanId = ScanIds.For(Id, "staff", "scan", "0");
        var (stored, _) =
            await _callers.AskAsync(
                service => service.Blobs.WriteAsync(BlobContainer.Scans, scanId, new MemoryStream(Encoding.UTF8.GetBytes("a scan")), 100, service.Stop));
        return new Scan(scanId, "scan.pdf", "application/pdf", stored.Bytes, stored.Sha256);
    }

    private async Task EndAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            await _callers.AFewMinutesLaterAsync();
            await _callers.PassAsync(TimeSpan.FromHours(2));
        }

        await LendingBooks.ShouldBalanceAsync(_callers.World);
    }

    private async Task<LendingStatus> StatusAsync() => (await LendingBooks.RequestsAsync(_callers.World)).ShouldHaveSingleItem().Card.Request.Status;
}
