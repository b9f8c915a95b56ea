using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Partners;
using Hkall.Service.Storage;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>
/// Attacks by uploads: files that nobody asked for, that are no scans, that take another's place, or that are sent elsewhere than signed for.
/// </summary>
public sealed class UploadTests(AttackBench attacked) : IClassFixture<AttackBench>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 the right file");

    private ABench Bench => attacked.Bench;

    [Theory]
    [InlineData("not-a-request")]
    [InlineData("7YBQX1AGBZMSD7W1X4SXJB9YAJ")]
    [InlineData("%00")]
    [InlineData("a%2Fb")]
    [InlineData("..%2F..%2Fetc")]
    [InlineData("%E6%AD%B7%E5%8F%B2")]
    [InlineData("LLLLLLLLLLLLLLLLLLLLLLLLLL")]
    [InlineData("{loan}")]
    [InlineData("{lowercase}")]
    [InlineData("{copy}%20")]
    public async Task A_file_for_what_awaits_none_is_neither_read_nor_stored(string id)
    {
        var path = PartnerFiles.PathOf("HKU", Named(id));
        var stored = await attacked.StoredAsync();

        // Nothing of the file is sent: who waited for it would wait in vain.
        var head = AnUpload.Head(Bench, "PUT", path, [.. await attacked.Library.SignAsync([]), ("Connection", "close")]);
        (await Bench.SayAsync(Encoding.ASCII.GetBytes(head)))[..12].ShouldBeOneOf("HTTP/1.1 404", "HTTP/1.1 400");
        (await attacked.StoredAsync()).ShouldBe(stored);
    }

    [Theory]
    [InlineData("CUHK")]
    [InlineData("POLYU")]
    [InlineData("HKBU")]
    public async Task A_library_that_was_not_asked_is_told_no_more_than_of_a_request_that_does_not_exist(string symbol)
    {
        var library = Bench.Library(symbol);

        var there = (await library.SendsScanAsync(attacked.Copy, Pdf)).ShouldBeProblem(404, "no-file-expected");
        var nowhere = (await library.SendsScanAsync("7YBQX1AGBZMSD7W1X4SXJB9YAJ", Pdf)).ShouldBeProblem(404, "no-file-expected");

        there.Json.At("detail").ShouldBe(nowhere.Json.At("detail"));
        (await attacked.Patron.StatusAsync(attacked.Copy)).ShouldBe("sourcing");
    }

    [Theory]
    [InlineData("MZ\u0090\0", "application/pdf", 422, "not-a-scan")]
    [InlineData("\u007FELF", "application/pdf", 422, "not-a-scan")]
    [InlineData("PK\u0003\u0004", "application/octet-stream", 422, "not-a-scan")]
    [InlineData("<html><script>alert(1)</script>", "application/pdf", 422, "not-a-scan")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png", 422, "not-a-scan")]
    [InlineData("#!/bin/sh", "image/tiff", 422, "not-a-scan")]
    [InlineData("GIF89a", "image/png", 422, "not-a-scan")]
    [InlineData(" %PDF-1.7", "application/pdf", 422, "not-a-scan")]
    [InlineData("{\"messageId\":\"m\",\"status\":\"shipped\"}", "application/pdf", 422, "not-a-scan")]
    [InlineData("%PDF-1.7", "image/png", 415, "type-mismatch")]
    [InlineData("%PDF-1.7", "text/html", 415, "type-mismatch")]
    [InlineData("%PDF-1.7", "application/json", 415, "type-mismatch")]
    [InlineData("%PDF-1.7", "image/svg+xml", 415, "type-mismatch")]
    [InlineData("II*\0", "image/jpeg", 415, "type-mismatch")]
    [InlineData("", "application/pdf", 400, "empty-file")]
    public async Task A_signed_file_that_is_no_scan_is_not_stored(string content, string type, int status, string code)
    {
        var (stored, queued) = (await attacked.StoredAsync(), await attacked.QueuedAsync());

        (await attacked.Library.SendsScanAsync(attacked.Copy, Encoding.Latin1.GetBytes(content), contentType: type)).ShouldBeProblem(status, code);

        (await attacked.StoredAsync()).ShouldBe(stored);
        (await attacked.QueuedAsync()).ShouldBe(queued);
        (await attacked.Patron.StatusAsync(attacked.Copy)).ShouldBe("sourcing");
    }

    [Fact]
    public async Task A_file_signed_for_one_request_does_not_serve_another()
    {
        var (first, one) = await attacked.AnotherCopyAsync();
        var (second, other) = await attacked.AnotherCopyAsync();
        var signed = await attacked.Library.SignAsync(Pdf);

        (await PutAsync(one, Pdf, signed)).ShouldBe(202);
        (await PutAsync(other, Pdf, signed)).ShouldBeProblem(409, "message-id-reused");

        await Bench.SettleAsync();
        (await first.StatusAsync(one)).ShouldBe("ready-to-download");
        (await second.StatusAsync(other)).ShouldBe("sourcing");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_delivered_file_is_not_exchanged_for_another_one_of_the_same_id(bool heardBetween)
    {
        var (patron, id) = await attacked.AnotherCopyAsync();
        (await PutAsync(id, Pdf, await attacked.Library.SignAsync(Pdf, id: $"same-{id}"))).ShouldBe(202);
        if (heardBetween)
        {
            await Bench.SettleAsync();
        }

        var other = Encoding.ASCII.GetBytes("%PDF-1.7 OTHER file");
        (await PutAsync(id, other, await attacked.Library.SignAsync(other, id: $"same-{id}"))).ShouldBeProblem(409, "message-id-reused");
        await Bench.SettleAsync();

        (await patron.DownloadsAsync(id)).ShouldBe(200).Body.ShouldBe(Pdf);
    }

    [Fact]
    public async Task The_same_file_sent_again_is_taken_and_changes_nothing()
    {
        var (patron, id) = await attacked.AnotherCopyAsync();
        (await attacked.Library.SendsScanAsync(id, Pdf, $"again-{id}")).ShouldBe(202);
        var stored = await attacked.StoredAsync();

        (await attacked.Library.SendsScanAsync(id, Pdf, $"again-{id}")).ShouldBe(202);

        (await attacked.StoredAsync()).ShouldBe(stored);
        (await patron.DownloadsAsync(id)).ShouldBe(200).Body.ShouldBe(Pdf);
    }

    [Fact]
    public async Task A_second_file_under_another_id_is_not_expected_any_more()
    {
        var (patron, id) = await attacked.AnotherCopyAsync();
        (await attacked.Library.SendsScanAsync(id, Pdf)).ShouldBe(202);

        (await attacked.Library.SendsScanAsync(id, Encoding.ASCII.GetBytes("%PDF-1.7 OTHER"))).ShouldBeProblem(404, "no-file-expected");

        (await patron.DownloadsAsync(id)).ShouldBe(200).Body.ShouldBe(Pdf);
    }

    [Fact]
    public async Task A_signature_bound_to_the_request_serves_no_other_one()
    {
        var (_, one) = await attacked.AnotherCopyAsync();
        var (patron, other) = await attacked.AnotherCopyAsync();
        var bound = await BoundAsync(other, Pdf);

        (await PutAsync(one, Pdf, bound)).ShouldBeProblem(401, "bad-signature");
        (await PutAsync(other, Encoding.ASCII.GetBytes("%PDF-1.7 OTHER"), bound)).ShouldBeProblem(401, "bad-signature");
        (await PutAsync(other, Pdf, bound)).ShouldBe(202);

        await Bench.SettleAsync();
        (await patron.StatusAsync(other)).ShouldBe("ready-to-download");
    }

    [Fact]
    public async Task A_file_of_an_earlier_version_is_still_opened_by_its_old_name()
    {
        var (patron, id) = await attacked.AnotherCopyAsync();
        var old = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}/HKU/m-old")))[..40];
        using var content = new MemoryStream(Pdf);
        var stored = await Bench.Service<IBlobs>().WriteAsync(BlobContainer.Scans, old, content, 1_000, CancellationToken.None);
        await Bench.Service<Envelopes>().SendAsync(
            new PartnerMessage
            {
                MessageId = "m-old",
                Symbol = "HKU",
                RequestId = id,
                ReceivedAt = await Bench.NowAsync(),
                Scan = new Hkall.Domain.Model.Scan(old, "old.pdf", "application/pdf", stored.Bytes, stored.Sha256),
            },
            CancellationToken.None);
        Bench.Service<IRequestScheduler>().MessageQueued();
        await Bench.SettleAsync();

        (await patron.DownloadsAsync(id)).ShouldBe(200).Body.ShouldBe(Pdf);
    }

    [Fact]
    public async Task A_file_whose_message_was_heard_before_leaves_nothing_behind()
    {
        var (_, id) = await attacked.AnotherCopyAsync();
        (await attacked.Library.SendsScanAsync(id, Pdf, $"heard-{id}")).ShouldBe(202);
        var again = ScanIds.For(id, "HKU", "stray", "0");
        using var content = new MemoryStream(Pdf);
        var stored = await Bench.Service<IBlobs>().WriteAsync(BlobContainer.Scans, again, content, 1_000, CancellationToken.None);
        await Bench.Service<Envelopes>().SendAsync(
            new PartnerMessage
            {
                MessageId = MessageIds.Bounded($"heard-{id}"),
                Symbol = "HKU",
                RequestId = id,
                ReceivedAt = await Bench.NowAsync(),
                Scan = new Hkall.Domain.Model.Scan(again, "again.pdf", "application/pdf", stored.Bytes, stored.Sha256),
            },
            CancellationToken.None);
        Bench.Service<IRequestScheduler>().MessageQueued();
        await Bench.SettleAsync();

        (await Bench.Service<IBlobs>().OpenAsync(BlobContainer.Scans, again, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_library_that_binds_its_signatures_is_not_believed_without()
    {
        var staff = await Bench.LendingStaff().TokenAsync();
        var known = (await Bench.SendAsync(HttpMethod.Get, "/api/staff/partners/HKBU", staff)).ShouldBe(200).Json;
        var form = System.Text.Json.Nodes.JsonNode.Parse(known.GetRawText())!.AsObject();
        form.Remove("symbol");
        form.Remove("secrets");
        form["boundSignatures"] = true;
        (await Bench.SendAsync(HttpMethod.Put, "/api/staff/partners/HKBU", staff, ABench.JsonOf(form.ToJsonString()))).ShouldBe(200)
            .Json.At("boundSignatures").ShouldBe("True");
        var patron = Bench.NewPatron();
        var id = await patron.HasPlacedAsync(Orders.AnArticle(900));
        if ((await patron.SeesAsync(id)).At("supplier.symbol") == "HKU")
        {
            await attacked.Library.SaysAsync("unfilled", id);
        }

        (await Bench.Library("HKBU").SendsScanAsync(id, Pdf)).ShouldBeProblem(401, "bad-signature");
        (await PutAsync(id, Pdf, await BoundAsync(id, Pdf, "HKBU"), "HKBU")).ShouldBe(202);
    }

    private string Named(string id) => id.Replace("{loan}", attacked.Loan, StringComparison.Ordinal)
        .Replace("{lowercase}", attacked.Copy.ToLowerInvariant(), StringComparison.Ordinal)
        .Replace("{copy}", attacked.Copy, StringComparison.Ordinal);

    private async Task<(string Name, string Value)[]> BoundAsync(string requestId, byte[] content, string symbol = "HKU")
    {
        var (id, time) = ($"bound-{requestId}", (await Bench.NowAsync()).ToUnixTimeSeconds());
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        var signature = WebhookSignature.SignBound(
            await Bench.Library(symbol).SecretAsync(), id, time, "PUT", PartnerFiles.PathOf(symbol, requestId), sha256);
        return
        [
            (WebhookSignature.IdHeader, id), (WebhookSignature.TimestampHeader, time.ToString(CultureInfo.InvariantCulture)),
            (WebhookSignature.SignatureHeader, signature),
        ];
    }

    private async Task<Answer> PutAsync(string requestId, byte[] file, (string Name, string Value)[] signed, string symbol = "HKU")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/pdf");
        return await Bench.SendAsync(HttpMethod.Put, PartnerFiles.PathOf(symbol, requestId), null, content, signed);
    }
}
