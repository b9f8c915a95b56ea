using Hkall.Functions.Upkeep;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Functions.Tests.Scheduling;

/// <summary>What the engine is asked to delete. The engine of the tests deletes nothing itself.</summary>
public sealed class FinishedOrchestrationsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 30, 0, TimeSpan.Zero);

    private readonly FinishedOrchestrations _finished = new(new FakeTimeProvider(Now), NullLogger<FinishedOrchestrations>.Instance);

    [Fact]
    public async Task Those_that_began_more_than_thirty_days_ago_are_deleted_if_they_have_ended_and_no_others()
    {
        PurgeInstancesFilter? asked = null;

        (await _finished.DeleteAsync(
            (filter, _) =>
            {
                asked = filter;
                return Task.FromResult(new PurgeResult(7));
            },
            CancellationToken.None)).ShouldBe(7);

        asked!.CreatedFrom.ShouldBeNull();
        asked.CreatedTo.ShouldBe(Now.AddDays(-30));
        asked.Statuses.ShouldBe(
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated], ignoreOrder: true);
    }

    [Fact]
    public async Task An_engine_that_cannot_fails_nothing() =>
        (await _finished.DeleteAsync((_, _) => throw new NotSupportedException(), CancellationToken.None)).ShouldBe(0);
}
