namespace Hkall.Service.Circulation.Alma;

/// <summary>How Alma is reached.</summary>
/// <param name="Address">Of the region's API gateway, without the path: <c>https://api-ap.hosted.exlibrisgroup.com</c>.</param>
/// <param name="ApiKey">A key with read and write on users.</param>
/// <param name="FeeOwner">Code of the library in whose name fees are charged.</param>
public sealed record AlmaOptions(Uri Address, string ApiKey, string FeeOwner)
{
    /// <summary>One try: Alma usually answers within half a second.</summary>
    public TimeSpan TryPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>All tries of one question: a patron waits for it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Between the tries of one question.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Tries after the first, at questions only: a fee is tried again by the outbox, which knows that it may have been entered.</summary>
    public int Retries { get; init; } = 2;
}
