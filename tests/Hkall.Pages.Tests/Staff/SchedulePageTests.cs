using Hkall.Service.Upkeep;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>What runs by itself and when it last did, for administrators and their monitors.</summary>
public sealed class SchedulePageTests
{
    [Theory]
    [InlineData(null, "Take up requests that are due", "On time", "Late")]
    [InlineData("zh-Hant", "處理到期的申請", "正常", "逾時")]
    [InlineData("zh-Hans", "处理到期的申请", "正常", "超时")]
    public async Task A_job_that_is_late_stands_on_the_page_in_the_answer_and_in_the_detail_of_readiness(
        string? language, string sweep, string onTime, string late)
    {
        await using var bench = await ABench.InMemoryAsync();
        var staff = await AuditPagesTests.SignedInAsync(bench, LendingStaff.Person, language);
        await bench.Service<Jobs>().RunAsync(Job.Sweep, JobDriver.Use, default);

        var page = (await staff.GetAsync("/staff/schedule")).ShouldBe(200).Text;
        page.ShouldContain(sweep);
        page.ShouldContain($">{onTime}<");
        page.ShouldNotContain($">{late}<");
        (await bench.GetAsync("/readyz")).ShouldBe(200).Text.ShouldBe("ready");

        await bench.Service<JobRows>().PutAsync(Job.Sweep, new JobRun { Since = DateTimeOffset.UnixEpoch, FinishedAt = DateTimeOffset.UnixEpoch }, default);
        (await staff.GetAsync("/staff/schedule")).ShouldBe(200).Text.ShouldContain($">{late}<");
        var answer = (await bench.LendingStaff().GetAsync("/api/staff/schedule")).ShouldBe(200).Json.GetProperty("jobs")[0];
        (answer.At("job"), answer.At("late"), answer.At("lateAfterMinutes")).ShouldBe(("sweep", "True", "15"));
        (await bench.GetAsync("/readyz")).ShouldBe(200).Text.ShouldBe("ready\nlate: sweep, last ended 1970-01-01T00:00:00Z");
    }
}
