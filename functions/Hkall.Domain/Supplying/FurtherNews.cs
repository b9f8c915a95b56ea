using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

// Messages of libraries besides yes, no and shipped; only ISO 18626 has most of them.

/// <summary>The library received the request and has not looked at it yet.</summary>
public sealed record RequestAcknowledged(string Symbol, string MessageId) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "acknowledged";
}

/// <summary>"We expect to supply": more than silence, less than a promise.</summary>
public sealed record SupplyExpected(string Symbol, string MessageId) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "expect-to-supply";
}

/// <summary>The library will not supply as asked, but invites us to ask again: for a charge, or from a date on.</summary>
/// <param name="After">The first date on which it is worth asking again.</param>
/// <param name="Before">The last date on which it is worth asking again.</param>
public sealed record RetryOffered(
    string Symbol, string MessageId, StatedReason? Reason = null, Money? Cost = null, DateOnly? After = null, DateOnly? Before = null)
    : SupplierNews(Symbol, MessageId)
{
    /// <summary>The condition is that the patron uses the item here, which needs no decision: every item may be used here.</summary>
    public bool LibraryUseOnly { get; init; }

    /// <summary>Conditions besides a charge and use here, on which the library would supply; staff decide on them.</summary>
    public IReadOnlyList<StatedReason> Others { get; init; } = [];

    public override string Said => "retry-possible";
}

/// <summary>The lender asks us to hold the return, or to resume it.</summary>
public sealed record ReturnHeld(string Symbol, string MessageId, bool Held) : SupplierNews(Symbol, MessageId)
{
    public override string Said => Held ? "hold-return" : "release-hold-return";
}

/// <summary>A note for our staff, without any news.</summary>
public sealed record SupplierNoted(string Symbol, string MessageId) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "note";
}
