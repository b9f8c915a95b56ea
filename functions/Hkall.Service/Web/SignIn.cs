using System.Security.Claims;
using Hkall.Domain.Model;
using Hkall.Service.Texts;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hkall.Service.Web;

/// <summary>The issuer and the audience of the access tokens the service accepts.</summary>
/// <param name="Keys">The issuer's keys if they are known beforehand (the bench); otherwise they come from <paramref name="MetadataAddress"/>.</param>
public sealed record SignInOptions(string Issuer, string Audience, IReadOnlyList<SecurityKey> Keys, string? MetadataAddress = null)
{
    /// <summary>
    /// The scope that every access token must have. It has to be set for an issuer whose access tokens are not marked <c>at+jwt</c>,
    /// such as Entra ID: without either, none of its tokens is known to be an access token.
    /// </summary>
    public string? Scope { get; init; }

    /// <summary>When the API asks how old the sign-in behind a token is.</summary>
    public FreshnessDemand Fresh { get; init; }
}

/// <summary>Sign-in by access token. The service validates it whatever stands in front: signature, algorithm, issuer, audience and times.</summary>
public static class SignIn
{
    public const string PatronPolicy = "patron";
    public const string StaffPolicy = "staff";
    /// <summary>The value of the claim <c>roles</c> that gives every role, unless the policy says otherwise.</summary>
    public const string StaffRole = "staff";

    /// <summary>Asymmetric signatures only: anyone who validates with a shared secret could sign with it too, and "none" needs no secret at all.</summary>
    internal static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384,
    ];

    /// <summary>The most the issuer's clock may differ from ours.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>
    /// For a route that says nothing of who may use it: nobody may, so that a forgotten word closes it and does not open it. A public route
    /// says so. What is no route of ours is answered with 404 or 405.
    /// </summary>
    private static readonly AuthorizationPolicy ClosedToAll = new AuthorizationPolicyBuilder()
        .RequireAssertion(call => call.Resource is HttpContext context && context.GetEndpoint() is not RouteEndpoint)
        .Build();

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<SignInOptions, TimeProvider>((bearer, options, clock) =>
        {
            bearer.MapInboundClaims = false;
            if (options.MetadataAddress is { } metadata)
            {
                bearer.MetadataAddress = metadata;

                // Keys fetched without TLS could be forged, unless they come from this machine.
                bearer.RequireHttpsMetadata = !new Uri(metadata).IsLoopback;
            }

            bearer.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = options.Issuer,
                ValidAudience = options.Audience,
                IssuerSigningKeys = options.Keys,
                ValidAlgorithms = Algorithms,
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                NameClaimType = PersonClaim.FullName.Name,
                RoleClaimType = PersonClaim.Roles.Name,
                LifetimeValidator = (notBefore, expires, _, _) => IsWithin(notBefore, expires, clock.GetUtcNow()),
            };
            bearer.Events = new JwtBearerEvents
            {
                OnTokenValidated = context =>
                {
                    if (AccessTokenRules.WhyNot((JsonWebToken)context.SecurityToken, context.Principal!.Claims, options.Scope) is { } why)
                    {
                        context.Fail(new RefusedTokenException(why));
                    }

                    return Task.CompletedTask;
                },
                OnChallenge = async context =>
                {
                    context.HandleResponse();
                    context.Response.Headers.WWWAuthenticate = context.AuthenticateFailure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
                    var why = context.AuthenticateFailure is RefusedTokenException refused ? refused.Why : Text.Of("A valid access token is needed.");
                    await Problems.Of(StatusCodes.Status401Unauthorized, "not-signed-in", why).ExecuteAsync(context.HttpContext);
                },
                OnForbidden = context => Roles.Refuse(context.HttpContext).ExecuteAsync(context.HttpContext),
            };
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(ClosedToAll)
            .AddPolicy(PatronPolicy, policy => policy.RequireAuthenticatedUser().RequireClaim(PersonClaim.Subject.Name))
            .AddPolicy(StaffPolicy, policy => policy
                .RequireAuthenticatedUser().RequireClaim(PersonClaim.Subject.Name).RequireAssertion(Roles.IsStaff))
            .AddRoles();
    }

    /// <summary>The person behind the token or the session. Subject and issuer make the key; all other claims may change.</summary>
    public static Patron Patron(this HttpContext context) => PatronOf(context.User, context.RequestServices.GetRequiredService<RoleMap>());

    /// <param name="roles">Which claims give the roles of staff; null: as by default.</param>
    public static Patron PatronOf(ClaimsPrincipal user, RoleMap? roles = null)
    {
        var subject = PersonClaim.Subject.In(user) ?? throw new InvalidOperationException("The policy lets nobody in without a subject.");
        var group = GroupOf(PersonClaim.Group.Of(user));
        var email = Clean(PersonClaim.Email.Of(user) ?? string.Empty);
        var isUnverified = email.Length > 0 && (PersonClaim.EmailVerified.Says(user, "false") || PersonClaim.EmailVerified.Says(user, "False"));
        return new Patron(
            Web.Patron.KeyOf(subject.Issuer, subject.Value),
            new Person(
                Clean(PersonClaim.FullName.Of(user) ?? subject.Value),

                // The link in a mail gives a scan to whoever opens it: it goes to no address that may be a stranger's.
                isUnverified ? string.Empty : email,
                Clean(PersonClaim.Locale.Of(user) ?? "en"),
                Clean(PersonClaim.LibraryId.Of(user) ?? subject.Value),
                group),
            group,
            (roles ?? RoleMap.Usual).Of(user).Count > 0)
        {
            EmailIsUnverified = isUnverified,
            Untold = (PersonClaim.FullName.Of(user) is null ? PersonFacts.Name : PersonFacts.None)
                | (PersonClaim.Email.Of(user) is null ? PersonFacts.Email : PersonFacts.None)
                | (PersonClaim.Locale.Of(user) is null ? PersonFacts.Language : PersonFacts.None)
                | (PersonClaim.LibraryId.Of(user) is null ? PersonFacts.LibraryId : PersonFacts.None),
        };
    }

    /// <summary>Whether the instant is within a token's times. A token without an end is good for nothing.</summary>
    public static bool IsWithin(DateTime? notBefore, DateTime? expires, DateTimeOffset now) =>
        expires is { } end && now < Utc(end) + Skew && (notBefore is not { } begin || now >= Utc(begin) - Skew);

    private static PatronGroup? GroupOf(string? name) =>
        Enum.GetValues<PatronGroup>().Cast<PatronGroup?>().FirstOrDefault(group => Domain.Names.Of(group!.Value) == name);

    /// <summary>A name goes into mails and their headers, so it has no line breaks and at most 200 characters.</summary>
    private static string Clean(string text) => new([.. VisibleText.Of(text).Where(c => !char.IsControl(c)).Take(200)]);

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
