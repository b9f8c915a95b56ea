using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Azure;

namespace Hkall.Service.Tests.Storage;

/// <summary>What is refused as too large goes by a reckoning of what will be sent; here it is held against what is sent.</summary>
public sealed class PayloadTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const int Rows = 20;

    [Theory]
    [InlineData("plain text", "patron-1", "request-")]
    [InlineData("{\"title\":\"He said \\\"no\\\"\",\"by\":\"O'Brien & <Sons>\"}", "patron-1", "request-")]
    [InlineData("紅樓夢𠮷é", "patron-1", "request-")]
    [InlineData("", "讀者", "請求-")]
    [InlineData("{}", "o'clock", "100% \"sure\" + more-")]
    public async Task A_transaction_is_never_sent_as_more_than_it_was_reckoned_at(string text, string partition, string key)
    {
        var sent = new SentBytes();
        var clients = StorageClients.Connect(azurite.ConnectionString, new StorageClientSettings { Prefix = azurite.NewPrefix(), EachRequest = sent });
        await clients.EnsureCreatedAsync(CancellationToken.None);
        var body = string.Concat(Enumerable.Repeat(text, 100));
        var rows = Enumerable.Range(0, Rows)
            .Select(number => new Row(partition, string.Create(CultureInfo.InvariantCulture, $"{key}{number}"), body, "commit-館")).ToList();

        var inserted = await CommitAsync(rows.Select(row => new RowWrite.Insert(row)));
        await CommitAsync(rows.Zip(inserted.ETags, (row, version) => new RowWrite.Replace(row with { ETag = version })));
        await CommitAsync(rows.Select(row => new RowWrite.Put(row)));
        await CommitAsync(rows.Select(row => new RowWrite.Delete(row.Key)));

        async Task<CommitResult> CommitAsync(IEnumerable<RowWrite> writes)
        {
            var transaction = writes.ToList();
            var result = await clients.Rows.CommitAsync(RowTable.Requests, partition, transaction, CancellationToken.None);
            result.Committed.ShouldBeTrue();
            sent.Last.ShouldBeInRange(1, TransactionPayload.BytesOf(partition, transaction));
            return result;
        }
    }

    private sealed class SentBytes : HttpPipelineSynchronousPolicy
    {
        public long Last { get; private set; }

        public override void OnSendingRequest(HttpMessage message)
        {
            using var written = new MemoryStream();
            message.Request.Content?.WriteTo(written, CancellationToken.None);
            Last = written.Length;
        }
    }
}
