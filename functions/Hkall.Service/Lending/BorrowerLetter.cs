using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Notices;

namespace Hkall.Service.Lending;

/// <summary>A message as a letter, for borrowing libraries we write to by mail. Library staff read it, so it uses library terms.</summary>
internal static class BorrowerLetter
{
    /// <param name="copy">Where the library downloads the scan; null if there is none.</param>
    public static Letter Of(LendingRequest request, MessageBorrower word, Uri? copy)
    {
        var facts = word.Facts;
        List<Block> body =
        [
            new Paragraph(Sentence(word)),
            new Facts(
            [
                .. Row("Your request", request.BorrowersId),
                .. Row("Item", request.Item.ShortTitle),
                .. Row("By", request.Item.ArticleAuthor ?? request.Item.Author),
                .. Row("Conditions", facts.Conditions is { Count: > 0 } conditions ? string.Join(", ", conditions.Select(Names.Of)) : null),
                .. Row("Charge", AmountOf(facts.Cost)),
                .. Row("Due", DateOf(facts.DueOn)),
                .. Row("Barcode", facts.Barcode),
                .. Row("Please answer by", DateOf(facts.AnswerBy)),
                .. Row("Ask again from", DateOf(facts.RetryAfter)),
                .. Row("Reason", facts.Unfilled is { } unfilled ? Names.Of(unfilled) : facts.Retry is { } retry ? Names.Of(retry) : null),
                .. Row("The scan can be taken until", DateOf(facts.ScanUntil)),
                .. Row("Note", facts.Note),
            ]),
        ];
        if (word.Word == SupplyingAction.CopyCompleted && copy is not null)
        {
            body.Add(new Link("Take the scan", copy.ToString()));
        }

        return new Letter(
            SubjectOf(word.Word),
            body,
            [new Paragraph($"Our reference: {request.Id}. Copies are supplied for research or private study only; the copyright law of Hong Kong applies.")]);
    }

    private static string SubjectOf(SupplyingAction word) => word switch
    {
        SupplyingAction.ExpectToSupply => "Interlibrary loan: your request has been received",
        SupplyingAction.WillSupply => "Interlibrary loan: we will supply",
        SupplyingAction.Conditional => "Interlibrary loan: conditions to accept",
        SupplyingAction.RetryPossible => "Interlibrary loan: not possible now",
        SupplyingAction.Unfilled => "Interlibrary loan: we cannot supply",
        SupplyingAction.Loaned => "Interlibrary loan: the item has been sent",
        SupplyingAction.CopyCompleted => "Interlibrary loan: the scan is ready",
        SupplyingAction.Overdue => "Interlibrary loan: an item is overdue",
        SupplyingAction.Recalled => "Interlibrary loan: an item is recalled",
        SupplyingAction.RenewalApproved => "Interlibrary loan: the loan has been renewed",
        SupplyingAction.RenewalDeclined => "Interlibrary loan: the loan cannot be renewed",
        SupplyingAction.CancelApproved => "Interlibrary loan: your request is cancelled",
        SupplyingAction.CancelDeclined => "Interlibrary loan: too late to cancel",
        SupplyingAction.LoanCompleted => "Interlibrary loan: the item is back",
        SupplyingAction.Lost => "Interlibrary loan: an item counts as lost",
        SupplyingAction.Status => "Interlibrary loan: how your request stands",
    };

    private static string Sentence(MessageBorrower word) => word.Word switch
    {
        SupplyingAction.ExpectToSupply => "Your request has reached us; our staff look at it and you hear from us.",
        SupplyingAction.WillSupply => "We will supply what you asked for.",
        SupplyingAction.Conditional => "We can supply what you asked for on these conditions. Please let us know whether you accept them.",
        SupplyingAction.RetryPossible => "We cannot supply it now or on these terms. You are welcome to ask again.",
        SupplyingAction.Unfilled => "We are sorry that we cannot supply what you asked for.",
        SupplyingAction.Loaned => "The item is on its way to you. Please return it so that it is back by the due date.",
        SupplyingAction.CopyCompleted => "The scan you asked for can be taken by the link below.",
        SupplyingAction.Overdue => "The due date of this item has passed. Please return it now.",
        SupplyingAction.Recalled => "We need this item back. Please return it by the date below.",
        SupplyingAction.RenewalApproved => "You can keep the item until the date below.",
        SupplyingAction.RenewalDeclined => "The loan cannot be renewed. Please return the item by its due date.",
        SupplyingAction.CancelApproved => "Your request has been cancelled; nothing will be sent.",
        SupplyingAction.CancelDeclined => "Your request can no longer be cancelled.",
        SupplyingAction.LoanCompleted => "The item is back with us. Thank you.",
        SupplyingAction.Lost => "The item counts as lost and is charged.",
        SupplyingAction.Status => $"Your request stands at: {Names.Of(word.Facts.Status)}.",
    };

    private static IEnumerable<Fact> Row(string name, string? value) => UntrustedText.Mark(value) is { } marked ? [new Fact(name, marked)] : [];

    private static string? DateOf(DateOnly? date) => date?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string? AmountOf(Money? cost) => cost is null ? null : Currencies.Write(cost);
}
