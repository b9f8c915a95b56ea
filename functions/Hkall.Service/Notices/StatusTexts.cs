using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices;

/// <summary>Each status as one sentence, with its date.</summary>
public static class StatusTexts
{
    public static string Of(
        PatronRequest request, NoticeLanguage language = NoticeLanguage.English, DateForm dates = DateForm.Plain) => request.Status.Stage() switch
        {
            RequestStage.Preparing when request.Status == RequestStatus.InReview => request switch
            {
                { Offer: { } offer } =>
                    language.Say($"The libraries you selected can’t supply this. Please choose what to do next by {Day(offer.DecideBy, language, dates)}."),
                { Deadline.For: DeadlineKind.FurtherSearch } when SearchCounts.Of(request).DidNotAnswer > 0 =>
                    language.Say("No library has agreed to supply this so far. Library staff are looking for another way."),
                { Deadline.For: DeadlineKind.FurtherSearch } =>
                    language.Say("None of the libraries we can ask can supply this. Library staff are looking for another way."),
                _ => language.Say("Library staff are looking at your request."),
            },
            RequestStage.Preparing => language.Say($"Please sign the copyright declaration by {Day(request.Declaring?.Until, language, dates)}."),
            RequestStage.Sourcing when request.Status == RequestStatus.AwaitingCostDecision =>
                language.Say(
                    $"{Library(request, language)} charges {Charge(request.Quote?.Cost, request.Quote?.Approximately, language, dates)}. Please accept or decline by {Day(request.Quote?.DecideBy, language, dates)}."),
            RequestStage.AtLibrary when request.Status == RequestStatus.OutForDelivery => language.Say($"It is on its way to {request.Office}."),
            RequestStage.Sourcing when request.Held is { } held => held.Trouble is null
                ? language.Say("The file has arrived and is being checked for malware. We’ll email you as soon as you can download it.")
                : language.Say("The file that arrived did not pass the check for malware. Library staff are looking into it."),
            RequestStage.Sourcing when request.ToAskByHand is { } symbol => language.Say($"Library staff are about to ask {NameOf(request, symbol)}."),
            RequestStage.Sourcing when request.Status == RequestStatus.Sourcing => language.Say($"We’ve asked {Library(request, language)}."),
            RequestStage.Sourcing when request.Unwanted => language.Say("It will be sent back as soon as it arrives."),
            RequestStage.Sourcing => language.Say($"{Library(request, language)} will supply it{Usually(request, language, dates)}."),
            RequestStage.Withdrawing => language.Say($"We’ve asked {Library(request, language)} to cancel it."),
            RequestStage.InTransit => request.Unwanted
                ? language.Say("It is on its way to the Library and will be sent back.")
                : request.Parts is { Here.Count: > 0 } parts
                    ? language.Say($"{parts.Here.Count} of {parts.Announced} parts are at the Library. The rest are on their way.")
                    : language.Say("It is on its way to the Library."),
            RequestStage.AtLibrary when request.Status == RequestStatus.ReadyForPickup =>
                language.Say($"Please collect it from the Service Counter by {Day(request.Shelf?.Until, language, dates)}."),
            RequestStage.AtLibrary => language.Say($"You can use it in the Library until {Day(request.Shelf?.Until, language, dates)}. It cannot be borrowed."),
            RequestStage.WithPatron when request is { Status: RequestStatus.OnLoan, Loan: { LenderOverdue: true, RenewalAsked: true } } => language.Say(
                $"The lending library counts it as overdue; we have asked it for a renewal. Without one it is due {Day(request.Loan?.DueOn, language, dates)}."),
            RequestStage.WithPatron when request is { Status: RequestStatus.OnLoan, Loan.LenderOverdue: true } => language.Say(
                $"The lending library counts it as overdue. Please return it by {Day(request.Loan?.DueOn, language, dates)}, or renew it if you can."),
            RequestStage.WithPatron when request.Status == RequestStatus.OnLoan => language.Say($"Due {Day(request.Loan?.DueOn, language, dates)}."),
            RequestStage.WithPatron when request.Status == RequestStatus.Overdue =>
                language.Say($"This was due on {Day(request.Loan?.DueOn, language, dates)}. Please return it now."),
            RequestStage.WithPatron => language.Say($"Recalled by the lending library. Please return it by {Day(request.Loan?.DueOn, language, dates)}."),
            RequestStage.Returning => language.Say("It is on its way back to the lending library."),
            RequestStage.Downloadable => request.Download is { Remaining: 1 }
                ? language.Say($"Available until {Day(request.Download?.Until, language, dates)} (1 download left).")
                : language.Say($"Available until {Day(request.Download?.Until, language, dates)} ({request.Download?.Remaining ?? 0} downloads left)."),
            RequestStage.Closed when request.Status == RequestStatus.Completed => request.ClosedWhy?.Code switch
            {
                ReasonCode.DownloadsUsedUp => language.Say("All downloads have been used."),
                ReasonCode.DownloadWindowClosed => language.Say("The download period has ended."),
                _ => language.Say("The lending library has received it."),
            },
            RequestStage.Closed when request.Status == RequestStatus.Cancelled => request.ClosedWhy?.Code switch
            {
                ReasonCode.NoDeclaration => language.Say("Cancelled: the declaration was not signed in time."),
                ReasonCode.Replaced => language.Say("Replaced by the option you chose."),
                _ => language.Say("It was cancelled."),
            },
            RequestStage.Closed when request.Status == RequestStatus.Unfilled => language.Say("No library could supply it. Library staff are pleased to help."),
            RequestStage.Closed => language.Say("It was lost."),
        };

    /// <summary>A date in the middle of a sentence. In English without the day of the week, as the HTTP API has always given it.</summary>
    public static string Day(DateOnly? date, NoticeLanguage language = NoticeLanguage.English, DateForm dates = DateForm.Plain) => (date, language) switch
    {
        (null, _) => language.Say("a date to follow"),
        ({ } day, NoticeLanguage.English) when dates == DateForm.Short => NoticeDates.Short(day, language),
        ({ } day, NoticeLanguage.English) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        ({ } day, NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese) => NoticeDates.Format(day, language),
    };

    public static string Amount(Money? money, NoticeLanguage language = NoticeLanguage.English) => (money, language) switch
    {
        (null, _) => language.Say("an amount"),
        ({ } known, NoticeLanguage.English) => Currencies.Write(known),
        ({ } known, NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese) => NoticeAmounts.Format(known, language),
    };

    /// <summary>A charge, and for a foreign one about how much it is in our currency.</summary>
    public static string Charge(
        Money? cost, Approximation? about, NoticeLanguage language = NoticeLanguage.English, DateForm dates = DateForm.Plain) => about is null
        ? Amount(cost, language)
        : language.Say($"{Amount(cost, language)} (about {Amount(about.Amount, language)}, rate of {Day(about.RateOn, language, dates)})");

    private static string Library(PatronRequest request, NoticeLanguage language) => request.Supplier?.Name ?? language.Say("a library");

    private static string NameOf(PatronRequest request, string symbol) => request.Rota.FirstOrDefault(entry => entry.Symbol == symbol)?.Name ?? symbol;

    private static string Usually(PatronRequest request, NoticeLanguage language, DateForm dates) => request.Estimate is { } estimate
        ? language.Say($", usually between {Day(estimate.Earliest, language, dates)} and {Day(estimate.Latest, language, dates)}")
        : string.Empty;
}
