using System.Collections.Concurrent;
using System.Diagnostics;
using Hkall.Service.Telemetry;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>What those see who look after the service: what wakes a request, and its journey as one trace.</summary>
public sealed class WhatOperatorsSeeTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Staff_see_what_wakes_a_request_beside_what_is_recorded()
    {
        await _bench.ScriptAsync("*", "silent");
        var id = await _bench.Patron("okafor").HasPlacedAsync(Orders.Piketty);

        var seen = (await _bench.LendingStaff().GetAsync($"/api/staff/orchestrations/{id}")).ShouldBe(200).Json;
        seen.At("status").ShouldBe("sourcing");
        seen.At("deadline.for").ShouldBe("supplier-reply");
        seen.At("recordedWake").ShouldBe(seen.At("deadline.at"));
        seen.At("waker.state").ShouldBe("Armed");
        seen.GetProperty("waker").GetProperty("armedFor").GetDateTimeOffset().ShouldBe(seen.GetProperty("deadline").GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task Staff_cannot_look_at_what_wakes_a_request_that_is_not_there() =>
        (await _bench.LendingStaff().GetAsync("/api/staff/orchestrations/7YBQTXCRG9ED4R6FMQ0ATT53EQ")).ShouldBe(404);

    [Fact]
    public async Task Patrons_do_not_see_what_wakes_a_request() =>
        (await _bench.Patron("okafor").GetAsync("/api/staff/orchestrations/7YBQTXCRG9ED4R6FMQ0ATT53EQ")).ShouldBe(403);

    [Fact]
    public async Task A_requests_whole_journey_is_one_trace_and_names_nobody()
    {
        var steps = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RequestTracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = steps.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await _bench.ScriptAsync("*", "silent");
        var id = await _bench.Patron("okafor").HasPlacedAsync(Orders.Piketty);
        await _bench.AdvanceAsync("P10D");

        var journey = steps.Where(step => step.GetTagItem(RequestTracing.RequestIdTag) as string == id).ToList();
        journey.Select(step => step.OperationName).Distinct().ShouldBe(["commit", "deliver", "turn"], ignoreOrder: true);
        journey.ShouldAllBe(step => step.TraceId == RequestTracing.Of(id).TraceId);
        string.Join('\n', journey.SelectMany(step => step.TagObjects).Select(tag => tag.Value)).ShouldNotContain("okafor", Case.Insensitive);
    }
}
