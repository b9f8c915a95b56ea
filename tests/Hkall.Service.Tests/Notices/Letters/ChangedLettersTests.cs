using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Letters;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Texts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Notices.Letters;

/// <summary>Mails say what staff wrote; a letter that cannot be used never stops one.</summary>
public sealed class ChangedLettersTests
{
    private const string Ours = "Come and get it";

    private static readonly LetterKey Pickup = new(Notice.ReadyForPickup, NoticeLanguage.English);

    private static readonly NoticeData Mail =
        NoticeSamples.Loan(Notice.ReadyForPickup, new NoticeFacts { Date = NoticeSamples.Tuesday, Library = "HKU" }, NoticeSamples.English);

    private readonly CountedRows _rows = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8)));
    private readonly LetterTable _table;
    private readonly ChangedLetters _letters;

    public ChangedLettersTests()
    {
        _table = new LetterTable(_rows, new SystemRandom());
        _letters = NewProcess();
    }

    [Fact]
    public async Task A_changed_letter_is_in_the_next_mails_and_the_shipped_one_after_it_was_put_back()
    {
        await PutAsync(Ours, Shipped);
        (await SubjectAsync()).ShouldBe($"{Ours} [k7m2qf]");

        await PutAsync(null, null);
        (await SubjectAsync()).ShouldStartWith("Ready for pickup");
    }

    [Fact]
    public async Task The_letters_are_read_once_in_some_seconds_and_not_for_each_mail()
    {
        await PutAsync(Ours, Shipped);
        var before = _rows.Reads;
        for (var mail = 0; mail < 20; mail++)
        {
            await _letters.CurrentAsync(CancellationToken.None);
        }

        (_rows.Reads - before).ShouldBe(1);
        await _table.ChangeAsync(Pickup, null, new StoredLetter(0, "Another", Shipped, "s", _clock.GetUtcNow()), CancellationToken.None);
        (await SubjectAsync(later: false)).ShouldStartWith(Ours);
        _clock.Advance(ChangedLetters.KeptFor);
        (await SubjectAsync(later: false)).ShouldStartWith("Another");
    }

    [Fact]
    public async Task While_the_store_is_away_mails_go_out_with_the_letters_last_known()
    {
        await PutAsync(Ours, Shipped);
        await SubjectAsync();
        _rows.IsAway = true;

        (await SubjectAsync()).ShouldStartWith(Ours);
        NoticeTexts.Renderer.Render(Mail, await NewProcess().CurrentAsync(CancellationToken.None)).Subject.ShouldStartWith("Ready for pickup");
    }

    [Fact]
    public async Task A_damaged_row_leaves_the_shipped_letter_and_staff_put_it_right()
    {
        await PutAsync(Ours, Shipped);
        await _rows.CommitAsync(
            RowTable.Letters, "letters", [new RowWrite.Put(new Row("letters", $"now|{Pickup}", "{\"version\":", "c"))], CancellationToken.None);

        (await SubjectAsync()).ShouldStartWith("Ready for pickup");
        var state = await _table.FindAsync(Pickup, CancellationToken.None);
        state.IsDamaged.ShouldBeTrue();
        LetterRow.Of(Pickup, state).FallsBack.ShouldBe("What is stored of this letter cannot be read. The shipped text goes out.");

        (await _table.ChangeAsync(Pickup, 0, new StoredLetter(0, Ours, Shipped, "s", _clock.GetUtcNow()), CancellationToken.None)).Now!.Version.ShouldBe(2);
        (await SubjectAsync()).ShouldStartWith(Ours);
    }

    [Theory]
    [InlineData("{{ no_such_field }}")]
    [InlineData("{{ office }}")]
    [InlineData("{% for i in (1..9) %}x{% endfor %}")]
    [InlineData("{% if %}")]
    public async Task A_letter_that_cannot_be_used_leaves_the_shipped_one_and_staff_see_why(string broken)
    {
        // Nobody can save this; it stands for a letter that is older than a field, or one that was changed in the store.
        await PutAsync(Ours, $"{Shipped}\n{broken}");

        (await SubjectAsync()).ShouldStartWith("Ready for pickup");
        await SubjectAsync();
        var state = await _table.FindAsync(Pickup, CancellationToken.None);
        state.Failure!.Version.ShouldBe(1);
        LetterRow.Of(Pickup, state).FallsBack.ShouldStartWith("The changed text cannot be used, and the shipped text goes out: ");
    }

    [Fact]
    public async Task In_a_case_that_no_sample_has_an_obligatory_fact_is_still_told()
    {
        // The samples have a code for every reader, and this body asks for a name that only the samples have.
        var body = Shipped.Replace(
            "* Pickup code | {{ pickup_code }}", "{% if name %}\n* Pickup code | {{ pickup_code }}\n{% endif %}", StringComparison.Ordinal);
        await PutAsync(Ours, body);
        var nobody = Mail with { Person = Mail.Person with { Name = "\u200B" } };

        var mail = NoticeTexts.Renderer.Render(nobody, await CurrentAsync());

        mail.Text.ShouldBe(NoticeTexts.Renderer.Render(nobody).Text);
        NoticeTexts.Renderer.Render(Mail, await CurrentAsync()).Subject.ShouldStartWith(Ours);
        await SubjectAsync();
        LetterRow.Of(Pickup, await _table.FindAsync(Pickup, CancellationToken.None)).FallsBack
            .ShouldBe("In at least one case the changed text could not be used, and the shipped text went out: "
                + "{{ pickup_code }} is missing: the shipped letter says it here.");
    }

    [Fact]
    public async Task A_reminder_in_one_mail_with_others_says_what_staff_wrote_too()
    {
        var key = new LetterKey(Notice.PickupReminder, NoticeLanguage.English);
        await _table.ChangeAsync(
            key, null, new StoredLetter(0, "Still here", NoticeTemplates.TextOf(key.Language, "pickup-reminder").Body, "s", _clock.GetUtcNow()),
            CancellationToken.None);

        NoticeTexts.Renderer.RenderTogether(NoticeSamples.Several(NoticeSamples.English), NoticeSamples.MyRequestsUrl, await CurrentAsync())
            .Text.ShouldContain("\n\nStill here\n\n");
    }

    private static string Shipped => NoticeTemplates.TextOf(NoticeLanguage.English, "ready-for-pickup").Body;

    private ChangedLetters NewProcess() => new(_table, _clock, new MachineTime(_clock), NullLogger<ChangedLetters>.Instance);

    private Task PutAsync(string? subject, string? body) =>
        _table.ChangeAsync(Pickup, null, new StoredLetter(0, subject, body, "s", _clock.GetUtcNow()), CancellationToken.None);

    private async Task<LetterSet> CurrentAsync(bool later = true)
    {
        if (later)
        {
            _clock.Advance(ChangedLetters.KeptFor);
        }

        return await _letters.CurrentAsync(CancellationToken.None);
    }

    private async Task<string> SubjectAsync(bool later = true) => NoticeTexts.Renderer.Render(Mail, await CurrentAsync(later)).Subject;

    /// <summary>Storage that counts how often it is read, and can be away.</summary>
    private sealed class CountedRows : IRows
    {
        private readonly MemoryRows _rows = new();

        public bool IsAway { get; set; }

        public int Reads { get; private set; }

        public Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation) =>
            Counted(() => _rows.FindAsync(table, partition, key, cancellation));

        public Task<IReadOnlyList<Row>> RangeAsync(
            RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation) =>
            Counted(() => _rows.RangeAsync(table, partition, from, to, take, openOnly, cancellation));

        public Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation) =>
            _rows.CommitAsync(table, partition, writes, cancellation);

        private T Counted<T>(Func<T> read)
        {
            Reads++;
            return IsAway ? throw new StorageUnavailableException("The table does not answer.") : read();
        }
    }
}
