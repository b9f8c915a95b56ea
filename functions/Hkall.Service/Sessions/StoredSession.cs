using Hkall.Domain;

namespace Hkall.Service.Sessions;

/// <summary>A claim as a session keeps it. The issuer of the subject is part of the person's identity.</summary>
public sealed record KeptClaim([property: Code] string Name, [property: PersonsWords] string Value, [property: Id] string Issuer);

/// <summary>A session of the pages, as its row holds it. The browser's cookie holds the id; the row's key has only its hash.</summary>
public sealed record StoredSession
{
    /// <summary>The person's opaque key.</summary>
    [Id]
    public required string Person { get; init; }

    /// <summary>What the sign-in said about the person: the claims that the service reads, and no other.</summary>
    public required IReadOnlyList<KeptClaim> Claims { get; init; }

    public required DateTimeOffset Begun { get; init; }

    /// <summary>The last use, to the minute.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>When the session ends however much it is used.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When the person last showed the provider who they are; null if the provider did not say it.</summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>The kind of browser and of machine; null if they are none that we know.</summary>
    [Code]
    public string? Browser { get; init; }

    [Code]
    public string? Machine { get; init; }

    /// <summary>The hash of the provider's own session; null if the provider named none.</summary>
    [Id]
    public string? ProviderSession { get; init; }

    /// <summary>Whether the session has ended at the instant, by its age or because nobody used it.</summary>
    public bool HasEnded(DateTimeOffset now) => now >= EndsAt || now >= LastSeen + SessionLimits.Idle;
}

/// <summary>A session that is going on.</summary>
/// <param name="Hash">The hash of its id: names the session without giving it away.</param>
public sealed record HeldSession(string Hash, StoredSession Session);

/// <summary>What is known when somebody signs in.</summary>
/// <param name="ProviderSession">The provider's <c>sid</c>.</param>
/// <param name="AuthenticatedAt">The provider's <c>auth_time</c>; null: it is not known.</param>
/// <param name="UserAgent">What the browser calls itself; only its kind is kept.</param>
public sealed record NewSession(
    string Person, bool IsStaff, IReadOnlyList<KeptClaim> Claims, string? ProviderSession, DateTimeOffset? AuthenticatedAt, string? UserAgent);
