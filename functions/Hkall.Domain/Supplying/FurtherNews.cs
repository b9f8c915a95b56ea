using Hkall.Domain.Charging;

namespace Hkall.Domain.Supplying;

// What libraries say besides yes, no and shipped; most of it only ISO 18626 has a word for.

/// <summary>The request has arrived there; nobody has looked yet.</summary>
public sealed record RequestAcknowledged(string Symbol, string MessageId) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "acknowledged";
}

/// <summary>"We expect to supply": more than silence, less than a promise.</summary>
public sealed record SupplyExpected(string Symbol, string MessageId) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "expect-to-supply";
}

/// <summary>Not as asked, but if asked again: for a charge, or from a date on.</summary>
/// <param name="After">The first date on which it is worth asking again.</param>
/// <param name="Before">The last one.</param>
public sealed record RetryOffered(string Symbol, string MessageId, string? Reason = null, Money? Cost = null, DateOnly? After = null, DateOnly? Before = null)
    : SupplierNews(Symbol, MessageId)
{
    public override string Said => "retry-possible";
}

/// <summary>The lender would rather not have the item back yet, or now would again.</summary>
public sealed record ReturnHeld(string Symbol, string MessageId, bool Held) : SupplierNews(Symbol, MessageId)
{
    public override string Said => Held ? "hold-return" : "release-hold-return";
}

/// <summary>A text for our staff, and nothing else.</summary>
public sealed record SupplierNoted(string Symbol, string MessageId) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "note";
}
