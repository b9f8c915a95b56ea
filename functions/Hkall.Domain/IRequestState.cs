namespace Hkall.Domain;

/// <summary>
/// What the desk must know of a request in order to keep it and to look at it again, whichever way it goes: a patron's
/// request to borrow, or another library's for something of ours.
/// </summary>
public interface IRequestState
{
    string Id { get; }

    /// <summary>What is awaited and until when; null only where the story has ended.</summary>
    Deadline? Deadline { get; }

    /// <summary>The ordinal of the last event.</summary>
    int Events { get; }

    /// <summary>Whether somebody still has to do something.</summary>
    bool IsOpen { get; }

    /// <summary>Whether it is asked for together with the open ones; closed, it may still concern somebody.</summary>
    bool IsInView => IsOpen;

    /// <summary>The stored name of its status.</summary>
    string StatusName { get; }
}
