using System.Text;
using Hkall.Domain.Calendar;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Iso18626;

/// <summary>What systems in the field send otherwise than the schema has it, and mean all the same.</summary>
public sealed class LenientReadingTests
{
    private static readonly LibraryCalendar Calendar = new(LibraryCalendar.HongKong, Holidays.OfHongKong().Select(holiday => holiday.Date));

    [Fact]
    public void Empty_elements_are_as_good_as_none()
    {
        var read = Read(
            Supplier(
                "<note/><reasonUnfilled></reasonUnfilled>", "<dueDate/><expectedDeliveryDate>  </expectedDeliveryDate>",
                "<deliveryInfo><dateSent/><deliveryCosts><currencyCode/><monetaryValue/></deliveryCosts></deliveryInfo>"));

        read.Faults.ShouldBeEmpty();
        var message = read.Message.ShouldBeOfType<SupplierMessage>();
        message.Info.ShouldBe(new MessageInfo { Reason = ReasonForMessage.StatusChange });
        message.Status.Due.ShouldBeNull();
        message.Delivery.ShouldBeNull();
    }

    [Fact]
    public void A_message_needs_no_number_for_several_items() =>
        Read(Supplier().Replace("<multipleItemRequestId></multipleItemRequestId>", string.Empty, StringComparison.Ordinal)).Faults.ShouldBeEmpty();

    [Fact]
    public void Elements_may_come_in_any_order()
    {
        var xml = Supplier();
        var header = xml[xml.IndexOf("<header>", StringComparison.Ordinal)..(xml.IndexOf("</header>", StringComparison.Ordinal) + "</header>".Length)];
        var read = Read(
            xml.Replace(header, string.Empty, StringComparison.Ordinal)
                .Replace("</supplyingAgencyMessage>", header + "</supplyingAgencyMessage>", StringComparison.Ordinal));

        read.Faults.ShouldBeEmpty();
        read.Header!.RequesterRequestId.ShouldBe("R1");
    }

