using System.Diagnostics;
using System.Globalization;
using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Azure;

namespace Hkall.Service.Tests.Storage;

/// <summary>A storage service that is away, busy, not set up, or whose reply is lost on the way.</summary>
public sealed class AzureTroubleTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly StorageClientSettings Hasty = new() { RetryDelay = TimeSpan.FromMilliseconds(1) };
    private static readonly Row Loan = new("patron-1", "request-1", "{}", "commit-1");

    public static TheoryData<string> Calls => [.. EveryCall.Keys];

    private static Dictionary<string, Func<StorageClients, Task>> EveryCall { get; } = new()
    {
        ["finding a row"] = clients => clients.Rows.FindAsync(RowTable.Requests, "p", "k", CancellationToken.None),
        ["reading a range"] = clients => clients.Rows.RangeAsync(RowTable.Requests, "p", "a", "z", 10, openOnly: false, CancellationToken.None),
        ["one write"] = clients => clients.Rows.CommitAsync(RowTable.Requests, "patron-1", [new RowWrite.Insert(Loan)], CancellationToken.None),
        ["one deletion"] = clients => clients.Rows.CommitAsync(RowTable.Requests, "patron-1", [new RowWrite.Delete("request-1")], CancellationToken.None),
        ["a transaction"] = clients =>
            clients.Rows.CommitAsync(
                RowTable.Requests, "patron-1", [new RowWrite.Insert(Loan), new RowWrite.Put(Loan with { Key = "2" })], CancellationToken.None),
        ["writing a file"] = clients => clients.Blobs.WriteAsync(BlobContainer.Scans, "scan-1", new MemoryStream([1]), 10, CancellationToken.None),
        ["writing a long file"] = clients =>
            clients.Blobs.WriteAsync(BlobContainer.Scans, "scan-1", new MemoryStream(new byte[5_000_000]), 10_000_000, CancellationToken.None),
        ["opening a file"] = clients => clients.Blobs.OpenAsync(BlobContainer.Scans, "scan-1", CancellationToken.None),
        ["sending a message"] = clients => clients.Queue.SendAsync("shipped", CancellationToken.None),
        ["receiving messages"] = clients => clients.Queue.ReceiveAsync(1, TimeSpan.FromMinutes(1), CancellationToken.None),
        ["counting messages"] = clients => clients.Queue.CountAsync(CancellationToken.None),
        ["deleting a message"] = clients => clients.Queue.DeleteAsync(new QueuedMessage("id", "receipt", "shipped", 1), CancellationToken.None),
    };

    [Fact]
    public async Task Storage_that_is_away_is_reported_within_seconds_whatever_is_asked_of_it()
    {
        var watch = Stopwatch.StartNew();
        var clients = StorageClients.Connect(Addresses.NobodyThere());

        await Task.WhenAll(EveryCall.Values.Select(call => Should.ThrowAsync<StorageUnavailableException>(() => call(clients))));

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Setting_up_storage_that_is_away_is_reported()
    {
        var clients = StorageClients.Connect(Addresses.NobodyThere());

        await Should.ThrowAsync<StorageUnavailableException>(() => clients.EnsureCreatedAsync(CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Storage_that_is_busy_is_asked_three_times_and_then_reported(string call)
    {
        await using var busy = await BusyStorage.StartAsync(HttpStatusCode.ServiceUnavailable);
        var counter = new StorageRequestCounter();
        var clients = StorageClients.Connect(busy.ConnectionString, Hasty with { EachRequest = counter });

        await Should.ThrowAsync<StorageUnavailableException>(() => EveryCall[call](clients));

        counter.Total.ShouldBe(3);
        busy.Asked.ShouldBe(3);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task Storage_that_cannot_serve_us_now_is_reported(HttpStatusCode status)
    {
        await using var busy = await BusyStorage.StartAsync(status);

        foreach (var call in EveryCall.Values)
        {
            var error = await Should.ThrowAsync<StorageUnavailableException>(() => call(StorageClients.Connect(busy.ConnectionString, Hasty)));
            error.Message.ShouldContain(((int)status).ToString(CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Storage_that_was_never_set_up_is_reported_and_not_taken_for_empty(string call)
    {
        var error = await Should.ThrowAsync<StorageUnavailableException>(() => EveryCall[call](Clients(null)));

        error.Message.ShouldContain("not set up");
    }

    [Fact]
    public async Task A_commit_whose_reply_was_lost_answers_a_conflict_and_the_row_tells_whose_commit_it_was()
    {
        var lost = new LostReply();
        var clients = Clients(lost);
        await clients.EnsureCreatedAsync(CancellationToken.None);
        lost.Next = true;

        var result =
            await clients.Rows.CommitAsync(
                RowTable.Requests, "patron-1", [new RowWrite.Insert(Loan), new RowWrite.Put(Loan with { Key = "request-2" })], CancellationToken.None);

        result.ShouldBe(CommitResult.Conflict);
        (await clients.Rows.FindAsync(RowTable.Requests, "patron-1", "request-1", CancellationToken.None))!.Commit.ShouldBe("commit-1");
    }

    [Fact]
    public async Task A_file_whose_last_reply_was_lost_is_there_all_the_same()
    {
        var lost = new LostReply();
        var clients = Clients(lost);
        await clients.EnsureCreatedAsync(CancellationToken.None);
        lost.Next = true;

        var written = await clients.Blobs.WriteAsync(BlobContainer.Scans, "scan-1", new MemoryStream(new byte[5_000_000]), 10_000_000, CancellationToken.None);

        written.Bytes.ShouldBe(5_000_000);
    }

    [Fact]
    public async Task Caller_cancellation_is_not_reported_as_storage_outage()
    {
        using var givenUp = new CancellationTokenSource();
        await givenUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Clients(null).Rows.FindAsync(RowTable.Requests, "p", "k", givenUp.Token));
    }

    private StorageClients Clients(HttpPipelinePolicy? policy) =>
        StorageClients.Connect(azurite.ConnectionString, Hasty with { Prefix = azurite.NewPrefix(), EachRequest = policy });

    /// <summary>Lets a request through and loses the reply, once.</summary>
    private sealed class LostReply : HttpPipelinePolicy
    {
        public bool Next { get; set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            if (Next && (message.Request.Method == RequestMethod.Post || message.Request.Uri.Query.Contains("comp=blocklist", StringComparison.Ordinal)))
            {
                Next = false;
                throw new IOException("The connection broke before the reply was read.");
            }
        }
    }
}
