namespace Hkall.Domain.Model;

/// <summary>Messages of one side that no member of staff has answered or marked as read.</summary>
/// <param name="Since">When the oldest of them came.</param>
public sealed record UnreadMessages(int Count, DateTimeOffset Since)
{
    /// <summary>The unread messages with one more.</summary>
    public static UnreadMessages After(UnreadMessages? before, DateTimeOffset at) =>
        before is null ? new UnreadMessages(1, at) : before with { Count = before.Count + 1 };
}
