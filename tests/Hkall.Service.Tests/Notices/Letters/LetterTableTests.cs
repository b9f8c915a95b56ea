using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Notices.Letters;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Texts;

namespace Hkall.Service.Tests.Notices.Letters;

/// <summary>Every change of a letter is a version that says who made it and when, and none is lost between two people.</summary>
public sealed class LetterTableTests
{
    private static readonly LetterKey Overdue = new(Notice.Overdue, NoticeLanguage.TraditionalChinese);

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly LetterTable _table = new(new MemoryRows(), new SystemRandom());

    [Fact]
    public async Task A_version_is_kept_with_its_author_and_the_newest_is_in_use()
    {
        await ChangeAsync("one", by: "a");
        await ChangeAsync("two", by: "b");
        await ChangeAsync(null, by: "c");

        (await _table.FindAsync(Overdue, default)).Current.ShouldBe(new StoredLetter(3, null, null, "c", Monday));
        (await _table.HistoryAsync(Overdue, default)).Select(version => (version.Version, version.Subject, version.By))
            .ShouldBe([(3, null, "c"), (2, "two", "b"), (1, "one", "a")]);
        (await _table.ReadAsync(default)).Keys.ShouldBe([Overdue]);
    }

    [Fact]
    public async Task A_change_of_a_version_that_is_no_longer_there_changes_nothing()
    {
        await ChangeAsync("one");

        var (now, changed) = await _table.ChangeAsync(Overdue, 0, Letter("stale"), default);

        changed.ShouldBeFalse();
        now!.Subject.ShouldBe("one");
        (await _table.ChangeAsync(Overdue, 1, Letter("two"), default)).Changed.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_two_who_save_at_once_from_the_same_version_one_is_told()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(each => Task.Run(() => _table.ChangeAsync(Overdue, 0, Letter($"{each}"), default))));

        saved.Count(one => one.Changed).ShouldBe(1);
        (await _table.HistoryAsync(Overdue, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_oldest_versions_leave_and_the_numbers_go_on()
    {
        for (var version = 1; version <= LetterTable.MostVersions + 2; version++)
        {
            await ChangeAsync($"{version}");
        }

        var kept = await _table.HistoryAsync(Overdue, default);
        kept.Count.ShouldBe(LetterTable.MostVersions);
        (kept[0].Version, kept[^1].Version).ShouldBe((LetterTable.MostVersions + 2, 3));
    }

    [Fact]
    public async Task A_failure_is_told_until_the_letter_is_changed_again()
    {
        await ChangeAsync("one");
        await _table.FailedAsync(Overdue, new LetterFailure(1, Monday, "why"), default);
        (await _table.FindAsync(Overdue, default)).Failure!.Why.ShouldBe("why");

        await ChangeAsync("two");
        (await _table.FindAsync(Overdue, default)).Failure.ShouldBeNull();
    }

    private Task<(StoredLetter? Now, bool Changed)> ChangeAsync(string? text, string by = "a") => _table.ChangeAsync(Overdue, null, Letter(text, by), default);

    private static StoredLetter Letter(string? text, string by = "a") => new(0, text, text, by, Monday);
}
