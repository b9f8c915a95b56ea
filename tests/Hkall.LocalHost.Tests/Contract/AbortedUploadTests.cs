using System.Text;
using Hkall.Service.Downloads;
using Hkall.Service.Inbox;
using Hkall.Service.Partners;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>Large files whose senders hang up, or have nothing to show for them: nothing of them stays.</summary>
public sealed class AbortedUploadTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly AnUpload _upload = new();
    private SpoolRoom _room = null!;
    private ABench _bench = null!;
    private ALibrary _library = null!;

    public async Task InitializeAsync()
    {
        _room = new SpoolRoom(_folder.Path);
        _bench = await ABench.InMemoryAsync(services =>
        {
            services.AddSingleton(_room);
            services.AddSingleton<IStartupFilter>(_upload);
        });
        _library = _bench.Library("HKU");
    }

    public async Task DisposeAsync()
    {
        await _bench.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Of_a_partners_file_nothing_stays_on_the_disk()
    {
        for (var upload = 0; upload <= SpoolRoom.MostAtOnce; upload++)
        {
            var id = await _bench.NewPatron().HasPlacedAsync(Orders.AnArticle(upload));
            await _upload.AbortAsync(
                _bench, "PUT", PartnerFiles.PathOf("HKU", id), await _library.SignAsync([]), midway: () => _room.Taken.ShouldBe(1));

            _room.Taken.ShouldBe(0);
            Directory.GetFiles(_folder.Path).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Of_a_hundred_uploads_that_are_broken_off_nothing_stays_and_the_next_one_is_taken()
    {
        var id = await _bench.Patron("okafor").HasPlacedAsync(Orders.Shannon);
        var headers = await _library.SignAsync([]);
        for (var upload = 0; upload < 100; upload++)
        {
            await _upload.AbortAsync(_bench, "PUT", PartnerFiles.PathOf("HKU", id), headers, sentBytes: Spool.InMemoryBytes * (upload % 4));
        }

        _room.Taken.ShouldBe(0);
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
        (await _library.SendsScanAsync(id, "%PDF-1.7"u8.ToArray())).ShouldBe(202);
    }

    [Fact]
    public async Task Of_a_scan_from_staff_nothing_stays_on_the_disk_or_with_the_request()
    {
        var id = await _bench.Patron("okafor").HasPlacedAsync(Orders.Shannon);

        await _upload.AbortAsync(_bench, "PUT", $"/api/staff/requests/{id}/file", [("Authorization", $"Bearer {await _bench.LendingStaff().TokenAsync()}")]);

        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
        (await _bench.Patron("okafor").StatusAsync(id)).ShouldBe("expected");
        (await _bench.LendingStaff().PutsScanAsync(id, "%PDF-1.7"u8.ToArray())).ShouldBe(200);
    }

    [Fact]
    public async Task Of_a_scan_for_a_borrower_nothing_stays_on_the_disk_or_with_the_request()
    {
        var borrower = new ABorrower(_bench, "HKU");
        var chapter = new { title = "Orientalism", isbn = "9780394740676", pages = "1-20" };
        (await borrower.SaysAsync("request", "THEIRS-1", new { service = "copy", item = chapter })).ShouldBe(202);
        var id = (await borrower.FindAsync("THEIRS-1")).At("id")!;
        var before = await borrower.StatusAsync(id);

        await _upload.AbortAsync(_bench, "PUT", $"/api/staff/lending/{id}/file", [("Authorization", $"Bearer {await _bench.LendingStaff().TokenAsync()}")]);

        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
        (await borrower.StatusAsync(id)).ShouldBe(before);
    }

    [Fact]
    public async Task Who_has_no_signature_to_show_is_turned_away_before_the_file_is_read()
    {
        var signed = (await _library.SignAsync([])).ToDictionary(header => header.Name, header => header.Value);
        (string Header, string? Value)[] faults =
        [
            (WebhookSignature.IdHeader, null), (WebhookSignature.TimestampHeader, null), (WebhookSignature.TimestampHeader, "1"),
            (WebhookSignature.SignatureHeader, null), (WebhookSignature.SignatureHeader, "x"), (WebhookSignature.SignatureHeader, "v1,"),
            (WebhookSignature.SignatureHeader, "v2" + signed[WebhookSignature.SignatureHeader][2..]),
        ];
        foreach (var (name, value) in faults)
        {
            var headers = signed.Where(header => header.Key != name).Select(header => (header.Key, header.Value)).Concat(value is null ? [] : [(name, value)]);

            // Nothing of the file is sent: who waited for it would wait in vain.
            var head = AnUpload.Head(_bench, "PUT", "/api/partners/HKU/requests/R/file", [.. headers, ("Connection", "close")]);
            var answer = await _bench.SayAsync(Encoding.ASCII.GetBytes(head));

            answer.ShouldStartWith("HTTP/1.1 401", customMessage: $"{name}: {value}");
            answer.ShouldContain("bad-signature");
        }
    }

    [Fact]
    public async Task Where_the_disk_is_full_of_uploads_the_next_is_asked_to_come_again_and_a_small_one_is_taken()
    {
        var id = await _bench.Patron("okafor").HasPlacedAsync(Orders.Shannon);
        var other = await _bench.NewPatron().HasPlacedAsync(Orders.AnArticle(1));
        var places = Enumerable.Range(0, SpoolRoom.MostAtOnce).Select(_ => _room.Enter()).ToList();
        var large = new byte[Spool.InMemoryBytes + 1];
        "%PDF-1.7"u8.CopyTo(large);

        var refused = (await _library.SendsScanAsync(id, large)).ShouldBeProblem(503, "too-many-uploads");
        refused.Header("Retry-After").ShouldNotBeNullOrEmpty();
        _room.Taken.ShouldBe(SpoolRoom.MostAtOnce);
        (await _library.SendsScanAsync(id, "%PDF-1.7"u8.ToArray())).ShouldBe(202);

        places[0].Dispose();
        places[0].Dispose();
        (await _library.SendsScanAsync(other, large)).ShouldBe(202);
        _room.Taken.ShouldBe(SpoolRoom.MostAtOnce - 1);
    }

    [Fact]
    public void The_file_of_an_upload_has_no_name_from_the_beginning()
    {
        using var file = _room.OpenFile();
        file.Write("%PDF"u8);

        file.Length.ShouldBe(4);
        if (!OperatingSystem.IsWindows())
        {
            Directory.GetFiles(_folder.Path).ShouldBeEmpty();
        }
    }
}
