using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Domain.Tests.Kit;
using Hkall.Domain.Tests.Stored;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Lending;

/// <summary>What is stored of lending is stored for ever: a changed shape must be seen, and meant.</summary>
public class LendingStoredTests
{
    private static readonly Charge Line = new(Date("2026-11-23"), ChargeFor.Loan, Money.Hkd(150));

    private static readonly Borrower Whole = new("CUHK", "香港中文大學", BorrowerKind.Library, "ill@cuhk.example", ["University Library", "沙田"]);

    private static readonly Holding Holding = new(Sure: true, Held: true, "PL2727.S2", "2/F", Loanable: false, Available: false, "31234000123456");

    private static readonly LoanCondition[] Conditions = [LoanCondition.LibraryUseOnly, LoanCondition.NoReproduction];

    private static readonly IReadOnlyList<LendingEvent> Complete =
    [
        new LendingAsked(
            Whole, "JULAC:CUHK", "their-1", ServiceType.Copy, Things.Article, Holding, "2026-11", KeyedIn: true, Money.Hkd(80), Date("2026-12-01"), "Rush",
            Money.Hkd(100), ["Counter", "沙田"], "請儘快。", "Other: s. 50"),
        new LendingAskedAgain(Holding, Money.Hkd(80), Money.Hkd(120), Date("2026-12-01"), "again"),
        new LeftToStaff(ReasonCode.NotIdentified),
        new SupplyPromised(Money.Hkd(150)),
        new ConditionsOffered(Conditions, Money.Hkd(150), "fragile"),
        new ConditionsAccepted(),
        new ComplianceStated("by letter"),
        new LendingDeclined(UnfilledReason.NotOnShelf, "searched twice"),
        new RetryOffered(RetryReason.AtBindery, Date("2026-12-07"), Money.Hkd(150), "at the bindery"),
        new ItemPulled("31234000123456"),
        new ItemLent("31234000123456", Date("2027-01-22"), Conditions, Line),
        new CopySupplied(Things.TheScan, Date("2026-12-07"), Line),
        new CopyTaken(2),
        new CopyClosed(ReasonCode.Received),
        new LoanArrived(),
        new LendingCancelAsked(),
        new LendingCancelDeclined(StatedReason.InWords("packed")),
        new LendingCancelled(ReasonCode.ByBorrower),
        new LendingRenewalAsked(),
        new LendingRenewed(Date("2027-02-22")),
        new LendingRenewalDeclined(StatedReason.InWords("reserved")),
        new LoanOverdue(),
        new OverdueSaid(2),
        new LoanRecalled(Date("2026-12-07")),
        new ReturnAnnounced(),
        new LoanBack(Line with { For = ChargeFor.FoundAgain }),
        new LoanLost(ReasonCode.NotReturned, Line with { For = ChargeFor.Lost }),
        new BorrowerHeard("CUHK", "m-1", "renew", "please"),
        new BorrowerSetAside("CUHK", "m-2", "received", "It was known to be there.", "arrived") { AwaitsReading = true },
        new BorrowerWrittenTo("Which edition?"),
        new BorrowersMessagesRead(),
        new BorrowerToTell(SupplyingAction.Unfilled, new BorrowerFacts { Status = LendingStatus.Unfilled, Unfilled = UnfilledReason.NotOnShelf }),
        new BorrowerTold(1, SupplyingAction.Unfilled, "by letter"),
        new LendingStaffChased(DeadlineKind.LendingAnswer, 2),
        new LendingNoteAdded("staff:1", "noted"),
        new LendingDeadlineSet(DeadlineKind.LendingDueDate, End("2027-01-22")),
    ];

    private static readonly IReadOnlyList<Effect> Words =
    [
        new MessageBorrower("CUHK", SupplyingAction.Conditional, new BorrowerFacts
        {
            Status = LendingStatus.Conditional,
            DueOn = Date("2027-01-22"),
            Barcode = "31234000123456",
            Conditions = Conditions,
            Cost = Money.Hkd(150),
            Unfilled = UnfilledReason.NotHeld,
            Retry = RetryReason.OnLoan,
            RetryAfter = Date("2026-12-07"),
            ScanUntil = Date("2026-12-07"),
            ScanTimes = 3,
            AnswerBy = Date("2026-11-30"),
            Note = "fragile",
        }),
        .. Enum.GetValues<SupplyingAction>().Select(word => new MessageBorrower("CUHK", word, new BorrowerFacts { Status = LendingStatus.ToPull })),
        new CountLent("CUHK"),
    ];

