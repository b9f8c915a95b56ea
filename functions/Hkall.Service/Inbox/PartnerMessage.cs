using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Service.Inbox;

/// <summary>The statuses of a JSON callback. The names are part of the HTTP contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallbackStatus>))]
public enum CallbackStatus
{
    [JsonStringEnumMemberName("will-supply")] WillSupply,
    [JsonStringEnumMemberName("shipped")] Shipped,
    [JsonStringEnumMemberName("unfilled")] Unfilled,
    [JsonStringEnumMemberName("conditional")] Conditional,
    [JsonStringEnumMemberName("copy-ready")] CopyReady,
    [JsonStringEnumMemberName("recalled")] Recalled,
    [JsonStringEnumMemberName("renewed")] Renewed,
    [JsonStringEnumMemberName("renewal-declined")] RenewalDeclined,
    [JsonStringEnumMemberName("overdue")] Overdue,
    [JsonStringEnumMemberName("completed")] Completed,
    [JsonStringEnumMemberName("lost")] Lost,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
    [JsonStringEnumMemberName("cancel-declined")] CancelDeclined,
    [JsonStringEnumMemberName("acknowledged")] Acknowledged,
    [JsonStringEnumMemberName("expect-to-supply")] ExpectToSupply,
    [JsonStringEnumMemberName("retry-possible")] RetryPossible,
    [JsonStringEnumMemberName("hold-return")] HoldReturn,
    [JsonStringEnumMemberName("release-hold-return")] ReleaseHoldReturn,
    [JsonStringEnumMemberName("note")] Note,
}

/// <summary>
/// A partner's message on the queue: signed and well-formed, not yet decided. <see cref="Scan"/> is set if the message is an
/// uploaded file; then it has no <see cref="Status"/>.
/// </summary>
public sealed record PartnerMessage
{
    public required string MessageId { get; init; }

    public required string Symbol { get; init; }

    public required string RequestId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public CallbackStatus? Status { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? Reason { get; init; }

    public Money? Cost { get; init; }

    public bool LibraryUseOnly { get; init; }

    /// <summary>The number of parts sent, if there are several.</summary>
    public int? Parts { get; init; }

    /// <summary>The first date on which to ask the library again.</summary>
    public DateOnly? RetryAfter { get; init; }

    /// <summary>The last date on which to ask it again.</summary>
    public DateOnly? RetryBefore { get; init; }

    /// <summary>A note to our staff.</summary>
    public string? Note { get; init; }

    public Scan? Scan { get; init; }

    /// <summary>With <see cref="CallbackStatus.CopyReady"/>: the address of the scan.</summary>
    public string? Address { get; init; }

    /// <summary>Set by our own service: why the scan could not be fetched; then there is no <see cref="Status"/>.</summary>
    public string? Unreachable { get; init; }

    /// <summary>Set by our own service: why a scan of the library was not accepted; then there is no <see cref="Status"/>.</summary>
    public string? Rejected { get; init; }

    /// <summary>Set by our own service: the message of ours that will never reach the library; <see cref="Unreachable"/> says why.</summary>
    public RequestingAction? Undelivered { get; init; }

    /// <summary>With <see cref="Undelivered"/>: the library's own system did not take the message.</summary>
    public bool BySystem { get; init; }

    /// <summary>With <see cref="CallbackStatus.Conditional"/> and <see cref="CallbackStatus.RetryPossible"/>: conditions besides a charge and library use, for staff to decide on.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>The library's own number of our request, if the message names it.</summary>
    public string? LendersNumber { get; init; }

    /// <summary>The message as news for the domain.</summary>
    public SupplierNews ToNews() => News() with { Note = Note, LendersNumber = LendersNumber };

    private StatedReason? Stated => Reason is { } reason ? StatedReason.ByLibrary(reason) : null;

    private SupplierNews News() => Scan is { } scan
        ? new ScanArrived(Symbol, MessageId, scan)
        : Rejected is { } fault ? new ScanRejected(Symbol, MessageId, fault)
        : Unreachable is { } lost && Undelivered is { } word
            ? new MessageUndelivered(Symbol, MessageId, word, lost) { ForLibrary = Reason, BySystem = BySystem }
        : Unreachable is { } why ? new ScanUnreachable(Symbol, MessageId, why)
        : Status switch
        {
            // A promise at a charge is an offer: nothing is ordered before the charge is accepted.
            CallbackStatus.WillSupply when Cost is { Amount: > 0 } => new Conditional(Symbol, MessageId, Stated ?? ReasonCode.Cost, Cost),
            CallbackStatus.WillSupply => new WillSupply(Symbol, MessageId),
            CallbackStatus.Shipped => new Shipped(Symbol, MessageId, DueOn, LibraryUseOnly) { Parts = Parts, Cost = Cost },
            CallbackStatus.Unfilled => new Unfilled(Symbol, MessageId, Stated),
            CallbackStatus.Conditional =>
                new Conditional(Symbol, MessageId, Stated, Cost)
                {
                    LibraryUseOnly = LibraryUseOnly,
                    Others = [.. (Conditions ?? []).Select(StatedReason.ByLibrary)]
                },
            CallbackStatus.CopyReady => new CopyReady(Symbol, MessageId, Address) { Cost = Cost },
            CallbackStatus.Recalled => new Recall(Symbol, MessageId, DueOn),
            CallbackStatus.Renewed => new RenewalGranted(Symbol, MessageId, DueOn),
            CallbackStatus.RenewalDeclined => new RenewalDeclined(Symbol, MessageId, Stated),
            CallbackStatus.Overdue => new LenderOverdue(Symbol, MessageId),
            CallbackStatus.Completed => new LenderReceived(Symbol, MessageId),
            CallbackStatus.Lost => new LenderLost(Symbol, MessageId, Stated),
            CallbackStatus.Cancelled => new CancelConfirmed(Symbol, MessageId),
            CallbackStatus.CancelDeclined => new CancelDeclined(Symbol, MessageId, Stated),
            CallbackStatus.Acknowledged => new RequestAcknowledged(Symbol, MessageId),
            CallbackStatus.ExpectToSupply => new SupplyExpected(Symbol, MessageId),
            CallbackStatus.RetryPossible => new RetryOffered(Symbol, MessageId, Stated, Cost, RetryAfter, RetryBefore)
            {
                LibraryUseOnly = LibraryUseOnly,
                Others = [.. (Conditions ?? []).Select(StatedReason.ByLibrary)],
            },
            CallbackStatus.HoldReturn => new ReturnHeld(Symbol, MessageId, Held: true),
            CallbackStatus.ReleaseHoldReturn => new ReturnHeld(Symbol, MessageId, Held: false),
            CallbackStatus.Note => new SupplierNoted(Symbol, MessageId),
            null => throw new InvalidOperationException("A message has a status or a scan."),
        };
}
