using System.Globalization;
using Hkall.Requests;
using Hkall.Requests.Charging;
using Hkall.Requests.Lending;
using Hkall.Service.Notices;

namespace Hkall.Service.Lending;

/// <summary>A word to a borrowing library as a letter, for those that are written to. Their people read it, so it is in the language of the trade.</summary>
internal static class BorrowerLetter
{
    /// <param name="copy">Where the scan can be taken; null where none was supplied.</param>
    public static Letter Of(LendingRequest request, TellBorrower word, Uri? copy)
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
        if (word.Word == LendingWord.CopyCompleted && copy is not null)
        {
            body.Add(new Link("Take the scan", copy.ToString()));
        }

        return new Letter(
            SubjectOf(word.Word),
            body,
            [new Paragraph($"Our reference: {request.Id}. Copies are supplied for research or private study only; the copyright law of Hong Kong applies.")]);
    }

    private static string SubjectOf(LendingWord word) => word switch
    {
        LendingWord.ExpectToSupply => "Interlibrary loan: your request has been received",
        LendingWord.WillSupply => "Interlibrary loan: we will supply",
        LendingWord.Conditional => "Interlibrary loan: conditions to accept",
        LendingWord.RetryPossible => "Interlibrary loan: not possible now",
        LendingWord.Unfilled => "Interlibrary loan: we cannot supply",
        LendingWord.Loaned => "Interlibrary loan: the item has been sent",
        LendingWord.CopyCompleted => "Interlibrary loan: the scan is ready",
        LendingWord.Overdue => "Interlibrary loan: an item is overdue",
        LendingWord.Recalled => "Interlibrary loan: an item is recalled",
        LendingWord.RenewalApproved => "Interlibrary loan: the loan has been renewed",
        LendingWord.RenewalDeclined => "Interlibrary loan: the loan cannot be renewed",
        LendingWord.CancelApproved => "Interlibrary loan: your request is cancelled",
        LendingWord.CancelDeclined => "Interlibrary loan: too late to cancel",
        LendingWord.LoanCompleted => "Interlibrary loan: the item is back",
        LendingWord.Lost => "Interlibrary loan: an item counts as lost",
        LendingWord.Status => "Interlibrary loan: how your request stands",
    };

    private static string Sentence(TellBorrower word) => word.Word switch
    {
        LendingWord.ExpectToSupply => "Your request has reached us; our staff look at it and you hear from us.",
        LendingWord.WillSupply => "We will supply what you asked for.",
        LendingWord.Conditional => "We can supply what you asked for on these conditions. Please let us know whether you accept them.",
        LendingWord.RetryPossible => "We cannot supply it now or on these terms. You are welcome to ask again.",
        LendingWord.Unfilled => "We are sorry that we cannot supply what you asked for.",
        LendingWord.Loaned => "The item is on its way to you. Please return it so that it is back by the due date.",
        LendingWord.CopyCompleted => "The scan you asked for can be taken by the link below.",
        LendingWord.Overdue => "The due date of this item has passed. Please return it now.",
        LendingWord.Recalled => "We need this item back. Please return it by the date below.",
        LendingWord.RenewalApproved => "You can keep the item until the date below.",
        LendingWord.RenewalDeclined => "The loan cannot be renewed. Please return the item by its due date.",
        LendingWord.CancelApproved => "Your request has been cancelled; nothing will be sent.",
        LendingWord.CancelDeclined => "Your request can no longer be cancelled.",
        LendingWord.LoanCompleted => "The item is back with us. Thank you.",
        LendingWord.Lost => "The item counts as lost and is charged.",
        LendingWord.Status => $"Your request stands at: {Names.Of(word.Facts.Status)}.",
    };

    private static IEnumerable<Fact> Row(string name, string? value) => Foreign.Mark(value) is { } marked ? [new Fact(name, marked)] : [];

    private static string? DateOf(DateOnly? date) => date?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string? AmountOf(Money? cost) => cost is null ? null : string.Create(CultureInfo.InvariantCulture, $"{cost.Currency} {cost.Amount:0.00}");
}
