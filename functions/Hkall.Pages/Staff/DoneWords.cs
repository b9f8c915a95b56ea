using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Counter;
using Hkall.Service.Engine;
using Hkall.Service.Staff;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff;

/// <summary>What was just done to a request, what to do with the item in hand, and whether the patron was told.</summary>
internal static class DoneWords
{
    /// <summary>The code in the address for an order that is no action of its own.</summary>
    public const string Usual = "done";

    private static readonly IReadOnlyList<string> Others = [Usual, "edit", "add-library", "library-said"];

    /// <summary>The code by which the next page knows what was done.</summary>
    public static string Code(string? action) => action is not null && (StaffCommands.Names.Contains(action) || Others.Contains(action)) ? action : Usual;

    /// <returns>Null if nothing was done.</returns>
    public static string? Of(
        string? told, PatronRequest request, string code, IReadOnlyList<JournalEntry<RequestEvent>> journal, NoticeLanguage language,
        Func<DateTimeOffset, string> moment)
    {
        if (told is null || (!Others.Contains(told) && !StaffCommands.Names.Contains(told)))
        {
            return null;
        }

        string[] sentences = [What(told, request, language), Where(told, request, code, language), Mail(journal, language, moment)];
        return string.Join(language.Say(" "), sentences.Where(sentence => sentence.Length > 0));
    }

    private static string What(string told, PatronRequest request, NoticeLanguage language) => told switch
    {
        "receive" or "check-out" or "check-in" or "send-back" or "label" => ScanWords.Of(
            new ScanAnswer(string.Empty, ScanOutcome.Done, string.Empty, told, Request: StaffRow.Of(request)), language),
        "approve" or "next-supplier" or "add-library" or "found-elsewhere" when request is { Status: RequestStatus.Sourcing, Supplier: { } asked } =>
            language.Say($"Done: {asked.Name} is asked now."),
        "remind" when request.Supplier is { } reminded => language.Say($"Done: {reminded.Name} was reminded."),
        "ask-status" when request.Supplier is { } queried => language.Say($"Done: {queried.Name} was asked where it stands."),
        "free-copy" => request is { FreeCopy: { } copy }
            ? request.FreeCopyDeclined
                ? language.Say($"The copy on {copy.Host} was found, which the patron does not want.")
                : language.Say($"A free copy is known, on {copy.Host}.")
            : language.Say("No free copy was found."),
        "note" => language.Say("The note was added."),
        "pin" => language.Say("The note stands above the request now."),
        "unpin" => language.Say("The note no longer stands above the request."),
        "assign" => request.AssignedTo is null ? language.Say("Nobody in particular takes care of it now.") : language.Say("It is assigned."),
        "tag" => language.Say("The tags were saved."),
        "write" or "write-library" => language.Say("The message was recorded."),
        "mark-read" => language.Say("Marked as read."),
        "edit" => language.Say("The details were saved."),
        _ when request.ClosedAt is not null && request.ClosedWhy is { } why =>
            language.Say($"Done: {StaffWords.Of(request.Status, language)} ({language.Named("reason", why)})."),
        _ => language.Say("Done."),
    };

    private static string Where(string told, PatronRequest request, string code, NoticeLanguage language) =>
        told is "receive" or "check-in" or "undo" && request is { Status: RequestStatus.ReadyForPickup, Service: ServiceType.Loan }
            ? language.Say($"Shelve under {code}.") : string.Empty;

    /// <summary>The mail of the last commit, if it has gone out.</summary>
    private static string Mail(IReadOnlyList<JournalEntry<RequestEvent>> journal, NoticeLanguage language, Func<DateTimeOffset, string> moment) =>
        journal is [.., var last] && last.Outbox.FirstOrDefault(item => item.Effect is SendNotice) is { } mail
            ? mail.State == Delivery.Delivered ? language.Say($"The patron was told at {moment(last.At)}.") : language.Say("The patron will be told by email.")
            : string.Empty;
}
