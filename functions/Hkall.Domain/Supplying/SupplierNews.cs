using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>A library's message about a request we sent it. <see cref="MessageId"/> is the sender's, and repeats when the message does.</summary>
public abstract record SupplierNews(string Symbol, string MessageId) : RequestCommand
{
    /// <summary>The stored name of the news, for the history.</summary>
    public abstract string Said { get; }

    /// <summary>The note in the message, for our staff to read.</summary>
    public string? Note { get; init; }

    /// <summary>The library's own number of our request, if the message names it.</summary>
    public string? LendersNumber { get; init; }

    /// <summary>How staff heard it; null if the library's own system sent it.</summary>
    public LibrarysWord? Word { get; init; }

    /// <summary>
    /// Whether a person there wrote something that staff have not seen. What staff recorded themselves they have, and the address of a scan is
    /// for the service.
    /// </summary>
    public bool IsWritten => Word is { } word
        ? word is { By: SaidBy.Link, Note.Length: > 0 }
        : Note is { } note && !IsReason(note) && (this is not CopyReady { Address: { } address } || IsMoreThan(note, address));

    /// <summary>Some libraries say why in the note: then the rules have heard it as the reason.</summary>
    private bool IsReason(string note) => this switch
    {
        RenewalDeclined { Reason: { } why } => why.Text == note,
        CancelDeclined { Reason: { } why } => why.Text == note,
        _ => false,
    };

    private static bool IsMoreThan(string note, string address) =>
        note.Replace(address, null, StringComparison.Ordinal).Replace("URL:", null, StringComparison.OrdinalIgnoreCase).Any(char.IsLetterOrDigit);
}

public sealed record WillSupply(string Symbol, string MessageId) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "will-supply";
}

/// <summary>
/// "Filled": the library says that the scan is ready. The scan itself is <see cref="ScanArrived"/>; a message without a file fills
/// nothing.
/// </summary>
/// <param name="Address">Where we can fetch the scan, if the library says so.</param>
public sealed record CopyReady(string Symbol, string MessageId, string? Address = null) : SupplierNews(Symbol, MessageId)
{
    /// <summary>What the library charges, if it says so.</summary>
    public Money? Cost { get; init; }

    public override string Said => "copy-ready";
}

public sealed record ScanArrived(string Symbol, string MessageId, Scan Scan) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "scan-arrived";
}

/// <summary>The address that a library gave for its scan led to no scan after all our attempts.</summary>
public sealed record ScanUnreachable(string Symbol, string MessageId, string Why) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "scan-unreachable";
}

/// <summary>A scan of the library was not accepted: malware was found in it, or it could not be checked.</summary>
public sealed record ScanRejected(string Symbol, string MessageId, string Why) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "scan-rejected";
}

public sealed record Shipped(string Symbol, string MessageId, DateOnly? DueOn = null, bool LibraryUseOnly = false) : SupplierNews(Symbol, MessageId)
{
    /// <summary>The number of parts, if there are several.</summary>
    public int? Parts { get; init; }

    /// <summary>What the library charges, if it says so.</summary>
    public Money? Cost { get; init; }

    public override string Said => "shipped";
}

public sealed record Unfilled(string Symbol, string MessageId, StatedReason? Reason = null) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "unfilled";
}

/// <summary>The library would supply on conditions (a charge, usually). Nothing is ordered without a recorded acceptance.</summary>
public sealed record Conditional(string Symbol, string MessageId, StatedReason? Reason = null, Money? Cost = null) : SupplierNews(Symbol, MessageId)
{
    /// <summary>The condition is that the patron uses the item here, which needs no decision: every item may be used here.</summary>
    public bool LibraryUseOnly { get; init; }

    /// <summary>Conditions besides a charge and use here, as the library named them; staff decide on them.</summary>
    public IReadOnlyList<StatedReason> Others { get; init; } = [];

    public override string Said => "conditional";
}

public sealed record CancelConfirmed(string Symbol, string MessageId) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "cancelled";
}

public sealed record CancelDeclined(string Symbol, string MessageId, StatedReason? Reason = null) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "cancel-declined";
}

public sealed record Recall(string Symbol, string MessageId, DateOnly? DueOn = null) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "recalled";
}

public sealed record RenewalGranted(string Symbol, string MessageId, DateOnly? DueOn = null) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "renewed";
}

public sealed record RenewalDeclined(string Symbol, string MessageId, StatedReason? Reason = null) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "renewal-declined";
}

/// <summary>The lender counts the item as overdue.</summary>
public sealed record LenderOverdue(string Symbol, string MessageId) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "overdue";
}

/// <summary>The lender has the item.</summary>
public sealed record LenderReceived(string Symbol, string MessageId) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "completed";
}

public sealed record LenderLost(string Symbol, string MessageId, StatedReason? Reason = null) : SupplierNews(Symbol, MessageId)
{
    public override string Said => "lost";
}
