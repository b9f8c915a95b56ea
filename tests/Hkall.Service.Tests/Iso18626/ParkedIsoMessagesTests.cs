using System.Text;
using Hkall.Domain;
using Hkall.Service.Inbox;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.Service.Staff;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Iso18626;

/// <summary>ISO 18626 messages that we answered with an error, when staff have them read again.</summary>
public sealed class ParkedIsoMessagesTests
{
    private static CancellationToken None => CancellationToken.None;

    /// <summary>Version 1.0.0 did not store the library beside the detail.</summary>
    [Theory]
    [InlineData("CUHK")]
    [InlineData(null)]
    public async Task A_message_that_the_service_can_use_by_now_is_taken_in(string? storedSymbol)
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var id = await new Journeys(callers).PlaceAsync(Patrons.ABook);
        var parked = callers.Service.Get<ParkedMessages>();
        await parked.ParkAsync(WillSupply(id), ParkedReason.Refused, "CUHK: UnrecognisedDataValue", None, storedSymbol, "m-1");

        await RetryOnlyAsync(callers);

        (await parked.ListAsync(10, None)).ShouldBeEmpty();
        (await Books.RequestsAsync(world)).ShouldHaveSingleItem().Card.Request.Status.ShouldBe(RequestStatus.Expected);
    }

    [Fact]
    public async Task A_message_that_is_still_faulty_stays_parked_for_its_own_reason()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var parked = callers.Service.Get<ParkedMessages>();
        await parked.ParkAsync("<notAMessage/>", ParkedReason.Refused, "CUHK: BadlyFormedMessage", None, "CUHK");
        var before = (await parked.ListAsync(10, None)).ShouldHaveSingleItem();

        await RetryOnlyAsync(callers);

        (await parked.ListAsync(10, None)).ShouldHaveSingleItem().ShouldBe(before);
    }

    [Fact]
    public async Task A_message_whose_library_has_left_the_directory_stays_parked()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var parked = callers.Service.Get<ParkedMessages>();
        await parked.ParkAsync("<notAMessage/>", ParkedReason.Refused, "NUS: BadlyFormedMessage", None, "NUS");

        await RetryOnlyAsync(callers);

        (await parked.ListAsync(10, None)).ShouldHaveSingleItem().Symbol.ShouldBe("NUS");
    }

    private static async Task RetryOnlyAsync(Callers callers)
    {
        var id = (await callers.Service.Get<ParkedMessages>().ListAsync(10, None)).ShouldHaveSingleItem().Id;
        (await callers.Service.Get<ParkedRetries>().RetryAsync(id, None)).ShouldBeTrue();
        await callers.AFewMinutesLaterAsync();
    }

    private static string WillSupply(string requestId) => Encoding.UTF8.GetString(IsoXml.Write(
        new SupplierMessage
        {
            Header = new Header
            {
                Supplier = AgencyId.Parse("JULAC:CUHK"),
                Requester = AgencyId.Parse("JULAC:LNU"),
                Timestamp = World.Opening,
                RequesterRequestId = requestId,
            },
            Info = new MessageInfo { Reason = ReasonForMessage.RequestResponse },
            Status = new StatusInfo { Status = SupplyStatus.WillSupply, LastChange = World.Opening },
        },
        IsoVersion.V12));
}
