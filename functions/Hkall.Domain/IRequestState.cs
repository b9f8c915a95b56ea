namespace Hkall.Domain;

/// <summary>
/// What the service needs to know to store a request and to process it when due, for both directions: a patron's request to borrow,
/// and another library's request to lend.
/// </summary>
public interface IRequestState
{
    string Id { get; }

    /// <summary>What the request waits for, and until when; null only if it is closed.</summary>
    Deadline? Deadline { get; }

    /// <summary>The ordinal of the last event.</summary>
    int Events { get; }

    /// <summary>Whether somebody still has to act.</summary>
    bool IsOpen { get; }

    /// <summary>Whether it is listed with the open requests; a closed one may still matter.</summary>
    bool IsInView => IsOpen;

    /// <summary>The stored name of its status.</summary>
    string StatusName { get; }
}
