using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Notices;

/// <summary>A notice with every fact known and unknown in turn, whatever the rules give today.</summary>
internal static class NoticeCombinations
{
    /// <summary>No notice uses two of the figures, and none asks about them and the citation together, so these vary as one.</summary>
    private static readonly Figure[] Figures =
    [
        new(null, null, null, null, Bare: true),
        new(NoticeSamples.Full.Estimate, 5, NoticeSamples.Full.Cost, NoticeSamples.Full.RenewBy, Bare: false),
        new(new Estimate(NoticeSamples.Tuesday, NoticeSamples.Tuesday), 1, new Money("USD", 40.5m), null, Bare: false),
        new(null, 0, NoticeSamples.Full.Cost, null, Bare: false) { FormerCost = Money.Hkd(300) },
        new(null, 0, NoticeSamples.Full.Cost, null, Bare: false) { FormerCost = Money.Hkd(300), VoidCost = Money.Hkd(300) },
        new(null, 0, null, null, Bare: false) { FormerCost = Money.Hkd(300), VoidCost = Money.Hkd(300) },
    ];

    private static readonly NoticeFees?[] Fees =
    [
        null,
        NoticeSamples.LateFees,
        NoticeSamples.OverdueFees with { Fine = null, FineDays = null, NoFineUntil = NoticeSamples.Tuesday },
        NoticeSamples.LostFees,
        NoticeSamples.LostFees with { Fine = null, FineDays = null },
        NoticeSamples.FoundFees,
        NoticeSamples.PaidFees,
        NoticeSamples.PaidFees with { What = LedgerKind.Processing, Left = Money.Hkd(0) },
        NoticeSamples.WaivedFees,
        NoticeSamples.WaivedFees with { Left = Money.Hkd(2), Owed = Money.Hkd(2) },
        new NoticeFees { Fine = Money.Hkd(4), FineDays = 1, PerDay = Money.Hkd(4), Blocks = true },
        new NoticeFees { Blocks = true },
        NoticeSamples.SupplyFees,
        NoticeSamples.SupplyFeesInPounds,
        NoticeSamples.SumToFollow with { What = LedgerKind.SupplyCharge },
        new NoticeFees { What = LedgerKind.Damage, Charged = Money.Hkd(120), Owed = Money.Hkd(142) },
    ];

    private sealed record Figure(Estimate? Estimate, int? Downloads, Money? Cost, DateOnly? RenewBy, bool Bare)
    {
        public Money? FormerCost { get; init; }

        public Money? VoidCost { get; init; }
    }

    public static IEnumerable<NoticeData> Of(Notice notice, Person person) =>
        from service in Enum.GetValues<ServiceType>()
        from reason in (string?[])[null, "stated-in-words", .. NoticeSamples.Reasons(notice)]
        from library in (string?[])[null, NoticeSamples.Full.Library]
        from date in (DateOnly?[])[null, NoticeSamples.Tuesday]
        from libraryUseOnly in IsOnShelf(notice) ? (bool[])[false, true] : [false]
        from figures in Figures
        from fees in IsAboutMoney(notice) ? Fees : [null]
        select new NoticeData(
            notice,
            new NoticeFacts
            {
                Library = library,
                Estimate = figures.Estimate,
                Date = date,
                LibraryUseOnly = libraryUseOnly,
                Downloads = figures.Downloads,
                Reason = IsByStaff(notice) && reason is not null ? StatedReason.InWords(reason) : NoticeSamples.ReasonOf(reason),
                Cost = figures.Cost,
                FormerCost = figures.FormerCost,
                VoidCost = figures.VoidCost,
                RenewBy = figures.RenewBy,
                Fees = fees,
                LostOn = figures.RenewBy,
                LastNotice = figures.RenewBy is not null,
                ShortLoanUntil = figures.RenewBy,
                GoesOn = figures.Bare,
                PartBack = notice == Notice.Returned && figures.RenewBy is not null ? "V1" : null,
                PartsOut = figures.RenewBy is null ? null : ["V2", "V3"],
                SaidNo = figures.Downloads,
                DidNotAnswer = figures.FormerCost is null ? figures.Downloads : 3,
                Ways = figures.RenewBy is null ? null : NoticeSamples.Full.Ways,
                SuggestAt = figures.RenewBy is null ? null : NoticeSamples.Full.SuggestAt,
            },
            "req-20261123-k7m2qf",
            service,
            figures.Bare ? new Item { Title = "" } : NoticeSamples.Article,
            figures.Bare ? person with { Name = " " } : person,
            NoticeSamples.RequestUrl,
            figures.Bare ? null : NoticeSamples.DownloadUrl);

    private static bool IsAboutMoney(Notice notice) => notice is Notice.Overdue or Notice.Returned or Notice.Lost or Notice.FeeCharged or Notice.FeeSettled
        or Notice.FeeWaived;

    /// <summary>Why a fee was settled or waived is always in the words of staff.</summary>
    private static bool IsByStaff(Notice notice) => notice is Notice.FeeCharged or Notice.FeeSettled or Notice.FeeWaived;

    private static bool IsOnShelf(Notice notice) => notice is Notice.ReadyForPickup or Notice.PickupReminder or Notice.PickupExpired;
}
