using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Returning;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.PolicyLab;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Tests.PolicyVersions;

namespace Hkall.Service.Tests.PolicyLab;

/// <summary>A version of the policy, tried on what a real desk has done with requests.</summary>
public sealed class LabTests
{
    private const int Loans = 3;
    private const string From = "2026-11-01";

    [Fact]
    public async Task A_version_that_decides_the_same_would_have_changed_nothing()
    {
        await using var desk = await ReturnedLateAsync();

        var result = await desk.TryAsync("""{ "figures": { "version": "same" } }""");

        result.Tried.ShouldBe(result.InForce);
        result.InForce[PatronGroup.Postgraduate].Requests.ShouldBe(Loans);
        result.Facts.FromStatistics.ShouldBe(0);
    }

    [Fact]
    public async Task Under_the_policy_in_force_the_replay_counts_what_was_recorded()
    {
        await using var desk = await ReturnedLateAsync();

        var figures = (await desk.TryAsync("""{ "figures": { "version": "same" } }""")).InForce[PatronGroup.Postgraduate];

        var fines = await desk.FinesAsync();
        fines.Count.ShouldBe(Loans);
        figures.Fines.ShouldBe(fines.Sum(fine => fine.Amount.Amount));
        (figures.Overdue, figures.Renewals, figures.QuotaReached).ShouldBe((Loans, 0, 0));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    [InlineData(0)]
    public async Task Another_fine_changes_the_fines_by_exactly_the_days_late(int perDay)
    {
        await using var desk = await ReturnedLateAsync();
        var rate = $$"""{ "ordinary": { "currency": "HKD", "amount": {{perDay}} }, "recalled": { "currency": "HKD", "amount": {{perDay}} } }""";

        var result = await desk.TryAsync($$"""
            { "figures": { "version": "fines", "fines": { "daily": { "hkall": {{rate}}, "local": {{rate}}, "overseas": {{rate}} } } } }
            """);

        result.Tried[PatronGroup.Postgraduate].Fines.ShouldBe((await desk.FinesAsync()).Sum(fine => fine.Days!.Value * perDay));
        (result.Tried[PatronGroup.Postgraduate] with { Fines = 0 }).ShouldBe(result.InForce[PatronGroup.Postgraduate] with { Fines = 0 });
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    [InlineData(0, 3)]
    public async Task A_stricter_quota_refuses_exactly_what_is_beyond_it(int quota, int refused)
    {
        await using var desk = await ReturnedLateAsync();

        var result = await desk.TryAsync($$"""
            { "figures": { "version": "quota", "openRequests": {
              "academic": 100, "research": 100, "postgraduate": {{quota}}, "nonAcademic": 50, "undergraduate": 50 } } }
            """);

        result.Tried[PatronGroup.Postgraduate].QuotaReached.ShouldBe(refused);
        result.InForce[PatronGroup.Postgraduate].QuotaReached.ShouldBe(0);
        result.Tried[PatronGroup.Postgraduate].Overdue.ShouldBe(Loans - refused);
    }

    [Fact]
    public async Task A_longer_loan_makes_none_late_and_sends_no_notice()
    {
        await using var desk = await ReturnedLateAsync();

        var result = await desk.TryAsync("""
            { "figures": { "version": "long", "loanDays": { "academic": 60, "research": 60, "postgraduate": 200, "nonAcademic": 30, "undergraduate": 30 } } }
            """);

        var (before, after) = (result.InForce[PatronGroup.Postgraduate], result.Tried[PatronGroup.Postgraduate]);
        (before.Overdue, after.Overdue, after.Fines).ShouldBe((Loans, 0, 0m));
        before.Mails.ShouldBeGreaterThan(after.Mails);
    }

    [Fact]
    public async Task What_a_group_may_not_have_would_not_have_been_taken()
    {
        await using var desk = await ReturnedLateAsync();
        const string no = """{ "loan": "notAllowed", "copy": "notAllowed" }""";
        var none = $$"""{ "hkall": {{no}}, "local": {{no}}, "overseas": {{no}} }""";

        var result = await desk.TryAsync($$"""
            { "figures": { "version": "none", "privileges": {
              "academic": {{none}}, "research": {{none}}, "postgraduate": {{none}}, "nonAcademic": {{none}}, "undergraduate": {{none}} } } }
            """);

        result.Tried[PatronGroup.Postgraduate].ShouldBe(LabFigures.None with { Requests = Loans, NotOffered = Loans });
    }

    [Fact]
    public async Task A_version_with_faults_is_not_tried_and_a_period_is_a_year_at_most()
    {
        await using var desk = await ReturnedLateAsync();

        await PolicyDesk.RefusedAsync(() => desk.TryAsync("{"), "policy-faulty");
        await PolicyDesk.RefusedAsync(() => desk.TryAsync("{}", "2020-01-01"), "bad-period");
        (await desk.Callers.Service.Get<LabService>().TryAsync(99, null, null, desk.Callers.Service.Stop)).ShouldBeNull();
    }

    private static async Task<LateLoans> ReturnedLateAsync()
    {
        var world = await World.InMemoryAsync();
        var callers = new Callers(world, [Mishap.None]);
        var (service, ids) = (callers.Service, new List<string>());
        for (var loan = 0; loan < Loans; loan++)
        {
            var order = Patrons.ABook with { Item = Patrons.ABook.Item with { Title = $"Orientalism {loan}", Isbn = null } };
            var placed = await service.Placing.PlaceAsync(Patrons.Ho, order, Patrons.Key($"order {loan}"), service.Stop);
            ids.Add(placed.ShouldBeOfType<Placement.Placed>().Card.Request.Id);
        }

        await callers.AFewMinutesLaterAsync();
        await EachAsync(new ReceiveItem());
        await EachAsync(new CheckOutItem());
        world.Clock.Advance(TimeSpan.FromDays(80));
        await EachAsync(new CheckInItem());
        return new LateLoans(callers, world, ids);

        async Task EachAsync(RequestCommand command)
        {
            foreach (var id in ids)
            {
                (await service.Requests.HandleAsync(id, command, Actor.Staff("lam"), service.Stop)).ShouldBeOfType<Done<PatronRequest>>();
            }
        }
    }

    private sealed record LateLoans(Callers Callers, World World, IReadOnlyList<string> Ids) : IAsyncDisposable
    {
        public async Task<LabResult> TryAsync(string text, string from = From)
        {
            var desk = new PolicyDesk(Callers.Service);
            return (await Callers.Service.Get<LabService>().TryAsync(await desk.DraftAsync(text), from, null, Callers.Service.Stop)).ShouldNotBeNull();
        }

        public async Task<IReadOnlyList<FeeCharged>> FinesAsync()
        {
            var store = Callers.Service.Get<RequestStore<PatronRequest, RequestEvent>>();
            var journals = await Task.WhenAll(Ids.Select(id => store.JournalAsync(Patrons.Ho.Id, id, Callers.Service.Stop)));
            var fees = journals.SelectMany(journal => journal).SelectMany(entry => entry.Events).OfType<FeeCharged>();
            return [.. fees.Where(fee => fee.Kind == LedgerKind.OverdueFine)];
        }

        public ValueTask DisposeAsync() => Callers.DisposeAsync();
    }
}
