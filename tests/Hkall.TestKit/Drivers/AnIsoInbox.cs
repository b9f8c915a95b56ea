using System.Collections.Concurrent;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hkall.TestKit.Drivers;

/// <summary>The server of a library that borrows from us: keeps what it is sent, and confirms it.</summary>
public sealed class AnIsoInbox : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AnIsoInbox(WebApplication app)
    {
        _app = app;
    }

    /// <summary>What came, the oldest first.</summary>
    public ConcurrentQueue<ReadMessage> Received { get; } = new();

    public Uri Url => new(_app.Urls.Single());

    /// <summary>What it answers where a file is fetched, by its name; the names asked for so far.</summary>
    public Func<string, IResult> Files { get; set; } = _ => Results.NotFound();

    public ConcurrentQueue<string> Fetched { get; } = new();

    /// <summary>What it answers with instead of its confirmation; null: it confirms.</summary>
    public Func<IResult>? Answers { get; set; }

    public static async Task<AnIsoInbox> StartAsync(IsoVersion version)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var inbox = new AnIsoInbox(app);
        app.MapPost("/", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            var read = IsoXml.Read(body.ToArray());
            inbox.Received.Enqueue(read);
            return inbox.Answers?.Invoke() ?? Results.Bytes(IsoXml.Write(ConfirmationOf(read), version), "application/xml");
        });
        app.MapGet("/files/{name}", (string name) =>
        {
            inbox.Fetched.Enqueue(name);
            return inbox.Files(name);
        });
        await app.StartAsync();
        return inbox;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Confirmation ConfirmationOf(ReadMessage read)
    {
        var header = new ConfirmationHeader
        {
            Supplier = read.Header?.Supplier,
            Requester = read.Header?.Requester,
            Timestamp = read.Header?.Timestamp,
            RequesterRequestId = read.Header?.RequesterRequestId,
            Received = read.Header?.Timestamp,
            Status = MessageStatus.OK,
        };
        return read.Kind == MessageKind.SupplierMessage ? new SupplierMessageConfirmation { Header = header }
            : read.Kind == MessageKind.RequesterMessage ? new RequesterMessageConfirmation { Header = header }
            : new RequestConfirmation { Header = header };
    }
}
