using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Members;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Auditing;

/// <summary>The audit trail: what becomes one entry, who finds it, and when it goes.</summary>
public sealed class AuditTrailTests
{
    private const string Request = "7YBQX1AGBZMSD7W1X4SXJB9YAJ";
    private static readonly string Patron = "p" + new string('1', 26);
    private static readonly string Staff = "p" + new string('2', 26);
    private static readonly string OtherStaff = "p" + new string('3', 26);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 10, TimeSpan.FromHours(8)));
    private readonly MemoryRows _rows = new();
    private readonly AuditTrail _trail;

    public AuditTrailTests()
    {
        var policy = PolicyFile.Default();
        _trail = new AuditTrail(_rows, new SystemRandom(), PolicyFile.RuleBookOf(policy), _clock, OnePolicy.Of(policy));
    }

    [Fact]
    public async Task A_page_that_is_loaded_again_within_the_minute_is_one_entry()
    {
        await LookAsync();
        _clock.Advance(TimeSpan.FromSeconds(40));
        await LookAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        await LookAsync();
        await LookAsync(by: OtherStaff);

        (await OfDayAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Two_changes_of_one_minute_are_two_entries()
    {
        for (var times = 0; times < 2; times++)
        {
            await _trail.RecordAsync(
                Entry(AuditAction.ChangedRates) with { Of = "rates", Patron = null, Changes = [AuditChange.Of("GBP", "9", "10")] }, CancellationToken.None);
        }

        (await OfDayAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_entry_is_found_by_its_day_its_patron_and_its_member_of_staff_the_newest_first()
    {
        await LookAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await LookAsync(AuditAction.LookedAtPerson);

        AuditAction[] newestFirst = [AuditAction.LookedAtPerson, AuditAction.LookedAtRequest];
        (await OfDayAsync()).Select(entry => entry.What).ShouldBe(newestFirst);
        (await _trail.OfPatronAsync(Patron, null, null, null, CancellationToken.None)).Items.Select(entry => entry.What).ShouldBe(newestFirst);
        (await _trail.ByAsync(Staff, null, null, CancellationToken.None)).Items.Select(entry => entry.What).ShouldBe(newestFirst);
        (await _trail.OfPatronAsync(Patron, "another", null, null, CancellationToken.None)).Items.ShouldBeEmpty();
        (await _trail.ByAsync(OtherStaff, null, null, CancellationToken.None)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_read_page_by_page()
    {
        for (var times = 0; times < 5; times++)
        {
            await LookAsync();
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await _trail.OfDayAsync(_trail.Today, "3", null, CancellationToken.None);
        var second = await _trail.OfDayAsync(_trail.Today, "3", first.Next, CancellationToken.None);

        (first.Items.Count, second.Items.Count, second.Next).ShouldBe((3, 2, null));
        first.Items.Concat(second.Items).Select(entry => entry.At).ShouldBeInOrder(SortDirection.Descending);
        await Should.ThrowAsync<Hkall.Service.Web.BadInputException>(() => _trail.OfDayAsync(_trail.Today, "3", "x'/..", CancellationToken.None));
    }

    [Fact]
    public async Task An_entry_goes_after_its_time_and_not_before()
    {
        await LookAsync();
        _clock.Advance(TimeSpan.FromDays(365));
        await _trail.ForgetAsync(CancellationToken.None);
        (await _trail.ByAsync(Staff, null, null, CancellationToken.None)).Items.Count.ShouldBe(1);

        _clock.Advance(TimeSpan.FromDays(1));
        await _trail.ForgetAsync(CancellationToken.None);

        (await _trail.ByAsync(Staff, null, null, CancellationToken.None)).Items.ShouldBeEmpty();
        (await _trail.OfPatronAsync(Patron, null, null, null, CancellationToken.None)).Items.ShouldBeEmpty();
        (await _trail.OfDayAsync(new DateOnly(2026, 11, 23), null, null, CancellationToken.None)).Items.ShouldBeEmpty();
        (await _rows.RangeAsync(RowTable.Audit, "days", "0", "~", 10, openOnly: false, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_patrons_own_list_goes_with_their_account_and_what_staff_did_stays_on_record()
    {
        await LookAsync();

        await _trail.ForgetPatronAsync(Patron, CancellationToken.None);

        (await _trail.OfPatronAsync(Patron, null, null, null, CancellationToken.None)).Items.ShouldBeEmpty();
        (await _trail.ByAsync(Staff, null, null, CancellationToken.None)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_entry_is_never_written_over()
    {
        await LookAsync();
        var before = (await OfDayAsync()).ShouldHaveSingleItem();
        _clock.Advance(TimeSpan.FromSeconds(5));

        await LookAsync();

        (await OfDayAsync()).ShouldHaveSingleItem().At.ShouldBe(before.At);
    }

    [Theory]
    [InlineData(29)]
    [InlineData(3_651)]
    public void The_days_for_which_entries_are_kept_have_bounds(int days) =>
        PolicyChecks.FaultsOf(PolicyFile.Default() with { Audit = new AuditPolicy { KeepDays = days } })
            .ShouldBe([$"audit.keepDays: {days}: a number from 30 to 3650."]);

    [Theory]
    [InlineData("Lam Mei Ling", "LML")]
    [InlineData("曾志豪", "曾")]
    [InlineData("  ", null)]
    public void Patrons_read_initials_and_no_name(string name, string? initials) => StaffInitials.Of(name).ShouldBe(initials);

    private AuditEntry Entry(AuditAction what, string? by = null) => new()
    {
        At = _clock.GetUtcNow(),
        By = by ?? Staff,
        What = what,
        Of = Request,
        Patron = Patron,
    };

    private Task LookAsync(AuditAction what = AuditAction.LookedAtRequest, string? by = null) =>
        _trail.RecordAsync(Entry(what, by), CancellationToken.None);

    private async Task<IReadOnlyList<AuditEntry>> OfDayAsync() => (await _trail.OfDayAsync(_trail.Today, "100", null, CancellationToken.None)).Items;
}
