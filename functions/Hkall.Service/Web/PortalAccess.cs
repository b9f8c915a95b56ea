using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Service.Web;

/// <summary>The origins (<c>https://portal.example.edu</c>) whose pages may show patrons their requests.</summary>
public sealed record PortalOrigins(IReadOnlyList<string> All)
{
    public IReadOnlyList<string> All { get; } = All.All(IsOrigin)
        ? All : throw new ArgumentException("A portal is an origin such as https://portal.example.edu.", nameof(All));

    /// <summary>Parses the setting: origins separated by spaces.</summary>
    public static PortalOrigins Of(string? setting) => new(Split(setting));

    /// <summary>Whether the setting names origins, each of one host: a wildcard would show every site a patron's requests.</summary>
    public static bool AreOrigins(string? setting) => Split(setting).All(IsOrigin);

    private static string[] Split(string? setting) => (setting ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsOrigin(string text) =>
        !text.Contains('*', StringComparison.Ordinal)
        && Uri.TryCreate(text, UriKind.Absolute, out var origin)
        && (origin.Scheme == Uri.UriSchemeHttps || origin is { IsLoopback: true, Scheme: "http" })
        && origin.UserInfo.Length == 0
        && origin.GetLeftPart(UriPartial.Authority) == text;
}

/// <summary>
/// "My Requests" on the Library's portal. The portal's page calls with an access token of its own. It may read the list and
/// ask for a renewal; no cookie is sent either way.
/// </summary>
public static class PortalAccess
{
    public const string Policy = "portal";

    /// <summary>For the one action that the portal offers by itself: whoever asks twice for a renewal has asked once.</summary>
    public const string RenewalPolicy = "portal-renewal";

    internal static void AddPortalAccess(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IServiceProvider>((cors, provider) =>
        {
            string[] origins = [.. provider.GetService<PortalOrigins>()?.All ?? []];
            cors.AddPolicy(
                Policy,
                policy => policy.WithOrigins(origins).WithMethods("GET").WithHeaders("authorization").SetPreflightMaxAge(TimeSpan.FromHours(1)));
            cors.AddPolicy(
                RenewalPolicy,
                policy => policy.WithOrigins(origins).WithMethods("POST").WithHeaders("authorization", "idempotency-key")
                    .SetPreflightMaxAge(TimeSpan.FromHours(1)));
        });
    }
}
