using Hkall.Domain.Model;
using Hkall.LocalHost.Tests.Journeys;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Iso18626;

/// <summary>A library that borrows from us in ISO 18626: what it asks for is taken in, and what we say reaches it in its own version.</summary>
public abstract class BorrowersTests(IsoVersion version) : IAsyncLifetime
{
    private ABench _bench = null!;
    private AnIsoInbox _inbox = null!;
    private AnIsoLibrary _hku = null!;

    public async Task InitializeAsync()
    {
        _bench = await BenchAsync();
        _inbox = await AnIsoInbox.StartAsync(version);
        _hku = new AnIsoLibrary(_bench, "HKU", version);
        await _bench.Service<PartnerDirectory>().PutAsync(
            [
                new Partner
                {
                    Symbol = "HKU",
                    Name = "The University of Hong Kong",
                    Tier = Tier.Hkall,
                    AgencyId = "JULAC:HKU",
                    Protocol = Protocol.Iso18626,
                    Endpoint = _inbox.Url,
                    Secrets = [await _hku.SecretAsync()],
                },
            ],
            CancellationToken.None);
    }

    protected virtual Task<ABench> BenchAsync() => ABench.InMemoryAsync();

    public async Task DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _inbox.DisposeAsync();
    }

    [Fact]
    public async Task A_request_is_confirmed_and_answered_in_the_version_it_came_in()
    {
        (await _hku.SaysAsync(Request("HKU-7"))).Header.Status.ShouldBe(MessageStatus.OK);

        var answer = _inbox.Received.ShouldHaveSingleItem();
        answer.Faults.ShouldBeEmpty();
        answer.Version.ShouldBe(version);
        var message = answer.Message.ShouldBeOfType<SupplierMessage>();
        message.Header.Supplier.ShouldBe(AnIsoLibrary.OurLibrary);
        message.Header.Requester!.ToString().ShouldBe("JULAC:HKU");
        message.Header.RequesterRequestId.ShouldBe("HKU-7");
        message.Header.SupplierRequestId.ShouldNotBeNull();
        message.Info.Reason.ShouldBe(ReasonForMessage.RequestResponse);
        (await _bench.LendingStaff().ParkedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_sent_again_is_the_same_request()
    {
        await _hku.SaysAsync(Request("HKU-7"), id: "first");
        await _hku.SaysAsync(Request("HKU-7"), id: "first");
        await _hku.SaysAsync(
            Request("HKU-7") with { Service = new ServiceInfo { RequestType = RequestType.Reminder, Service = RequestedService.Loan } }, id: "second");

        _inbox.Received.Select(read => read.Message)
            .OfType<SupplierMessage>().Select(message => message.Header.SupplierRequestId).Distinct().Count().ShouldBe(1);
        _inbox.Received.Select(read => read.Message).OfType<SupplierMessage>().Last().Info.Reason.ShouldBe(ReasonForMessage.StatusRequestResponse);
    }

    [Fact]
    public async Task A_library_that_asks_where_its_request_stands_is_told()
    {
        await _hku.SaysAsync(Request("HKU-7"));
        (await _hku.SaysAsync(_hku.Asking("HKU-7", RequesterAction.StatusRequest))).ShouldBeOfType<RequesterMessageConfirmation>().Action.ShouldBe(
            RequesterAction.StatusRequest);

        _inbox.Received.Last().Message.ShouldBeOfType<SupplierMessage>().Info.Reason.ShouldBe(ReasonForMessage.StatusRequestResponse);
    }

    [Theory]
    [InlineData(RequesterAction.Renew, null)]
    [InlineData(RequesterAction.Received, null)]
    [InlineData(RequesterAction.ShippedReturn, null)]
    [InlineData(RequesterAction.Cancel, "L-9")]
    public async Task A_word_that_only_follows_an_answer_of_ours_is_refused_where_there_was_none(RequesterAction action, string? ourNumber)
    {
        var word = _hku.Asking("HKU-8", action);
        var confirmation = await _hku.SaysAsync(word with { Header = word.Header with { SupplierRequestId = ourNumber } });

        (confirmation.Header.Status, confirmation.Errors.ShouldHaveSingleItem()).ShouldBe(
            (MessageStatus.ERROR, new ErrorData { Type = ErrorType.UnrecognisedDataValue, Value = "HKU-8" }));
        (await _bench.LendingStaff().ParkedAsync()).ShouldHaveSingleItem().At("why").ShouldBe("refused");
    }

    [Fact]
    public async Task A_word_that_names_our_number_is_heard()
    {
        await _hku.SaysAsync(Request("HKU-7"));
        var ours = _inbox.Received.Last().Header!.SupplierRequestId;
        var word = _hku.Asking("HKU-7", RequesterAction.StatusRequest);

        (await _hku.SaysAsync(word with { Header = word.Header with { SupplierRequestId = ours } })).Header.Status.ShouldBe(MessageStatus.OK);
        _inbox.Received.Last().Message.ShouldBeOfType<SupplierMessage>().Info.Reason.ShouldBe(ReasonForMessage.StatusRequestResponse);
    }

    [Fact]
    public async Task What_the_library_says_of_the_item_is_shown_to_staff()
    {
        var request = Request("HKU-7");
        await _hku.SaysAsync(request with
        {
            Item = request.Item with { SupplierUniqueRecordId = "991000", ItemIds = [new ItemId { Code = new Code("ISBN"), Identifier = "9760199591787" }] },
            Service = request.Service! with { AnyEdition = YesNo.Y },
        });

        var id = _inbox.Received.Last().Header!.SupplierRequestId!;
        var details = (await _bench.LendingStaff().GetAsync($"/api/staff/lending/{id}")).ShouldBe(200).Json.GetProperty("state").GetProperty("details");
        (details.At("ourRecord"), details.GetProperty("numbers")[0].GetString(), details.At("edition")).ShouldBe(("991000", "ISBN 9760199591787", "any"));
    }

    [Fact]
    public async Task A_word_that_may_have_overtaken_its_request_lies_with_staff()
    {
        (await _hku.SaysAsync(_hku.Asking("HKU-8", RequesterAction.Cancel))).Header.Status.ShouldBe(MessageStatus.OK);

        (await _bench.LendingStaff().ParkedAsync()).ShouldHaveSingleItem().At("why").ShouldBe("unknown-request");
        _inbox.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_for_nothing_is_refused()
    {
        var confirmation = await _hku.SaysAsync(Request("HKU-9") with { Item = new BibliographicInfo { Author = "Somebody" } });

        confirmation.Errors.ShouldBe([new ErrorData { Type = ErrorType.UnrecognisedDataElement, Value = "bibliographicInfo" }]);
    }

    private SupplyRequest Request(string id) => new()
    {
        Header = _hku.Asking(id, RequesterAction.Received).Header,
        Item = new BibliographicInfo
        {
            Title = "Nineteen Eighty-Four",
            Author = "Orwell, George",
            ItemIds = [new ItemId { Code = new Code("ISBN"), Identifier = "9780451524935" }]
        },
        Service = new ServiceInfo { RequestType = RequestType.New, Service = RequestedService.Loan },
        Requester = new RequestingAgencyInfo { Name = "The University of Hong Kong" },
    };
}

public sealed class BorrowersIn12Tests() : BorrowersTests(IsoVersion.V12);

public sealed class BorrowersIn2021Tests() : BorrowersTests(IsoVersion.V2021);

[Collection(JourneysOnAzurite.Name)]
[Trait("Run", "Full")]
public sealed class BorrowersOnAzuriteTests(AzuriteForJourneys azurite) : BorrowersTests(IsoVersion.V12)
{
    protected override Task<ABench> BenchAsync() => azurite.BenchAsync();
}
