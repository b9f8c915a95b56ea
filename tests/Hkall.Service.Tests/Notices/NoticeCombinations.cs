using Hkall.Requests;
using Hkall.Requests.Placing;
using Hkall.Service.Notices;

namespace Hkall.Service.Tests.Notices;

/// <summary>A notice with every fact known and unknown in turn, whatever the rules give today.</summary>
internal static class NoticeCombinations
{
    public static IEnumerable<NoticeData> Of(Notice notice, Person person) =>
        from service in Enum.GetValues<ServiceType>()
        from reason in (string?[])[null, "a-reason-of-tomorrow", .. NoticeSamples.Reasons(notice)]
        from library in (string?[])[null, NoticeSamples.Full.Library]
        from date in (DateOnly?[])[null, NoticeSamples.Tuesday]
        from libraryUseOnly in (bool[])[false, true]
        from figures in Figures
        from bare in (bool[])[false, true]
        select new NoticeData(
            notice,
            new NoticeFacts
            {
                Library = library,
                Estimate = figures.Estimate,
                Date = date,
                LibraryUseOnly = libraryUseOnly,
                Downloads = figures.Downloads,
                Reason = reason,
            },
            "req-20261123-k7m2qf",
            service,
            bare ? new Item { Title = "" } : NoticeSamples.Article,
            bare ? person with { Name = " " } : person,
            NoticeSamples.RequestUrl,
            bare ? null : NoticeSamples.DownloadUrl);

    /// <summary>No notice uses both, so they vary together.</summary>
    private static readonly (Estimate? Estimate, int? Downloads)[] Figures =
    [
        (null, null),
        (NoticeSamples.Full.Estimate, 5),
        (new Estimate(NoticeSamples.Tuesday, NoticeSamples.Tuesday), 1),
        (null, 0),
    ];
}
