using System.Net;
using System.Net.Http.Headers;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Partners;

/// <summary>A library's server that is busy and says for how long: we write to it again after that time, whether it supplies or borrows.</summary>
public sealed class AskedToWaitTests
{
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_busy_borrower_that_asks_for_an_hour_is_written_to_again_after_an_hour()
    {
        var world = await World.InMemoryAsync();
        world.Lenders.HeldHere = true;
        await using var callers = new Callers(world, [Mishap.None]);
        world.Lenders.Answers = BusyForAnHour;
        await callers.Service.Envelopes.SendAsync(
            new BorrowerMessage
            {
                MessageId = "m-1",
                Kind = BorrowerMessageKind.Request,
                Symbol = "CUHK",
                AgencyId = "JULAC:CUHK",
                RequestId = "CUHK-2026-1",
                ReceivedAt = world.Now,
                Service = ServiceType.Loan,
                Item = Patrons.ABook.Item,
            },
            CancellationToken.None);
        callers.Service.Get<IRequestScheduler>().MessageQueued();

        await ShouldWaitForAnHourAsync(callers, () => [.. world.Lenders.Told.Select(told => told.MessageId)]);
    }

    [Fact]
    public async Task A_busy_supplier_that_asks_for_an_hour_is_written_to_again_after_an_hour()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        world.Lenders.Answers = BusyForAnHour;
        await callers.AskAsync(service => service.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook, Patrons.Key("once"), service.Stop));

        await ShouldWaitForAnHourAsync(callers, () => [.. world.Lenders.Heard.Select(heard => heard.MessageId)]);
    }

    private static async Task ShouldWaitForAnHourAsync(Callers callers, Func<IReadOnlyList<string>> tries)
    {
        await callers.PassAsync(TimeSpan.Zero);
        var message = tries().ShouldHaveSingleItem();

        callers.World.Lenders.Answers = null;
        await callers.PassAsync(AnHour - AMinute);
        tries().ShouldBe([message]);

        await callers.PassAsync(2 * AMinute);
        tries().ShouldBe([message, message]);
    }

    private static HttpResponseMessage BusyForAnHour() =>
        new(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(AnHour) } };
}
