using Hkall.Domain.Calendar;
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
    public void The_first_number_that_can_be_read_counts_and_the_others_stay_in_the_note()
    {
        var message = Heard(new BibliographicInfo
        {
            Title = "T",
            SeriesTitle = "A series",
            ItemIds = [Number("ISBN", "bad"), Number("ISBN", "9780394740676")],
        });

        message.Item!.Isbn.ShouldBe("9780394740676");
        message.Note.ShouldBe("(Also sent: ISBN bad; series A series.)");
    }

    [Fact]
    public void The_title_has_its_subtitle_once()
    {
        Heard(new BibliographicInfo { Title = "Stone", Subtitle = "a story" }).Item!.Title.ShouldBe("Stone : a story");
        Heard(new BibliographicInfo { Title = "Stone: a story", Subtitle = "A story" }).Item!.Title.ShouldBe("Stone: a story");
    }

    private static ItemId Number(string code, string number) => new() { Code = new Code(code), Identifier = number };

    private static BorrowerMessage Heard(BibliographicInfo item) => IncomingRequestMessages.Of(
        new SupplyRequest
        {
            Header = new Header { Requester = new AgencyId(new Code("SIM"), "HKU"), RequesterRequestId = "1" },
            Item = item,
            Service = new ServiceInfo { Service = RequestedService.Loan },
        },
        new Sender(Borrower, "m-1", DateTimeOffset.UnixEpoch),
        Calendar);
}
