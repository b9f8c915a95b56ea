using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Hkall.Service.Tests.Storage;

/// <summary>Addresses to give to the clients in place of a storage account's.</summary>
internal static class Addresses
{
    public static string Of(string address) =>
        $"DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey=bm9ib2R5;BlobEndpoint={address}/nobody;QueueEndpoint={address}/nobody;TableEndpoint={address}/nobody;";

    /// <summary>A port that was free a moment ago.</summary>
    public static string NobodyThere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return Of($"http://{listener.LocalEndpoint}");
    }
}

/// <summary>A storage service that answers every request with the same status, and counts them.</summary>
internal sealed class BusyStorage : IAsyncDisposable
{
    private readonly WebApplication _service;
    private int _asked;

    private BusyStorage(HttpStatusCode status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _service = builder.Build();
        _service.Run(context =>
        {
            Interlocked.Increment(ref _asked);
            context.Response.StatusCode = (int)status;
            return Task.CompletedTask;
        });
    }

    public int Asked => _asked;

    public string ConnectionString => Addresses.Of(_service.Urls.Single());

    public static async Task<BusyStorage> StartAsync(HttpStatusCode status)
    {
        var storage = new BusyStorage(status);
        await storage._service.StartAsync();
        return storage;
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
