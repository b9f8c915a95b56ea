using System.Globalization;
using Fluid;
using Fluid.Values;
using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices;

/// <summary>
/// The names a template may use. A known name without a value is <c>false</c>, so that a template can test for it; an unknown
/// name fails on the first rendering instead of leaving a gap in a mail.
/// </summary>
internal static class NoticeFields
{
    public static readonly TemplateOptions Options = new() { StrictVariables = true, StrictFilters = true };

    /// <summary>The longest reason shown, in characters: as much as staff may write.</summary>
    private const int LongestReason = Web.Limits.Note;

    public static TemplateContext Of(NoticeData data, NoticeLanguage language)
    {
        var fields = new TemplateContext(Options);
        void Set(string name, string? value) => fields.SetValue(name, value is null ? BooleanValue.False : new StringValue(value));
        void Count(string name, int? count)
        {
            Set(name, count is > 0 and var some ? some.ToString(CultureInfo.InvariantCulture) : null);
            fields.SetValue($"{name}_one", count == 1);
        }

        void Cite(string name, string? value) => Set(name, UntrustedText.Mark(value));
        string? Day(DateOnly? date) => date is { } known ? NoticeDates.Format(known, language) : null;

        var (facts, item) = (data.Facts, data.Item);
        Set("reference", Reference(data.RequestId));
        Cite("pickup_code", ShelfCode.Of(data.RequestId, data.Person.Name));
        Set("request_url", Address(data.RequestUrl));
        Set("download_url", data.DownloadUrl is { } download ? Address(download) : null);
        fields.SetValue("is_copy", IsCopy(data.Service));
        fields.SetValue("library_use_only", facts.LibraryUseOnly);
        Set("reason", facts.Reason?.Code is { } code ? Names.Of(code) : null);
        Set("undone", facts.Undone is { } undone ? Names.Of(undone) : null);
        Set("now", facts.Now is { } now ? Names.Of(now) : null);
        SayMoved(facts, language, fields);
        Set("message", facts.Message is { } message ? Names.Of(message) : null);
        Set("answer_by", Day(facts.AnswerBy));
        Set("date", Day(facts.Date));
        Set("renew_by", Day(facts.RenewBy));
        Set("lost_on", Day(facts.LostOn));
        fields.SetValue("last_notice", facts.LastNotice);
        Set("short_until", Day(facts.ShortLoanUntil));
        fields.SetValue("goes_on", facts.GoesOn);
        Count("said_no", facts.SaidNo);
        Count("silent", facts.DidNotAnswer);
        Set("earliest", Day(facts.Estimate?.Earliest));
        Set("latest", Day(facts.Estimate?.Latest));
        foreach (var way in Enum.GetValues<Alternative>())
        {
            var offered = facts.Ways?.FirstOrDefault(offered => offered.Way == way);
            Set($"way_{Names.Of(way)}", offered is null ? null : NoticeDates.Span(offered.Estimate, language));
        }

        fields.SetValue("way_any", facts.Ways is { Count: > 0 });
        Cite("free_copy_host", facts.FreeCopy?.Host);
        Set("suggest_url", facts.SuggestAt is { } suggestAt ? Address(new Uri(suggestAt)) : null);
        Set("parts", facts.Parts is { } parts ? parts.ToString(CultureInfo.InvariantCulture) : null);
        Set("parts_announced", facts.PartsAnnounced is { } announced && announced != facts.Parts ? announced.ToString(CultureInfo.InvariantCulture) : null);
        Cite("part_back", facts.PartBack);
        Cite("parts_out", facts.PartsOut is { Count: > 0 } stillOut ? language.Listed(stillOut) : null);
        Set("downloads", facts.Downloads is > 0 and var times ? times.ToString(CultureInfo.InvariantCulture) : null);

        SayFees(facts.Fees ?? new NoticeFees(), language, fields);
        Set("no_fine_until", Day(facts.Fees?.NoFineUntil));
        Set("found_by", Day(facts.Fees?.FoundBy));
        Cite("name", data.Person.Name);
        Cite("library", facts.Library);
        Cite("supplier", IsSupplying(data) ? facts.Library : null);
        Cite("cost", facts.Cost is { } cost ? NoticeAmounts.Format(cost, language) : null);
        Set("cost_about", facts.Approximately is { } about ? NoticeAmounts.Format(about.Amount, language) : null);
        Set("rate_date", Day(facts.Approximately?.RateOn));
        Cite("former_cost", facts.FormerCost is { } former ? NoticeAmounts.Format(former, language) : null);
        Cite("void_cost", facts.VoidCost is { } was ? NoticeAmounts.Format(was, language) : null);
        Cite("office", facts.Office ?? (data.Notice == Notice.OutForDelivery ? facts.Reason?.Text : null));
        Set("words", UntrustedText.Mark(facts.Reason?.Words, LongestReason));
        Cite("title", item.Title);
        Cite("author", item.Author);
        Cite("article_title", item.ArticleTitle);
        Cite("article_author", item.ArticleAuthor);
        Cite("chapter_title", item.ChapterTitle);
        Cite("edition", item.Edition);
        Cite("volume", item.Volume);
        Cite("issue", item.Issue);
        Cite("pages", item.Pages);
        Set("year", item.Year?.ToString(CultureInfo.InvariantCulture));
        return fields;
    }

