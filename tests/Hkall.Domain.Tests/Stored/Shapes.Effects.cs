using Hkall.Domain.Calendar;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Stored;

/// <summary>The effects: with all that they can hold, and without what may be missing.</summary>
internal static partial class Shapes
{
    public static IReadOnlyList<Effect> CompleteEffects =>
    [
        new SendNotice(Notice.ReadyForPickup, new NoticeFacts
        {
            Library = "HKU Library",
            Estimate = Estimate,
            Date = Date("2026-11-30"),
            LibraryUseOnly = true,
            Downloads = 5,
            Reason = ReasonCode.Found,
            Office = "Department of Chinese",
            Undone = Step.CheckOut,
            Closure = new ClosureNews(Date("2026-12-23"), Date("2026-12-24"), ClosureReason.Typhoon, RestOfDay: true, "Signal No. 8."),
            Moved = [new MovedItem("R-1", "紅樓夢", PatronDate.Due, Date("2026-12-23"), Date("2026-12-28"))],
            Now = RequestStatus.ReadyForPickup,
            Cost = Money.Hkd(450.5m),
            Approximately = About,
            FormerCost = Money.Hkd(400),
            VoidCost = Money.Hkd(300),
            RenewBy = Date("2026-12-18"),
            LostOn = Date("2027-01-14"),
            ShortLoanUntil = Date("2026-12-02"), LastNotice = true, GoesOn = true,
            SaidNo = 2, DidNotAnswer = 1,
            Fees = new NoticeFees
            {
                Fine = Money.Hkd(22.5m),
                FineDays = 11,
                PerDay = Money.Hkd(2),
                NoFineUntil = Date("2026-11-30"),
                MostFine = Money.Hkd(100),
                Replacement = Money.Hkd(500),
                Processing = Money.Hkd(100),
                FoundBy = Date("2027-05-29"),
                TakenOff = Money.Hkd(300),
                PaidBack = Money.Hkd(200),
                Charged = Money.Hkd(455.55m),
                AcceptedAs = new Money("GBP", 45),
                What = LedgerKind.Replacement,
                Paid = Money.Hkd(200),
                Waived = Money.Hkd(100),
                Left = Money.Hkd(200),
                Owed = Money.Hkd(622.5m),
                Blocks = true,
            },
            Ways = [new OfferedAlternative(Alternative.Copy, Estimate)],
            SuggestAt = "https://library.example/suggest",
            Parts = 2,
            PartsAnnounced = 3,
            PartBack = "V1",
            PartsOut = ["V2", "V3"],
            FreeCopy = AFreeCopy,
        }),
        new MeasureTurnaround("HKU", ServiceType.Copy, 3, InTime: true),
        new CheckScan("HKU", Things.TheScan with { Unchecked = true }),
        new FetchScan("HKU", "https://library.example/scan"),
        new MessageSupplier("HKU", RequestingAction.Damaged, "The spine is broken."),
        new DiscardScan("scan-1"),
        new RecordFee(1, LedgerKind.OverdueFine, Money.Hkd(22.5m), ReasonCode.ReturnedLate),
    ];

    public static IReadOnlyList<Effect> BareEffects => [new SendNotice(Notice.Cancelled, new NoticeFacts()),
        new MessageSupplier("HKU", RequestingAction.Request)];
}
