using System.Net;
using System.Threading.RateLimiting;
using Hkall.Service.Policies;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Throttling;

/// <summary>How the host learns a caller's address.</summary>
/// <param name="Forwarded">
/// A front end of the platform stands before the service and adds the caller's address to <c>X-Forwarded-For</c>. Earlier entries are the
/// caller's own words.
/// </param>
public sealed record CallerAddresses(bool Forwarded);

/// <summary>Marks a call that needs nothing but a token in its address or a signature, so that strangers may try many.</summary>
public sealed class GuessableAttribute : Attribute;

/// <summary>
/// Limits the wrong tokens and signatures from one address. Calls of people who are signed in are never counted or stopped: a whole campus may
/// share an address.
/// </summary>
public sealed class StrangerLimits(PolicyDocument policy, CallerAddresses addresses) : IDisposable
{
    private const string ForwardedFor = "X-Forwarded-For";

    private readonly PartitionedRateLimiter<string> _wrong = Buckets.Of(policy.Limits.Strangers);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var guessable = context.GetEndpoint()?.Metadata.GetMetadata<GuessableAttribute>() is not null;
        var address = AddressOf(context);
        if (guessable && _wrong.GetStatistics(address) is { CurrentAvailablePermits: <= 0 })
        {
            using var none = _wrong.AttemptAcquire(address);
            await Problems.TooOften(Buckets.AfterOf(none)).ExecuteAsync(context);
            return;
        }

        context.Response.OnStarting(() =>
        {
            if (IsWrong(context, guessable))
            {
                _wrong.AttemptAcquire(address).Dispose();
            }

            return Task.CompletedTask;
        });
        await next(context);
    }

    public void Dispose() => _wrong.Dispose();

    private static bool IsWrong(HttpContext context, bool guessable) => context.User.Identity?.IsAuthenticated != true
        && (context.Response.StatusCode == StatusCodes.Status401Unauthorized || (guessable && context.Response.StatusCode == StatusCodes.Status404NotFound));

    private string AddressOf(HttpContext context)
    {
        var last = addresses.Forwarded ? context.Request.Headers[ForwardedFor].LastOrDefault()?.Split(',')[^1].Trim() : null;
        var address = last is not null && IPEndPoint.TryParse(last, out var caller) ? caller.Address : context.Connection.RemoteIpAddress;
        return address is null ? string.Empty : KeyOf(address);
    }

    /// <summary>One household or office has a whole network of IPv6 addresses (RFC 6177), so its first 64 bits count.</summary>
    private static string KeyOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return Convert.ToHexStringLower(bytes.Length > 8 ? bytes.AsSpan(0, 8) : bytes);
    }
}