    [Fact]
    public void The_events_of_lending_are_stored_as_approved() => Written(Complete).ShouldMatchApproved("Lending/events.jsonl");

    [Fact]
    public void What_a_library_said_of_the_item_is_stored_and_kept()
    {
        var details = new BorrowersDetails
        {
            OurRecord = "991000",
            Series = "Penguin Classics",
            Format = "LargePrint",
            Edition = EditionWish.MostRecent,
            Numbers = ["ISBN 9760199591787"],
            RetryOf = "their-0",
        };
        var asked = (LendingAsked)Complete[0] with { Details = details };
        var written = Written([asked]);
        written.ShouldContain("""
            "details":{"ourRecord":"991000","series":"Penguin Classics","format":"LargePrint","edition":"most-recent","numbers":["ISBN 9760199591787"],"retryOf":"their-0"}
            """.Trim());
        LendingFold.Begin("L-1", asked, Date("2026-11-23").ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)).Details.ShouldBe(details);
    }

    [Fact]
    public void The_words_to_borrowers_are_stored_as_approved() => Written(Words).ShouldMatchApproved("Lending/effects.jsonl");

    [Fact]
    public void Requests_to_lend_are_stored_as_approved() =>
        Written(LendingTable.Situations.Select(situation => situation.Request.Request)).ShouldMatchApproved("Lending/requests.jsonl");

    [Fact]
    public void Stored_lending_records_are_read_back_whole()
    {
        Assert.Equivalent(Complete.ToList(), ReadBack<LendingEvent>("Lending/events.jsonl"), strict: true);
        Assert.Equivalent(Words.ToList(), ReadBack<Effect>("Lending/effects.jsonl"), strict: true);
        Assert.Equivalent(
            LendingTable.Situations.Select(situation => situation.Request.Request).ToList(), ReadBack<LendingRequest>("Lending/requests.jsonl"), strict: true);
    }

    [Fact]
    public void Events_of_lending_with_single_texts_for_reasons_are_read_as_the_events_they_were() =>
        Assert.Equivalent(
            Complete.Where(happened => happened is not (BorrowerToTell or BorrowerTold or BorrowerWrittenTo or BorrowersMessagesRead))
                .Select(happened => happened is BorrowerSetAside aside ? aside with { AwaitsReading = false } : happened).ToList(), ReadBack<LendingEvent>("Lending/reasons-as-single-texts-2026-11.jsonl"), strict: true);

    [Fact]
    public void No_event_of_lending_is_without_a_stored_shape_and_none_leaves_a_member_out()
    {
        Complete.Select(happened => happened.GetType())
            .ShouldBe(typeof(LendingEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LendingEvent))), ignoreOrder: true);
        foreach (var happened in Complete)
        {
            happened.GetType().GetProperties().Where(member => member.GetCustomAttributes(typeof(JsonIgnoreAttribute), true).Length == 0)
                .ShouldAllBe(member => member.GetValue(happened) != null);
        }
    }

    /// <summary>Written once; whatever becomes of the rules, they must fold to what they made then.</summary>
    [Theory]
    [InlineData("loan-2026-11")]
    [InlineData("copy-2026-11")]
    public void A_history_of_lending_of_an_earlier_version_still_makes_what_it_made_then(string name)
    {
        var golden = JsonSerializer.Deserialize<Golden>(Approved.Read($"Lending/golden-{name}.json"), StoredJson.Options).ShouldNotBeNull();

        var folded = LendingFold.Fold(golden.Id, golden.History.Select(entry => (entry.Event, entry.At)));

        JsonSerializer.Serialize(folded, StoredJson.Options).ShouldBe(JsonSerializer.Serialize(golden.Request, StoredJson.Options));
        folded.Events.ShouldBe(golden.History.Count);
    }

    private sealed record Entry(DateTimeOffset At, LendingEvent Event);

    private sealed record Golden(string Id, IReadOnlyList<Entry> History, LendingRequest Request);

    private static string Written<T>(IEnumerable<T> shapes)
    {
        var text = new StringBuilder();
        foreach (var shape in shapes)
        {
            text.Append(JsonSerializer.Serialize(shape, StoredJson.Options)).Append('\n');
        }

        return text.ToString();
    }

    private static List<T> ReadBack<T>(string path) =>
        [.. Approved.Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<T>(line, StoredJson.Options)!)];
}
