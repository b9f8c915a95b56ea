using System.Text;
using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Model;
using Hkall.Domain.Returning;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Placing;
using Hkall.Service.Storage;

namespace Hkall.Service.Tests.Crashes;

/// <summary>The two canonical journeys, from placing to close, whatever goes wrong on the way.</summary>
internal sealed class Journeys(Callers callers)
{
    private const string Cuhk = "CUHK";
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    public async Task LoanAsync()
    {
        var id = await PlaceAsync(Patrons.ABook);
        await SayAsync(id, CallbackStatus.WillSupply, RequestStatus.Expected);
        await callers.PassAsync(ADay);
        await SayAsync(id, CallbackStatus.Shipped, RequestStatus.InTransit);
        await callers.PassAsync(2 * ADay);
        await OrderAsync(id, new ReceiveItem(), RequestStatus.ReadyForPickup);
        await callers.PassAsync(ADay);
        await OrderAsync(id, new CheckOutItem(), RequestStatus.OnLoan);

        // The reminder before the due date comes up by itself.
        var reminder = (await FindAsync(id)).Deadline!;
        reminder.For.ShouldBe(DeadlineKind.DueReminder);
        await callers.PassAsync(reminder.At - callers.World.Now);
        await callers.AFewMinutesLaterAsync();
        (await FindAsync(id)).Loan!.Reminded.ShouldBeTrue();

        // The mail about it waits for the morning, and the counter opens after that.
        await callers.PassAsync(TimeSpan.FromHours(9));
        await OrderAsync(id, new CheckInItem(), RequestStatus.Returning);
        await OrderAsync(id, new SendItemBack(), RequestStatus.Returning);
        await callers.PassAsync(3 * ADay);
        await SayAsync(id, CallbackStatus.Completed, RequestStatus.Completed);
        await EndAsync();
    }

    public async Task CopyAsync()
    {
        var id = await PlaceAsync(Patrons.AnArticle);
        await SayAsync(id, CallbackStatus.WillSupply, RequestStatus.Expected);
        await callers.PassAsync(ADay);
        await SendScanAsync(id);
        var granted = 0;
        for (var day = 0; day <= 5; day++)
        {
            granted += await DownloadAsync(id) ? 1 : 0;
            await callers.PassAsync(ADay);
        }

        // A grant whose answer was lost counts, since the file may have gone out with it.
        granted.ShouldBeLessThanOrEqualTo(5);
        granted.ShouldBeGreaterThanOrEqualTo(4);
        await EndAsync();
        (await Books.RequestsAsync(callers.World)).Single().Card.Request.Download!.Used.ShouldBe(5);
        (await callers.World.Stores.Blobs.OpenAsync(BlobContainer.Scans, ScanIds.For(id, Cuhk, $"{Cuhk}-scan", "0"), CancellationToken.None)).ShouldBeNull();
    }

    public async Task<string> PlaceAsync(Order order)
    {
        var (placement, _) = await callers.AskAsync(service => service.Placing.PlaceAsync(Patrons.Ho, order, Patrons.Key("once"), service.Stop));
        var stored = placement switch
        {
            Placement.Placed placed => placed.Card,
            Placement.PlacedBefore before => before.Card,
            _ => throw new ShouldAssertException(placement.ToString()),
        };
        await callers.AFewMinutesLaterAsync();
        return stored.Request.Id;
    }

    /// <summary>The library posts a status until it is acknowledged; each try has the same id.</summary>
    public async Task SayAsync(string id, CallbackStatus status, RequestStatus then)
    {
        await SendAsync(new PartnerMessage { MessageId = $"{Cuhk}-{status}", Symbol = Cuhk, RequestId = id, ReceivedAt = callers.World.Now, Status = status });
        (await FindAsync(id)).Status.ShouldBe(then);
    }

    /// <summary>Staff press the button until it answers. "No" can only mean that it was done before the answer was lost.</summary>
    public async Task OrderAsync(string id, RequestCommand order, RequestStatus then)
    {
        var (outcome, repeated) = await callers.AskAsync(service => service.Requests.HandleAsync(id, order, Actor.Staff("lam"), service.Stop));
        (outcome is Done<PatronRequest> || (repeated && outcome is CommandRefused<PatronRequest>)).ShouldBeTrue($"{order} was answered with {outcome}.");
        await callers.AFewMinutesLaterAsync();
        (await FindAsync(id)).Status.ShouldBe(then);
    }

    public async Task SendScanAsync(string id)
    {
        var scanId = ScanIds.For(id, Cuhk, $"{Cuhk}-scan", "0");
        var (stored, _) =
            await callers.AskAsync(
                service => service.Blobs.WriteAsync(BlobContainer.Scans, scanId, new MemoryStream(Encoding.UTF8.GetBytes("a scan")), 100, service.Stop));
        await SendAsync(new PartnerMessage
        {
            MessageId = $"{Cuhk}-scan",
            Symbol = Cuhk,
            RequestId = id,
            ReceivedAt = callers.World.Now,
            Scan = new Scan(scanId, "scan.pdf", "application/pdf", stored.Bytes, stored.Sha256),
        });
        (await FindAsync(id)).Status.ShouldBe(RequestStatus.ReadyToDownload);
    }

    private async Task SendAsync(PartnerMessage message)
    {
        await callers.AskAsync(async service =>
        {
            await service.Envelopes.SendAsync(message, service.Stop);
            service.Get<IRequestScheduler>().MessageQueued();
            return true;
        });
        await callers.AFewMinutesLaterAsync();
    }

    /// <summary>What the endpoint does: the file is opened, and then the download is granted.</summary>
    private async Task<bool> DownloadAsync(string id)
    {
        var (outcome, _) = await callers.AskAsync(async service =>
        {
            var stored = await service.Mine.FindAsync(Patrons.Ho, id, service.Stop);
            await using var content = await service.Blobs.OpenAsync(BlobContainer.Scans, stored!.Request.Download!.Scan.Id, service.Stop);
            if (stored.Request.Status.IsOpen())
            {
                content.ShouldNotBeNull();
            }

            return await service.Requests.HandleAsync(id, new DownloadFile(), Actor.Patron, service.Stop);
        });
        return outcome is Done<PatronRequest>;
    }

    private async Task EndAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            await callers.AFewMinutesLaterAsync();
            await callers.PassAsync(TimeSpan.FromHours(2));
        }

        await Books.ShouldBalanceAsync(callers.World);
    }

    private async Task<PatronRequest> FindAsync(string id) =>
        (await Books.RequestsAsync(callers.World)).Single(request => request.Card.Request.Id == id).Card.Request;
}
