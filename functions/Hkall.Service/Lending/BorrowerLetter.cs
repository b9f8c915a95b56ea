using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Texts;

namespace Hkall.Service.Lending;

/// <summary>The pages that a letter leads to.</summary>
/// <param name="Copy">Where the library downloads the scan; null if there is none.</param>
/// <param name="Answer">Where it answers; null on paper.</param>
internal sealed record BorrowerLinks(Uri? Copy, Uri? Answer)
{
    /// <summary>A letter on paper leads nowhere.</summary>
    public static BorrowerLinks None { get; } = new(null, null);
}

/// <summary>
/// A message as a letter, for borrowing libraries we write to by mail. A person reads it, so it says who writes, about which item, and how to
/// answer, and it names no code.
/// </summary>
internal static class BorrowerLetter
{
    public static Letter Of(LendingRequest request, MessageBorrower word, OwnLibrary own, BorrowerLinks links, NoticeLanguage language) => new(
        $"[{own.ReferenceOf(request.Id)}] {BorrowerLetterWords.Subject(word.Word, language)}",
        [
            new Paragraph(UntrustedText.Apart(
                language.Say($"Dear colleagues at {UntrustedText.Mark(request.Borrower.Name) ?? request.Borrower.Name},"))),
            new Paragraph(BorrowerLetterWords.Sentence(word, onPaper: links.Answer is null, language)),
            new Facts([
                .. Row(language.Say("Our reference"), own.ReferenceOf(request.Id)),
                .. Row(language.Say("Your request"), request.BorrowersId),
                .. ItemLines.Of(request.Item, language).SelectMany(line => Row(line.Name, line.Value)),
                .. Terms(word.Facts, language),
            ]),
            .. word.Word == SupplyingAction.CopyCompleted && links.Copy is { } copy
                ? [new Link(language.Say("Download the copy"), copy.ToString())]
                : Array.Empty<Block>(),
            .. links.Answer is { } answer ? ByLink(word.Word, answer, language) : [new Paragraph(BorrowerLetterWords.OnPaper(language))],
            new Paragraph(language.Say($"With kind regards, {own.NameIn(language)}")),
        ],
        [
            new Paragraph(own.Lines(language)),
            .. request.Service == ServiceType.Copy
                ? [new Paragraph(language.Say("Copies are supplied for research or private study only; the copyright law of Hong Kong applies."))]
                : Array.Empty<Block>(),
        ]);

    private static IEnumerable<Block> ByLink(SupplyingAction word, Uri answer, NoticeLanguage language) =>
        BorrowerLetterWords.ToAnswer(word, language) is { } how
            ? [new Paragraph(how), new Link(language.Say("Answer here"), answer.ToString())]
            : [new Paragraph(language.Say("If you have a question, please reply to this mail."))];

    private static IEnumerable<Fact> Terms(BorrowerFacts facts, NoticeLanguage language) =>
    [
        .. Row(
            language.Say("Conditions"),
            facts.Conditions is { Count: > 0 } conditions ? language.Listed(conditions.Select(each => language.Named("loan-condition", each))) : null),
        .. Row(language.Say("Charge"), facts.Cost is { } cost ? NoticeAmounts.Format(cost, language) : null),
        .. Row(language.Say("Due"), DayOf(facts.DueOn, language)),
        .. Row(language.Say("Barcode"), facts.Barcode),
        .. Row(language.Say("Please answer by"), DayOf(facts.AnswerBy, language)),
        .. Row(language.Say("Ask again from"), DayOf(facts.RetryAfter, language)),
        .. Row(
            language.Say("Reason"),
            facts.Unfilled is { } unfilled ? language.Named("reason", unfilled) : facts.Retry is { } retry ? language.Named("reason", retry) : null),
        .. Row(language.Say("The copy can be downloaded until"), DayOf(facts.ScanUntil, language)),
        .. Row(language.Say("Note"), BorrowerLetterWords.Note(facts.Note, language)),
    ];

    private static IEnumerable<Fact> Row(string name, string? value) => UntrustedText.Mark(value) is { } marked ? [new Fact(name, marked)] : [];

    private static string? DayOf(DateOnly? date, NoticeLanguage language) => date is { } day ? NoticeDates.Format(day, language) : null;
}
