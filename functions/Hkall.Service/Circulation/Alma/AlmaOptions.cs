namespace Hkall.Service.Circulation.Alma;

/// <summary>The connection to Alma.</summary>
/// <param name="Address">The region's API gateway, without the path: <c>https://api-ap.hosted.exlibrisgroup.com</c>.</param>
/// <param name="ApiKey">A key with read and write access to users.</param>
/// <param name="FeeOwner">The code of the library that charges the fees.</param>
public sealed record AlmaOptions(Uri Address, string ApiKey, string FeeOwner)
{
    /// <summary>The timeout of one try: Alma usually answers within half a second.</summary>
    public TimeSpan TryPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The timeout of all tries of one query: a patron waits for it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>The pause between the tries of one query.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Tries after the first, for queries only: the outbox retries a fee, because it knows that the fee may have been entered.</summary>
    public int Retries { get; init; } = 2;
}
