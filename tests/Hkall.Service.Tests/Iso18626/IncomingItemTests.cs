using Hkall.Domain.Calendar;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Lending;
using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Iso18626;

/// <summary>What another library says of the item it wants is read, or kept in the note for our staff.</summary>
public sealed class IncomingItemTests
{
    private static readonly LibraryCalendar Calendar = new(LibraryCalendar.HongKong, Holidays.OfHongKong().Select(holiday => holiday.Date));

    private static readonly Partner Borrower = new()
    {
        Symbol = "HKU",
        Name = "HKU",
        Tier = Tier.Hkall,
        AgencyId = "SIM:HKU",
        Secrets = [],
    };

    [Theory]
    [InlineData("9780394740676 (pbk.)")]
    [InlineData("ISBN 0-394-74067-X")]
    [InlineData("９７８－０－３９４－７４０６７－６")]
    [InlineData("978\u20110394740676")]
    public void An_isbn_is_read_with_its_label_and_remark(string written)
    {
        var message = Heard(new BibliographicInfo { Title = "T", ItemIds = [Number("ISBN", written)] });

        message.Item!.Isbn.ShouldBe("9780394740676");
        message.Note.ShouldBeNull();
    }

    [Fact]
    public void The_first_number_that_can_be_read_counts_and_the_others_are_kept_as_sent()
    {
        var message = Heard(new BibliographicInfo
        {
            Title = "T",
            SeriesTitle = "A series",
            ItemIds = [Number("ISBN", "bad"), Number("ISBN", "9780394740676")],
        });

        message.Item!.Isbn.ShouldBe("9780394740676");
        message.Note.ShouldBeNull();
        message.Details!.Numbers.ShouldBe(["ISBN bad"]);
        message.Details.Series.ShouldBe("A series");
    }

    [Fact]
    public void What_has_no_field_of_the_item_is_kept_beside_it()
    {
        var message = Heard(
            new BibliographicInfo { Title = "T", SupplierUniqueRecordId = "991000", RecordIds = [new RecordId { Code = new Code("LCCN"), Identifier = "75-1" }] },
            new ServiceInfo
            {
                Service = RequestedService.Loan,
                RequestType = RequestType.Retry,
                PreviousRequestId = "0",
                Format = new Code("LargePrint"),
                AnyEdition = YesNo.N,
            });

        message.Details.ShouldNotBeNull();
        (message.Details.OurRecord, message.Details.Format, message.Details.Edition, message.Details.RetryOf)
            .ShouldBe(("991000", "LargePrint", EditionWish.ThisOne, "0"));
        message.Details.Numbers.ShouldBe(["LCCN 75-1"]);
        Heard(new BibliographicInfo { Title = "T" }).Details.ShouldBeNull();
    }

    [Theory]
    [InlineData(PreferredEdition.AnyEdition, EditionWish.Any)]
    [InlineData(PreferredEdition.ThisEdition, EditionWish.ThisOne)]
    [InlineData(PreferredEdition.MostRecentEdition, EditionWish.MostRecent)]
    public void The_edition_wanted_is_read_in_the_newer_standard_too(PreferredEdition said, EditionWish read) =>
        Heard(new BibliographicInfo { Title = "T" }, new ServiceInfo { Service = RequestedService.Loan, PreferredEdition = said }).Details!.Edition.ShouldBe(read);

    [Fact]
    public void The_title_has_its_subtitle_once()
    {
        Heard(new BibliographicInfo { Title = "Stone", Subtitle = "a story" }).Item!.Title.ShouldBe("Stone : a story");
        Heard(new BibliographicInfo { Title = "Stone: a story", Subtitle = "A story" }).Item!.Title.ShouldBe("Stone: a story");
    }

    private static ItemId Number(string code, string number) => new() { Code = new Code(code), Identifier = number };

    private static BorrowerMessage Heard(BibliographicInfo item, ServiceInfo? service = null) => IncomingRequestMessages.Of(
        new SupplyRequest
        {
            Header = new Header { Requester = new AgencyId(new Code("SIM"), "HKU"), RequesterRequestId = "1" },
            Item = item,
            Service = service ?? new ServiceInfo { Service = RequestedService.Loan },
        },
        new Sender(Borrower, "m-1", DateTimeOffset.UnixEpoch),
        Calendar);
}
