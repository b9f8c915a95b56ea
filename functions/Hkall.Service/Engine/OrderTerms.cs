using System.Security.Cryptography;
using System.Text;
using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>The terms on which a person gives an order: what they saw, and by which id the same order is known when it comes again.</summary>
/// <param name="Seen">The versions of the request on which the order may be carried out; null for any.</param>
/// <param name="OrderId">The id that the form or the caller gave the order; null if it has none.</param>
public sealed record OrderTerms(IReadOnlyList<RequestVersion>? Seen = null, string? OrderId = null)
{
    /// <summary>Bytes of a hash that are kept. Ten orders a second for a century give no two alike.</summary>
    private const int HashBytes = 15;

    public static OrderTerms None { get; } = new();

    /// <summary>The order's content, as <see cref="For{T}"/> was given it.</summary>
    private string Content { get; init; } = string.Empty;

    /// <summary>The same terms for an action and its input: another content under the same id is another order.</summary>
    public OrderTerms For<T>(string action, T input) =>
        OrderId is null ? this : this with { Content = $"{action}\n{StoredJson.Write(input)}" };

    /// <summary>The same terms for an action without input.</summary>
    public OrderTerms For(string action) => OrderId is null ? this : this with { Content = action };

    /// <summary>Whether the request is as the giver of the order saw it.</summary>
    public bool Holds<TRequest>(VersionedRequest<TRequest> stored)
        where TRequest : class, IRequestState => Seen is null || Seen.Contains(RequestVersion.Of(stored));

    /// <summary>The order as the request remembers it; null if it has no id. Two people never share an id.</summary>
    public GivenOrder? Order(Actor by) => OrderId is null ? null : new GivenOrder(Hash($"{by}\n{OrderId}"), Hash(Content));

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
}

/// <summary>An order that was carried out on a request.</summary>
/// <param name="Key">The hash of who gave it and of its id.</param>
/// <param name="Content">The hash of what was ordered.</param>
public sealed record GivenOrder([Id] string Key, [Id] string Content)
{
    /// <summary>
    /// The most orders that a request remembers: as many as staff give in a busy life of a request. A repetition of an older one is
    /// refused by the version it saw.
    /// </summary>
    public const int MostKept = 40;

    /// <summary>The orders after another one, the oldest first.</summary>
    public static IReadOnlyList<GivenOrder>? After(IReadOnlyList<GivenOrder>? kept, GivenOrder? order) =>
        order is null ? kept : [.. (kept ?? []).TakeLast(MostKept - 1), order];
}
