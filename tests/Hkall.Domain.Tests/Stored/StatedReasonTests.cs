using System.Text.Json;
using Hkall.Domain.Charging;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Fees;
using Hkall.Domain.Lending;
using Hkall.Domain.Messaging;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Placing;
using Hkall.Domain.Renewing;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Stored;

/// <summary>A reason is a code or a person's words; what was stored before the two were told apart is still read.</summary>
public class StatedReasonTests
{
    [Theory]
    [InlineData("\"silent\"", ReasonCode.Silent)]
    [InlineData("\"not-on-shelf\"", ReasonCode.NotOnShelf)]
    [InlineData("\"NotOnShelf\"", ReasonCode.IsoNotOnShelf)]
    [InlineData("\"downloads-used-up\"", ReasonCode.DownloadsUsedUp)]
    public void A_code_is_stored_under_its_name_as_it_always_was(string stored, ReasonCode code)
    {
        StatedReason reason = code;

        JsonSerializer.Serialize(reason, StoredJson.Options).ShouldBe(stored);
        JsonSerializer.Deserialize<StatedReason>(stored, StoredJson.Options).ShouldBe(reason);
    }

    [Theory]
    [InlineData("98765432")]
    [InlineData("wong")]
    [InlineData("held-here")]
    [InlineData("Amy Chan rang, she has it from a friend")]
    public void A_text_of_an_earlier_version_that_is_no_code_is_somebodys_words(string words) =>
        JsonSerializer.Deserialize<StatedReason>(JsonSerializer.Serialize(words), StoredJson.Options).ShouldBe(StatedReason.InWords(words));

    [Fact]
    public void Words_stay_words_even_if_they_spell_a_code()
    {
        var typed = StatedReason.InWords("silent");

        var stored = JsonSerializer.Serialize(typed, StoredJson.Options);

        stored.ShouldBe("""{"words":"silent"}""");
        JsonSerializer.Deserialize<StatedReason>(stored, StoredJson.Options).ShouldBe(typed);
        typed.ShouldNotBe(ReasonCode.Silent);
    }

    [Fact]
    public void What_a_later_version_adds_to_words_does_not_stop_an_earlier_one() =>
        JsonSerializer.Deserialize<StatedReason>("""{"in":{"language":"en"},"words":"late"}""", StoredJson.Options).ShouldBe(StatedReason.InWords("late"));

    [Theory]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("true")]
    public void A_reason_that_is_neither_stops_the_reading(string stored) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<StatedReason>(stored, StoredJson.Options));

    [Fact]
    public void Erasing_drops_words_and_keeps_codes()
    {
        StatedReason.InWords("Amy rang").Erased().ShouldBe(default);
        ((StatedReason)ReasonCode.Silent).Erased().ShouldBe(ReasonCode.Silent);
        JsonSerializer.Serialize(default(StatedReason)).ShouldBe("\"\"");
        JsonSerializer.Deserialize<StatedReason>("\"\"").ShouldBe(default);
    }

    [Fact]
    public void A_library_cannot_state_a_reason_that_is_ours()
    {
        StatedReason.ByLibrary("silent").ShouldBe(StatedReason.InWords("silent"));
        StatedReason.ByLibrary("not-on-shelf").ShouldBe(ReasonCode.NotOnShelf);
        StatedReason.ByLibrary("spec-coll-superv-req").ShouldBe(ReasonCode.SpecCollSupervReq);
        StatedReason.ByLibrary("Lent to Mr Wong").ShouldBe(StatedReason.InWords("Lent to Mr Wong"));
    }

    [Fact]
    public void Every_reason_of_the_standard_that_we_state_has_a_code_under_its_name()
    {
        Enum.GetValues<UnfilledReason>().ShouldAllBe(reason => Names.Of(reason.ToCode()) == Names.Of(reason));
        Enum.GetValues<RetryReason>().ShouldAllBe(reason => Names.Of(reason.ToCode()) == Names.Of(reason));
    }

    [Fact]
    public void Events_with_single_texts_for_reasons_are_read_as_the_events_they_were()
    {
        var read = File.ReadLines(Path.Combine(Approved.Root, "tests", "Hkall.Domain.Tests", "Stored", "reasons-as-single-texts-2026-11.jsonl"))
            .Select(line => JsonSerializer.Deserialize<RequestEvent>(line, StoredJson.Options)!)
            .ToList();

        // Events that came later were never stored so.
        var known = read.Select(happened => happened.GetType()).ToHashSet();
        Assert.Equivalent(
            Shapes.CompleteEvents.Concat(Shapes.BareEvents).Where(happened => known.Contains(happened.GetType())).Select(AsThen).Distinct().ToList(),
            read,
            strict: true);
    }

    /// <summary>These members came to their events later.</summary>
    private static RequestEvent AsThen(RequestEvent happened) => happened switch
    {
        PatronWrittenTo written => written with { AnswerBy = null },
        FeeWaived waived => waived with { ProposedBy = null },
        RequestPlaced placed => placed with { FreeCopy = null, FreeCopyDeclined = false },
        MessageHeard heard => heard with { Word = null, LendersNumber = null, AwaitsReading = false },
        MessageSetAside aside => aside with { Word = null, LendersNumber = null, AwaitsReading = false },
        LenderCalledOverdue called => called with { Renewable = false },
        ScanSupplied supplied => supplied with { Scan = supplied.Scan with { Checks = null } },
        RenewalAsked asked => asked with { Word = null, CardUntil = null },
        ItemReceived received => received with { LibraryUseOnly = true, Overtook = null },
        CostQuoted quoted => quoted with { Approximately = null },
        ConditionsNamed named => named with { Retry = false },
        SupplierAsked asked => asked with { How = null },
        ItemCheckedOut checkedOut => checkedOut with { RenewalsAllowed = null, LimitedBy = null },
        LoanRenewed renewed => renewed with { Unasked = false, LimitedBy = null },
        ItemRecalled recalled => recalled with { LateOn = null },
        _ => happened,
    };
}
