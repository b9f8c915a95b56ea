using System.Net;
using System.Net.Http.Headers;
using Hkall.Service.Engine;
using Hkall.Service.Outwards;
using Hkall.Service.Partners;
using Hkall.Service.Storage;

namespace Hkall.Service.Downloads.Fetching;

/// <summary>The result of fetching a scan's address.</summary>
public abstract record Found
{
    private Found()
    {
    }

    /// <summary>A file, now stored.</summary>
    public sealed record File(StoredBlob Stored) : Found;

    /// <summary>No file yet; a later try may find one.</summary>
    public sealed record NotNow(string Why, TimeSpan? After = null) : Found;

    /// <summary>No file, and trying again would not change that.</summary>
    public sealed record Nothing(string Why) : Found;
}

/// <summary>Fetches a file from an address that a partner named, and refuses addresses that partners must not name.</summary>
public sealed class ScanClient(HttpClient http, MachineTime machine)
{
    /// <summary>The timeout of the whole fetch. A commit's effects have two minutes, and 200 MB take a minute at 30 Mbit/s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(75);

    /// <summary>File hosts usually redirect a browser once or twice.</summary>
    private const int MostRedirects = 3;

    /// <param name="store">Stores the content, up to a limit.</param>
    public async Task<Found> FetchAsync(
        string address, Partner partner, Func<Stream, CancellationToken, Task<StoredBlob>> store, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, machine.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await FollowAsync(address, partner, store, either.Token);
        }
        catch (HttpRequestException failure) when (failure.GetBaseException() is NotPublicException secret)
        {
            return new Found.Nothing(secret.Message);
        }
        catch (HttpRequestException failure)
        {
            return new Found.NotNow($"It cannot be reached ({failure.HttpRequestError}).");
        }
        catch (BlobTooLargeException large)
        {
            return new Found.Nothing(large.Message);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return new Found.NotNow($"It did not come whole within {Patience.TotalSeconds:0} s.");
        }
    }

    private async Task<Found> FollowAsync(
        string address, Partner partner, Func<Stream, CancellationToken, Task<StoredBlob>> store, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (ScanAddress.Fault(address, partner, out var uri) is { } fault)
            {
                return new Found.Nothing(fault);
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            if (partner.Endpoint is { IsLoopback: true } && ScanAddress.IsItsOwn(uri!, partner))
            {
                ForeignHttp.AllowThisMachine(request);
            }

            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/pdf"));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("image/*", 0.8));
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect
                && answer.Headers.Location is { } location)
            {
                address = new Uri(uri!, location).AbsoluteUri;
                continue;
            }

            return Read(answer) ?? new Found.File(await store(await answer.Content.ReadAsStreamAsync(cancellation), cancellation));
        }

        return new Found.Nothing("It leads from one address to another.");
    }

    /// <returns>What is wrong with the answer; null if its content may be the file.</returns>
    private static Found? Read(HttpResponseMessage answer) => answer.StatusCode switch
    {
        // A page is for people: to sign in, or to press a button. Staff do that.
        HttpStatusCode.OK => answer.Content.Headers.ContentType?.MediaType is { } type && type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            ? new Found.Nothing("There is a page and not a file.")
            : null,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new Found.Nothing($"It is not open to us ({(int)answer.StatusCode})."),
        HttpStatusCode.Gone => new Found.Nothing("It is there no longer (410)."),
        var status =>
            new Found.NotNow(
                $"It was answered with {(int)status}.",
                answer.Headers.RetryAfter?.Delta is { } after && after > TimeSpan.Zero && after < TimeSpan.FromHours(6) ? after : null),
    };
}
