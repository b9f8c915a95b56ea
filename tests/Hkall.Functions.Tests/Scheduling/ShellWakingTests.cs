using Hkall.Functions.Scheduling;
using Hkall.Functions.Tests.Kit;
using Hkall.Service.Engine;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hkall.Functions.Tests.Scheduling;

/// <summary>The shell as it is composed.</summary>
public sealed class ShellWakingTests
{
    [Fact]
    public void The_desk_is_woken_by_orchestrations_and_by_nothing_else()
    {
        using var shell = Sample.Shell();
        shell.GetRequiredService<IRequestScheduler>().ShouldBeOfType<OrchestrationScheduler>();
        shell.GetRequiredService<IScheduleLookup>().ShouldBeOfType<OrchestrationStatus>();
    }

    /// <summary>Each piece of a long wait costs storage requests; a queue of Azure Storage takes no more than seven days.</summary>
    [Fact]
    public void A_long_wait_is_cut_into_as_few_pieces_as_the_queue_allows()
    {
        using var shell = Sample.Shell();
        shell.GetRequiredService<IOptions<DurableTaskWorkerOptions>>().Value.MaximumTimerInterval.ShouldBe(TimeSpan.FromDays(6));
    }

    [Fact]
    public void Every_function_can_be_made()
    {
        using var shell = Sample.Shell();
        foreach (var function in new[] { typeof(FrontDoor), typeof(PartnerQueue), typeof(Sweeper), typeof(RequestLifecycle), typeof(TakeTurn) })
        {
            ActivatorUtilities.CreateInstance(shell, function).ShouldNotBeNull();
        }
    }

    /// <summary>The tries of a turn end well before an orchestration counts as stuck.</summary>
    [Fact]
    public void A_turn_has_given_up_before_its_orchestration_is_taken_for_stuck()
    {
        var policy = RunRetries.Usual;
        var waits = Enumerable.Range(0, policy.Most - 1).Sum(n => policy.First.TotalMinutes * Math.Pow(policy.Growth, n));
        TimeSpan.FromMinutes(waits).ShouldBeLessThan(TimeSpan.FromHours(1));
        TimeSpan.FromHours(1).ShouldBeLessThan(OrchestrationScheduler.StuckAfter);
    }
}
