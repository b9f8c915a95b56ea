using System.Text;
using Hkall.LocalHost.Clock;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.StorageDown;

/// <summary>The storage does not answer: everybody is told to come again, and nothing is taken that is not stored.</summary>
public sealed class StorageDownTests : IAsyncLifetime
{
    private const string Once = "once";

    private readonly MemoryQueue _queue;
    private bool _down;
    private ABench _bench = null!;
    private APatron _patron = null!;
    private string _loan = null!;
    private string _copy = null!;
    private string _link = null!;

    public StorageDownTests() => _queue = new MemoryQueue(BenchServices.RealTime, Asked);

    /// <summary>A loan that has been shipped and a copy that is ready; then the storage goes away.</summary>
    public async Task InitializeAsync()
    {
        _bench = await ABench.OnAsync(new MemoryRows(Asked), new MemoryBlobs(Asked), _queue);
        _patron = _bench.Patron("okafor");
        _loan = await _patron.HasPlacedAsync(Orders.Kuhn);
        _copy = await _patron.HasPlacedAsync(Orders.Shannon);
        await _bench.MoveToAsync("2026-11-25T12:00:00+08:00");
        _link = await _patron.LinkAsync(_copy);
        _down = true;
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Every_call_of_a_patron_answers_that_it_cannot_be_done_now()
    {
        await ShouldBeToldToComeAgainAsync(
            _patron.GetAsync("/api/me"),
            _patron.GetAsync("/api/requests"),
            _patron.GetAsync($"/api/requests/{_loan}"),
            _patron.PlaceAsync(Orders.Piketty, ("Idempotency-Key", Once)),
            _patron.CancelsAsync(_loan),
            _patron.PostAsync($"/api/requests/{_loan}/renew"),
            _patron.DownloadsAsync(_copy),
            _bench.PostAsync($"/api/downloads/{_link}"),
            _bench.GetAsync("/readyz"));
        (await _bench.GetAsync("/healthz")).ShouldBe(200);

        _down = false;
        await NothingShouldHaveHappenedAsync();
        (await _patron.PlaceAsync(Orders.Piketty, ("Idempotency-Key", Once))).ShouldBe(201);
        (await _patron.MyRequestsAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Every_call_of_the_lending_desk_answers_that_it_cannot_be_done_now()
    {
        var staff = _bench.LendingStaff();
        await ShouldBeToldToComeAgainAsync(
            staff.GetAsync("/api/staff/worklists"),
            staff.GetAsync("/api/staff/worklists/to-receive"),
            staff.GetAsync("/api/staff/requests?q=Kuhn"),
            staff.GetAsync($"/api/staff/requests/{_loan}"),
            staff.TriesToAsync("receive", _loan),
            staff.TriesToAsync("note", _loan, new { note = "Rang them up." }),
            staff.TriesToAsync("cancel", _copy),
            staff.PutsScanAsync(_copy, "%PDF-"u8.ToArray()),
            staff.GetAsync("/api/staff/parked"),
            staff.PostAsync("/api/staff/parked/0123456789abcdef0123456789abcdef/retry"));

        _down = false;
        await NothingShouldHaveHappenedAsync();
        await staff.DoesAsync("receive", _loan);
        (await _patron.StatusAsync(_loan)).ShouldBe("ready-for-pickup");
    }

    [Fact]
    public async Task Every_message_of_a_library_answers_that_it_cannot_be_taken_now()
    {
        var library = _bench.Library("HKU");
        await ShouldBeToldToComeAgainAsync(
            library.TriesToSayAsync("recalled", _loan, "the-recall"),
            library.SendsScanAsync(_copy, Encoding.UTF8.GetBytes("%PDF-"), "the-scan"));

        _down = false;
        await NothingShouldHaveHappenedAsync();
        await library.SaysAsync("recalled", _loan, "the-recall");
        (await _bench.LendingStaff().SeesAsync(_loan)).At("request.supplier.symbol")
            .ShouldNotBe("HKU", "Another library is asked for what was recalled on its way.");
    }

    [Fact]
    public async Task What_comes_due_meanwhile_is_done_when_the_storage_is_back()
    {
        await _bench.MoveToAsync("2026-12-05T12:00:00+08:00");
        (await _bench.MailAsync()).ShouldNotContain(mail => mail.At("template") == "download-reminder");

        // The clock has given it up after a few tries; the sweep comes by in real time.
        _down = false;
        await _bench.Service<Housekeeping>().SweepAsync(CancellationToken.None);
        await _bench.SettleAsync();

        (await _patron.MailAsync(_copy)).Count(template => template == "download-reminder").ShouldBe(1);
    }

    private void Asked(string request)
    {
        if (_down)
        {
            throw new StorageUnavailableException($"{request} is not answered.");
        }
    }

    private static async Task ShouldBeToldToComeAgainAsync(params Task<Answer>[] calls)
    {
        foreach (var call in calls)
        {
            var answer = await call;
            answer.ShouldBeProblem(503, "storage-unavailable");
            answer.Header("Retry-After").ShouldBe("10");
        }
    }

    private async Task NothingShouldHaveHappenedAsync()
    {
        (await _queue.CountAsync(CancellationToken.None)).ShouldBe(0);
        (await _patron.MyRequestsAsync()).Count.ShouldBe(2);
        (await _patron.SeesAsync(_loan)).Timeline().ShouldBe(["request-placed", "supplier-asked", "supplier-promised", "item-shipped"]);
        (await _patron.SeesAsync(_copy)).Timeline().ShouldBe(["request-placed", "supplier-asked", "supplier-promised", "scan-supplied"]);
    }
}
