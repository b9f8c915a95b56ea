using Hkall.Domain.Charging;

namespace Hkall.Domain.Lending;

/// <summary>An order or a piece of news for one request to lend. Commands are not stored.</summary>
public abstract record LendingCommand
{
    private protected LendingCommand()
    {
    }
}

/// <summary>A deadline of a loan of ours came due; it says which one, since another may have taken its place.</summary>
public sealed record LendingDeadlineReached(int DeadlineId) : LendingCommand;

/// <summary>What the borrowing library tells us. <see cref="MessageId"/> is the sender's and repeats when the message does.</summary>
/// <param name="Note">What a person over there wrote with it; staff read it.</param>
public abstract record BorrowerNews(string Symbol, string MessageId, string? Note) : LendingCommand
{
    /// <summary>The news in one word, for the history.</summary>
    public abstract string Said { get; }
}

/// <summary>The request itself, sent once more: as new, or to remind us.</summary>
public sealed record AskedOnceMore(string Symbol, string MessageId, bool Reminder, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => Reminder ? "reminder" : "request";
}

/// <summary>After "retry possible": asked again, on these terms.</summary>
/// <param name="Holding">What our catalogue says of it now.</param>
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

/// <summary>The item went on to a third library. It stays on loan to the one that asked.</summary>
public sealed record BorrowerForwarded(string Symbol, string MessageId, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => "shipped-forward";
}

/// <summary>The answer to conditions that we offered.</summary>
public sealed record ConditionsAnswered(string Symbol, string MessageId, bool Accept, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => Accept ? "conditions-accepted" : "conditions-declined";
}

/// <summary>A note for the people here; it asks for nothing that a rule could do.</summary>
public sealed record BorrowerSaid(string Symbol, string MessageId, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => "notification";
}

public sealed record BorrowerLost(string Symbol, string MessageId, string? Note = null) : BorrowerNews(Symbol, MessageId, Note)
{
    public override string Said => "lost";
}
