using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>The body of a staff action; the action decides which members apply.</summary>
public sealed record StaffForm
{
    /// <summary>
    /// For <c>undo</c>, <c>reopen</c> and <c>set-dates</c>: the reason. For <c>note</c>, <c>lost</c>, <c>damaged</c> and
    /// <c>charge-dispute</c> (of both the library reads it), <c>next-supplier</c>, <c>pin</c>, and <c>charge-fee</c> (what it is for; the patron reads it).
    /// </summary>
    public string? Note { get; init; }

    /// <summary>For <c>write</c>: which letter to the patron; the note is what staff add to it, or the message itself where it is <c>free</c>.</summary>
    public PatronMessage? Message { get; init; }

    /// <summary>
    /// For <c>write</c>: the last day on which you wait for the patron's answer. What staff have to decide about the request stands still until then.
    /// </summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>For <c>write</c> and <c>write-library</c>: a canned answer of the policy, by its name; its words stand in the place of an empty note.</summary>
    public string? Answer { get; init; }

    /// <summary>For <c>assign</c>: <c>me</c> (also if it is left out), <c>nobody</c>, or the key of a member of staff.</summary>
    public string? To { get; init; }

    /// <summary>For <c>tag</c>: all the tags that the request has from now on, by the names of the policy; empty: none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>For <c>reject</c>: one of <see cref="StaffCommands.ReasonsToReject"/>; the patron reads it in their language. A note stands in its place.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>For <c>receive</c>: as on the slip.</summary>
    public bool? LibraryUseOnly { get; init; }

    /// <summary>
    /// For <c>receive</c>: the lender's date on the slip. For <c>set-dates</c>: the patron's due date. For <c>found-elsewhere</c>: when the item has
    /// to be back.
    /// </summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>For <c>resupply</c>: what is wrong with the scan.</summary>
    public ScanFault? Fault { get; init; }

    /// <summary>For <c>lost</c>: the price of another copy for the lender, if known.</summary>
    public MoneyForm? ReplacementCost { get; init; }

    /// <summary>For <c>receive</c>: the number of parts, if there are several; each is then received by its barcode.</summary>
    public int? Parts { get; init; }

    /// <summary>
    /// For <c>receive</c> and <c>label</c>: the lender's barcode on the item. For <c>check-in</c>: the barcode of the returned part, if there are several.
    /// </summary>
    public string? Barcode { get; init; }

    /// <summary>
    /// The library meant. For <c>receive</c>: the library that sent the item. For <c>write-library</c>: the one to write to; if left out, the one
    /// that is asked now.
    /// </summary>
    public string? Symbol { get; init; }

    /// <summary>
    /// For <c>condition-accept</c>, <c>cost-accept</c>, <c>cost-decline</c>, <c>charge-bear</c> and <c>charge-dispute</c>: the charge meant.
    /// For <c>charge-fee</c> and <c>charge-supply</c>: what the patron owes.
    /// </summary>
    public MoneyForm? Amount { get; init; }

    /// <summary>For <c>charge-fee</c>: what the patron is charged for.</summary>
    public ManualFee? Fee { get; init; }

    /// <summary>The status of the request, as seen.</summary>
    public RequestStatus? Status { get; init; }

    /// <summary>For <c>cost-accept</c>, <c>cost-decline</c>, <c>renew</c> and <c>unwanted</c>: how the patron told staff; the note says what.</summary>
    public SaidBy? By { get; init; }

    /// <summary>For <c>undo</c>: the last step, as seen.</summary>
    public Step? Step { get; init; }

    /// <summary>For <c>set-dates</c>: the lender's due date; <see cref="DueOn"/> is the patron's.</summary>
    public DateOnly? LenderDueOn { get; init; }

    /// <summary>
    /// For <c>receive</c>: the date on the slip is past, and it is no typing mistake. For <c>check-out</c>: although the patron's card has
    /// expired or is blocked.
    /// </summary>
    public bool? Sure { get; init; }

    /// <summary>For <c>asked</c>, <c>told</c> and <c>found-elsewhere</c>: how staff spoke to the library.</summary>
    public AskedBy? How { get; init; }

    /// <summary>For <c>asked</c> and <c>found-elsewhere</c>: the number that the library gave our request.</summary>
    public string? Reference { get; init; }

    /// <summary>For <c>told</c>: which word the library was told; if left out, all that there is to tell.</summary>
    public int? Number { get; init; }

    /// <summary>For <c>found-elsewhere</c>: the name of the library or shop.</summary>
    public string? Library { get; init; }

    /// <summary>For <c>found-elsewhere</c>: where it is.</summary>
    public Tier? Tier { get; init; }

    /// <summary>For <c>found-elsewhere</c>: what the Library pays for the item.</summary>
    public MoneyForm? Cost { get; init; }

    /// <summary>With <see cref="By"/>: the day on which the patron said it; if left out, today.</summary>
    public DateOnly? SaidOn { get; init; }
}