    /// <summary>The closure, and each date that moved: what ends when now, when it would have ended, and the item that it is about.</summary>
    private static void SayMoved(NoticeFacts facts, NoticeLanguage language, TemplateContext fields)
    {
        void Set(string name, string? value) => fields.SetValue(name, value is null ? BooleanValue.False : new StringValue(value));
        var closure = facts.Closure;
        fields.SetValue("closure", closure is not null);
        Set("closure_reason", closure is null ? null : Names.Of(closure.Reason));
        Set("closure_from", closure is null ? null : NoticeDates.Format(closure.From, language));
        Set("closure_to", closure is null || closure.To == closure.From ? null : NoticeDates.Format(closure.To, language));
        fields.SetValue("closure_rest_of_day", closure?.RestOfDay == true);
        Set("closure_words", UntrustedText.Mark(closure?.Words));
        fields.SetValue("moved_loan", facts.Moved?.Any(moved => moved.What == PatronDate.Due) == true);
        Set("moved", facts.Moved is null ? null : string.Join('\n', facts.Moved.Select(moved =>
            $"* {language.Named("patron-date", moved.What)} | {NoticeDates.Format(moved.To, language)} ({language.Say($"until now {NoticeDates.Format(moved.From, language)}")})"
            + (UntrustedText.Mark(moved.Title) is { } title ? $": {title}" : string.Empty))));
    }

    private static void SayFees(NoticeFees fees, NoticeLanguage language, TemplateContext fields)
    {
        void Amount(string name, Money? money) =>
            fields.SetValue(name, money is null ? BooleanValue.False : new StringValue(NoticeAmounts.Format(money, language)));

        Amount("charged", fees.Charged);
        fields.SetValue(
            "accepted_as",
            fees.AcceptedAs is { } accepted ? new StringValue(UntrustedText.Mark(NoticeAmounts.Format(accepted, language))) : BooleanValue.False);
        Amount("fine", fees.Fine);
        Amount("fine_per_day", fees.PerDay);
        Amount("fine_most", fees.MostFine);
        Amount("replacement", fees.Replacement);
        Amount("processing", fees.Processing);
        Amount("taken_off", fees.TakenOff);
        Amount("paid_back", fees.PaidBack);
        Amount("paid", fees.Paid);
        Amount("waived", fees.Waived);
        Amount("left", fees.Left is { Amount: > 0 } ? fees.Left : null);
        fields.SetValue("fee", fees.What is { } what ? new StringValue(Names.Of(what)) : BooleanValue.False);
        fields.SetValue("owes_nothing", fees.Owed is { Amount: 0 });
        Amount("owed", fees.Owed is { Amount: > 0 } ? fees.Owed : null);
        fields.SetValue("has_fees", fees != new NoticeFees());
        fields.SetValue("fine_days", fees.FineDays is { } days ? new StringValue(days.ToString(CultureInfo.InvariantCulture)) : BooleanValue.False);
        fields.SetValue("fine_one_day", fees.FineDays == 1);
        fields.SetValue("blocks", fees.Blocks);
    }

    /// <summary>The fields of one mail for several reminders.</summary>
    public static TemplateContext OfSeveral(IReadOnlyList<NoticeData> reminders, Uri myRequests, NoticeLanguage language)
    {
        var fields = new TemplateContext(Options);
        fields.SetValue("name", UntrustedText.Mark(reminders[0].Person.Name) is { } name ? new StringValue(name) : BooleanValue.False);
        fields.SetValue("what", new StringValue(ReminderSubject.Of([.. reminders.Select(each => each.Notice)], language)));
        fields.SetValue("is_copy", reminders.Any(each => IsCopy(each.Service)));
        fields.SetValue("my_requests_url", new StringValue(Address(myRequests)));
        return fields;
    }

    /// <summary>The end of the id: short enough to read out at the counter, and it reveals nothing about the item.</summary>
    public static string Reference(string requestId)
    {
        const int length = 6;
        var plain = requestId.Where(char.IsAsciiLetterOrDigit).ToArray();
        return new string(plain.AsSpan(Math.Max(0, plain.Length - length)));
    }

    /// <summary>Whether the library supplies. One that only named its price, or failed, must not read like the supplier.</summary>
    private static bool IsSupplying(NoticeData data) => data switch
    {
        { Notice: Notice.CostDecision or Notice.CostReminder or Notice.CostLapsed } => false,
        {
            Notice: Notice.Delayed,
            Facts.Reason.Code: ReasonCode.AnotherLibraryAsked or ReasonCode.Recalled or ReasonCode.LostHere or ReasonCode.LostInTransit
                or ReasonCode.StillSearching or ReasonCode.NeededByPassed
        } => false,
        _ => true,
    };

    private static bool IsCopy(ServiceType service) => service switch
    {
        ServiceType.Loan => false,
        ServiceType.Copy => true,
    };

    private static string Address(Uri uri) => uri is { IsAbsoluteUri: true, Scheme: "https" or "http" }
        ? uri.AbsoluteUri
        : throw new ArgumentException("A link in a mail is a web address.", nameof(uri));
}
