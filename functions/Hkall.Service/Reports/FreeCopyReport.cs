using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Policies;

namespace Hkall.Service.Reports;

/// <summary>What became of the free copy of a request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FreeCopyUse>))]
public enum FreeCopyUse
{
    /// <summary>The patron cancelled the request, knowing the copy.</summary>
    [JsonStringEnumMemberName("taken")] Taken,

    /// <summary>The patron saw the copy, and it was not what they needed.</summary>
    [JsonStringEnumMemberName("declined")] Declined,

    /// <summary>The patron was told, and said nothing.</summary>
    [JsonStringEnumMemberName("unanswered")] Unanswered,
}

/// <summary>
/// How many free copies were taken instead of an item, and what that saved. A copy that was taken saved the usual wait, which is half way through
/// the waits for such items in the period, and the average cost of the policy. So did one that was opened before any request, less those who then
/// sent a request because it was not what they needed: nobody can tell which of them had opened it, so each is taken off.
/// </summary>
public static class FreeCopyReport
{
    public static Report Of(ReportFacts facts, CostPolicy costs) => new(
        "free-copies",
        facts.Period.From,
        facts.Period.To,
        [
            new("service", Unit.Text), new("known", Unit.Count), new("taken", Unit.Count), new("notWanted", Unit.Count), new("unanswered", Unit.Count),
            new("opened", Unit.Count), new("read", Unit.Count),
            new("usualDays", Unit.WorkingDays), new("daysSaved", Unit.WorkingDays), new("averageHkd", Unit.Money), new("savedHkd", Unit.Money),
        ],
        [
            .. from service in Enum.GetValues<ServiceType>()
               let requests = facts.Placed.Where(request => request.FreeCopy is not null && request.Service == service).ToList()
               let opened = facts.Opened.Count(copy => copy.Service == service)
               where requests.Count + opened > 0
               select Row(service, requests, opened, facts, costs),
        ])
    {
        Drawn = ["taken", "read", "notWanted"],
    };

    /// <summary>What became of the request's free copy; null if none is known.</summary>
    public static FreeCopyUse? UseOf(PatronRequest request) => request switch
    {
        { FreeCopy: null } => null,
        { FreeCopyDeclined: true } => FreeCopyUse.Declined,
        { Status: RequestStatus.Cancelled, ClosedWhy.Code: ReasonCode.ByPatron or ReasonCode.AgreedByLibrary } => FreeCopyUse.Taken,
        _ => FreeCopyUse.Unanswered,
    };

    private static IReadOnlyList<object?> Row(
        ServiceType service, IReadOnlyList<CountedRequest> requests, int opened, ReportFacts facts, CostPolicy costs)
    {
        int Count(FreeCopyUse use) => requests.Count(request => request.FreeCopy == use);
        var (taken, notWanted) = (Count(FreeCopyUse.Taken), Count(FreeCopyUse.Declined));
        var read = Math.Max(0, opened - notWanted);
        var usual = Percentiles.Of([.. facts.Arrived.Where(request => request.Service == service).Select(request => request.WaitedDays).OfType<int>()], 50);
        var average = costs.Of(service);
        return
        [
            ReportFacts.Of(service), requests.Count, taken, notWanted, Count(FreeCopyUse.Unanswered), opened, read, usual, usual * (taken + read), average,
            average * (taken + read),
        ];
    }
}
