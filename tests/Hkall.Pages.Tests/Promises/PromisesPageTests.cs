using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Reports;
using Hkall.Service.Storage;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Promises;

/// <summary>Everybody may read how long requests took and how often we kept the dates that we had named.</summary>
public class PromisesPageTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task Who_is_not_signed_in_reads_what_was_promised_and_kept(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        await HaveArrivedAsync(bench, 10);
        await using var window = await OpenAsync(bench, language, script: false);
        await window.GoAsync("/promises");

        await window.ShouldSayAsync("Half arrived within 5 working days, nine of ten within 9 working days.", "半數在 5 個工作天 內送達，十之九在 9 個工作天 內送達。");
        await window.ShouldSayAsync("50% came by the date we had given", "50% 在所告知的日期或之前送達");
        await window.ShouldSayAsync("Too few to say: fewer than 10 requests.", "少於 10 項申請，數目不足以說明。");
        await window.ShouldBeAccessibleAsync("what was promised and kept");
    }

    [Fact]
    public async Task The_figures_are_for_everybody_name_nobody_and_are_read_once_in_a_while()
    {
        await using var bench = await ABench.InMemoryAsync();
        await HaveArrivedAsync(bench, 10);

        var rows = (await bench.GetAsync("/api/promises")).ShouldBe(200).Json.GetProperty("rows").EnumerateArray().ToList();
        rows[0].EnumerateObject().Select(member => $"{member.Name} {member.Value}")
            .ShouldBe(["service loan", "tier hkall", "requests 10", "promised 5", "half 5", "nineTenths 9", "kept 50"]);
        rows[1].EnumerateObject().Select(member => member.Name).ShouldBe(["service", "tier"]);

        await HaveArrivedAsync(bench, 12);
        (await bench.GetAsync("/api/promises")).Json.GetProperty("rows")[0].At("requests").ShouldBe("10");
        await bench.AdvanceAsync("P1D");
        (await bench.GetAsync("/api/promises")).Json.GetProperty("rows")[0].At("requests").ShouldBe("12");
        (await bench.GetAsync("/")).Text.ShouldContain("href=\"/promises\"");
        (await bench.LendingStaff().GetAsync("/api/staff/reports/estimates-held?from=2026-01-01&to=2026-12-31")).ShouldBe(200)
            .Json.GetProperty("rows")[0].At("delivered").ShouldBe("12");
    }

    /// <summary>Loans placed on one day in November, which arrived after one to so many working days; five of ten by the day that was named.</summary>
    private static async Task HaveArrivedAsync(ABench bench, int requests)
    {
        var (placed, calendar) = (new DateOnly(2026, 11, 2), bench.Service<RuleBooks>().Current.Calendar);
        var named = Enumerable.Range(1, 30).Select(placed.AddDays).First(day => calendar.WorkingDaysBetween(placed, day) == 5);
        for (var days = 1; days <= requests; days++)
        {
            var arrived = Enumerable.Range(1, 60).Select(placed.AddDays).First(day => calendar.WorkingDaysBetween(placed, day) == days);
            var counted = new CountedRequest
            {
                Service = ServiceType.Loan,
                Group = PatronGroup.Academic,
                PlacedOn = placed,
                ClosedOn = arrived,
                Outcome = RequestStatus.Completed,
                Supplier = "HKU",
                Tier = Tier.Hkall,
                ArrivedOn = arrived,
                WaitedDays = days,
                Promise = new Estimate(placed, named),
            };
            var key = string.Create(CultureInfo.InvariantCulture, $"b:{placed:yyyy-MM-dd}:{days:D32}");
            await bench.Service<IRows>().CommitAsync(
                RowTable.Statistics, "2026-11", [new RowWrite.Put(new Row("2026-11", key, StoredJson.Write(counted), "c"))], CancellationToken.None);
        }
    }
}