    [Theory]
    [InlineData("version=\"1.2\"", IsoVersion.V12)]
    [InlineData("ill:version=\"1.1\" xmlns:ill=\"http://illtransactions.org/2013/iso18626\"", IsoVersion.V12)]
    [InlineData("version=\"2021-2\"", IsoVersion.V2021)]
    [InlineData("version=\"2021-3\"", IsoVersion.V2021)]
    [InlineData("version=\"1.3\"", IsoVersion.V2021)]
    public void The_version_is_told_by_its_attribute_whatever_its_namespace(string attribute, IsoVersion version)
    {
        var read = Read(Supplier().Replace("version=\"1.2\"", attribute, StringComparison.Ordinal));

        read.Version.ShouldBe(version);
        read.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_version_the_shape_tells()
    {
        Read(Without(Supplier())).Version.ShouldBe(IsoVersion.V12, "Only 1.2 has a number for several items in this message.");
        var plain = Without(Supplier()).Replace("<multipleItemRequestId></multipleItemRequestId>", string.Empty, StringComparison.Ordinal);
        Read(plain).Version.ShouldBeNull("Both could be so.");
        Read(plain.Replace(
            "</supplyingAgencyMessage>", "<retryInfo><retryBefore>2026-12-01</retryBefore></retryInfo></supplyingAgencyMessage>",
            StringComparison.Ordinal)).Version.ShouldBe(IsoVersion.V2021);

        foreach (var version in Enum.GetValues<IsoVersion>())
        {
            var request = new SupplyRequest
            {
                Header = new Header
                {
                    Supplier = AgencyId.Parse("ISIL:A"),
                    Requester = AgencyId.Parse("ISIL:B"),
                    Timestamp = DateTimeOffset.UnixEpoch,
                    RequesterRequestId = "R1"
                },
                Item = new BibliographicInfo { Title = "T", ItemIds = [new ItemId { Code = new Code("ISBN"), Identifier = "9780306406157" }] },
                Service = new ServiceInfo { Service = RequestedService.Loan },
            };
            var xml = Encoding.UTF8.GetString(IsoXml.Write(request, version))
                .Replace($"ill:version=\"{IsoXml.NameOf(version)}\"", string.Empty, StringComparison.Ordinal);
            Read(xml).Version.ShouldBe(version, "The number and its kind have changed places.");
        }

        static string Without(string xml) => xml.Replace(" version=\"1.2\"", string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_version_may_have_elements_that_we_do_not_know()
    {
        Read(Supplier("<mood>fine</mood>")).Faults.ShouldBe([new ErrorData { Type = ErrorType.UnrecognisedDataElement, Value = "mood" }]);
        Read(Supplier("<mood>fine</mood>").Replace("\"1.2\"", "\"2027-1\"", StringComparison.Ordinal)).Faults.ShouldBeEmpty();
        Read(Supplier("<x:mood xmlns:x=\"urn:elsewhere\"><x:deep/></x:mood>")).Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-12-01T23:59:59Z", "2026-12-01")]
    [InlineData("2026-12-01T23:59:59", "2026-12-01")]
    [InlineData("2026-12-01T23:59:59.999Z", "2026-12-01")]
    [InlineData("2026-12-01T23:59:59+08:00", "2026-12-01")]
    [InlineData("2026-12-01T15:59:59Z", "2026-12-01")]
    [InlineData("2026-12-01T23:59:59-0500", "2026-12-01")]
    [InlineData("2026-12-01", "2026-12-01")]
    [InlineData("2026-12-01+08:00", "2026-12-01")]
    [InlineData("2026-12-01T00:00:00+11:00", "2026-12-01")]
    [InlineData("2026-12-01T24:00:00Z", "2026-12-02")]
    [InlineData("2026-12-01T10:30:00Z", "2026-12-01")]
    [InlineData("2026-12-01 18:30", "2026-12-02")]
    [InlineData("2026-12-01T18:30:00UTC", "2026-12-02")]
    public void A_due_date_is_the_day_that_was_meant(string written, string meant)
    {
        var message = Read(Supplier(status: $"<dueDate>{written}</dueDate>")).Message.ShouldBeOfType<SupplierMessage>();

        IsoDates.DateOf(message.Status.Due!.Value, Calendar).ShouldBe(DateOnly.Parse(meant, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30")]
    [InlineData("2026-12-01T25:00:00Z")]
    [InlineData("2026-12-01T10:00:00+99:00")]
    [InlineData("2026-12-01T10:00:00.Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T24:00:00Z")]
    public void A_date_that_is_none_is_told_back(string written) =>
        Read(Supplier(status: $"<dueDate>{written}</dueDate>")).Faults.ShouldBe([new ErrorData { Type = ErrorType.UnrecognisedDataValue, Value = written }]);

    [Fact]
    public void Every_day_is_read_as_it_was_sent()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            IsoDates.DateOf(IsoDates.WholeDay(day), Calendar).ShouldBe(day);
        }
    }

    private static ReadMessage Read(string xml) => IsoXml.Read(Encoding.UTF8.GetBytes(xml));

    private static string Supplier(string info = "", string status = "", string more = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <ISO18626Message xmlns="http://illtransactions.org/2013/iso18626" version="1.2">
          <!-- from the field -->
          <supplyingAgencyMessage>
            <header>
              <supplyingAgencyId><agencyIdType>ISIL</agencyIdType><agencyIdValue>A</agencyIdValue></supplyingAgencyId>
              <requestingAgencyId><agencyIdType>ISIL</agencyIdType><agencyIdValue>B</agencyIdValue></requestingAgencyId>
              <multipleItemRequestId></multipleItemRequestId>
              <timestamp>2026-11-23T01:00:00Z</timestamp>
              <requestingAgencyRequestId>R1</requestingAgencyRequestId>
            </header>
            <messageInfo><reasonForMessage>StatusChange</reasonForMessage>{info}</messageInfo>
            <statusInfo><status>Loaned</status>{status}<lastChange>2026-11-23T01:00:00Z</lastChange></statusInfo>
            {more}
          </supplyingAgencyMessage>
        </ISO18626Message>
        """;
}
