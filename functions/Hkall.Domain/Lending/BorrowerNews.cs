using Hkall.Domain.Model;

namespace Hkall.Domain.Lending;

/// <summary>A message from the borrowing library. <see cref="MessageId"/> is the sender's, and repeats when the message does.</summary>
/// <param name="Note">What a person there wrote with it, for our staff.</param>
public abstract record BorrowerNews(string Symbol, string MessageId, string? Note) : LendingCommand
{
    /// <summary>The stored name of the news, for the history.</summary>
    public abstract string Said { get; }

    /// <summary>Whether staff recorded it themselves, from a letter or a call.</summary>
    public bool ByStaff { get; init; }

    /// <summary>Whether a person there wrote something that staff have not seen.</summary>
    public bool IsWritten => Note is not null && !ByStaff;
}

/// <summary>The borrowing library sent the request again: as new, or as a reminder.</summary>
public sealed record AskedOnceMore(string Symbol, string MessageId, bool Reminder, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => Reminder ? "reminder" : "request";
}

/// <summary>After "retry possible" the borrowing library asks again, on these terms.</summary>
/// <param name="Holding">What our catalogue says of the item now.</param>
public sealed record AskedToRetry(string Symbol, string MessageId, Holding Holding, Money? MaxCost = null, DateOnly? NeededBy = null, string? Note = null)
    : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => "retry";
}

public sealed record StatusAsked(string Symbol, string MessageId, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => "status-request";
}

/// <summary>The item, or the scan, has reached them.</summary>
public sealed record BorrowerReceived(string Symbol, string MessageId, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => "received";
}

public sealed record BorrowerCancels(string Symbol, string MessageId, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => "cancel";
}

public sealed record BorrowerRenews(string Symbol, string MessageId, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => "renew";
}

/// <summary>The item is on its way back to us.</summary>
public sealed record BorrowerReturned(string Symbol, string MessageId, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => "shipped-return";
}

/// <summary>The item went on to a third library. It remains on loan to the library that asked.</summary>
public sealed record BorrowerForwarded(string Symbol, string MessageId, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => "shipped-forward";
}

/// <summary>The answer to the conditions that we offered.</summary>
public sealed record ConditionsAnswered(string Symbol, string MessageId, bool Accept, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => Accept ? "conditions-accepted" : "conditions-declined";
}

/// <summary>A note for our staff; no rule acts on it.</summary>
public sealed record BorrowerSaid(string Symbol, string MessageId, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => "notification";
}

public sealed record BorrowerLost(string Symbol, string MessageId, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => "lost";
}
