using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Texts;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>
/// Our message to a library as a letter. Staff of the lending desk read it, so it says in full sentences what we ask, for which item, and how
/// to answer. It never says for whom: no name, id or address of the patron.
/// </summary>
internal static class SupplierLetter
{
    /// <param name="answer">The page on which the library can answer.</param>
    public static Letter Of(PatronRequest request, MessageSupplier told, Partner partner, OwnLibrary own, Uri answer, NoticeLanguage language)
    {
        var entry = request.Rota.FirstOrDefault(entry => entry.Symbol == partner.Symbol);
        var reference = own.ReferenceOf(request.Id);
        return new Letter(
            $"[{reference}] {SupplierLetterWords.Subject(told.Word, request.Service, language)}",
            [
                new Paragraph(UntrustedText.Apart(language.Say($"Dear colleagues at {Marked(partner.NameIn(language))},"))),
                new Paragraph(SupplierLetterWords.Sentence(told.Word, request, entry, language)),
                new Facts([
                    .. Row(language.Say("Our reference"), reference),
                    .. ItemLines.Of(request.Item, language).SelectMany(line => Row(line.Name, line.Value)),
                    .. Terms(request, told, language),
                    .. Row(language.Say("Note"), told.Note),
                ]),
                .. AsksForItem(told.Word) ? [new Paragraph(Delivery(request, own, language))] : Array.Empty<Block>(),
                .. IsAnswered(told.Word)
                    ?
                    [
                        new Paragraph(language.Say("Please answer by replying to this mail, or on the page below. No account is needed.")),
                        new Link(language.Say("Answer here"), answer.ToString()),
                    ]
                    : told.Word == RequestingAction.Note ? [new Paragraph(language.Say("Please answer by replying to this mail."))]
                    : Array.Empty<Block>(),
                new Paragraph(language.Say($"With kind regards, {own.NameIn(language)}")),
            ],
            Footer(request, own, language));
    }

    private static IEnumerable<Fact> Terms(PatronRequest request, MessageSupplier told, NoticeLanguage language) => told.Word switch
    {
        RequestingAction.Request or RequestingAction.Retry or RequestingAction.Reminder =>
        [
            .. Row(language.Say("Needed by"), DayOf(request.NeededBy, language)),
            .. Row(language.Say("We can pay at most"), (request.AcceptedCost ?? request.MaxCost) is { } most ? NoticeAmounts.Format(most, language) : null),
        ],
        RequestingAction.AcceptCost or RequestingAction.AcceptCondition =>
        [
            .. Row(language.Say("Needed by"), DayOf(request.NeededBy, language)),
            .. Row(language.Say("Charge accepted"), request.AcceptedCost is { } accepted ? NoticeAmounts.Format(accepted, language) : null),
        ],
        RequestingAction.DisputeCharge => Row(
            language.Say("Your charge"), request.Charge is { } charge ? NoticeAmounts.Format(charge.Cost, language) : null),
        RequestingAction.Received or RequestingAction.Renew or RequestingAction.Returned or RequestingAction.Lost or RequestingAction.Damaged
            or RequestingAction.PartsMissing or RequestingAction.Correction =>
        [
            .. Row(language.Say("Your due date"), DayOf(request.Loan?.LenderDueOn, language)),
            .. Row(language.Say("Barcode"), request.Barcode),
        ],
        RequestingAction.Cancel or RequestingAction.AskStatus or RequestingAction.Resupply or RequestingAction.Note => [],
    };

    private static bool AsksForItem(RequestingAction word) => word switch
    {
        RequestingAction.Request or RequestingAction.Retry or RequestingAction.Reminder or RequestingAction.AcceptCost or RequestingAction.AcceptCondition
            or RequestingAction.Resupply => true,
        RequestingAction.Cancel or RequestingAction.AskStatus or RequestingAction.Received or RequestingAction.Renew or RequestingAction.Returned
            or RequestingAction.Lost or RequestingAction.Damaged or RequestingAction.PartsMissing or RequestingAction.DisputeCharge
            or RequestingAction.Correction or RequestingAction.Note => false,
    };

    /// <summary>Whether we wait for an answer, or the library may have one.</summary>
    private static bool IsAnswered(RequestingAction word) => word is not (RequestingAction.Received or RequestingAction.Correction or RequestingAction.Note);

    private static string Delivery(PatronRequest request, OwnLibrary own, NoticeLanguage language) => (request.Service, own) switch
    {
        (ServiceType.Copy, { Email: { } email }) => language.Say($"Please send the copy as a PDF to {email}."),
        (ServiceType.Copy, _) => language.Say("Please send the copy as a PDF, in a reply to this mail."),
        (ServiceType.Loan, { Address.Count: > 0 }) =>
            language.Say($"Please send the item to: {language.Listed(own.Address.Prepend(own.NameIn(language)))}."),
        (ServiceType.Loan, _) => language.Say("Please send the item to our library."),
    };

    private static IReadOnlyList<Block> Footer(PatronRequest request, OwnLibrary own, NoticeLanguage language) =>
    [
        new Paragraph(own.Lines(language)),
        .. request.Service == ServiceType.Copy
            ?
            [
                new Paragraph(language.Say(
                    "The copy is for research or private study. Its reader has signed the declaration that the Copyright Ordinance of Hong Kong (Cap. 528) requires."))
            ]
            : Array.Empty<Block>(),
    ];

    private static IEnumerable<Fact> Row(string name, string? value) => UntrustedText.Mark(value) is { } marked ? [new Fact(name, marked)] : [];

    private static string Marked(string text) => UntrustedText.Mark(text) ?? text;

    private static string? DayOf(DateOnly? date, NoticeLanguage language) => date is { } day ? NoticeDates.Format(day, language) : null;
}
