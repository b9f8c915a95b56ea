using Hkall.Domain.Calendar;
using Hkall.Domain.Tests.Kit;
using Hkall.Service.Inbox;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Iso18626.Profiles;

/// <summary>What comes of each message of each system, as it writes it, wherever our request stands.</summary>
public sealed class ConversationTableTests
{
    private static readonly LibraryCalendar Calendar = new(LibraryCalendar.HongKong, Holidays.OfHongKong().Select(holiday => holiday.Date));

    public static TheoryData<Vendor> EverySystem => [.. Enum.GetValues<Vendor>()];

    [Fact]
    public void Every_message_of_every_system_leads_where_it_was_approved() =>
        ConversationTable.Written().ShouldMatchApproved("../Hkall.Service.Tests/Iso18626/Profiles/answers.txt");

    [Fact]
    public void Every_message_is_read_whole_however_its_system_writes_it()
    {
        foreach (var (vendor, name, read) in ConversationTable.Read())
        {
            read.Faults.ShouldBeEmpty($"{vendor}: {name}");
            read.Message.ShouldNotBeNull($"{vendor}: {name}");
        }
    }

    [Fact]
    public void No_place_of_the_table_has_been_renamed_away()
    {
        ConversationTable.OurRequests.Count.ShouldBe(18);
        ConversationTable.OurLoans.Count.ShouldBe(15);
    }

    [Theory, MemberData(nameof(EverySystem))]
    public void An_item_is_due_on_the_day_that_each_system_means(Vendor vendor) =>
        NewsOf(vendor, "has sent it").DueOn.ShouldBe(new DateOnly(2026, 12, 31));

    [Theory, MemberData(nameof(EverySystem))]
    public void A_copy_is_fetched_from_where_each_system_says(Vendor vendor) =>
        NewsOf(vendor, "has a copy at an address").Address.ShouldBe("https://files.hku.example/scan-1.pdf");

    [Fact]
    public void A_note_of_oclc_is_shown_without_the_line_about_no_conditions_and_ends_no_loan()
    {
        var news = NewsOf(Vendor.Oclc, "writes a note");

        news.Status.ShouldBe(CallbackStatus.Note);
        news.Note.ShouldBe("Please handle with care.");
        NewsOf(Vendor.Oclc, "has it back").Status.ShouldBe(CallbackStatus.Completed);
        NewsOf(Vendor.Oclc, "has sent it").Note.ShouldBeNull();
    }

    [Fact]
    public void One_library_of_crosslink_that_cannot_supply_ends_nothing_and_crosslinks_own_refusal_does()
    {
        var one = NewsOf(Vendor.CrossLink, "one of its libraries cannot supply");

        one.Status.ShouldBe(CallbackStatus.Note);
        one.Note.ShouldBe("A library that was asked cannot supply it (NotOnShelf).");
        NewsOf(Vendor.CrossLink, "cannot supply").Status.ShouldBe(CallbackStatus.Unfilled);
    }

    private static PartnerMessage NewsOf(Vendor vendor, string name)
    {
        SupplierMessage heard = ConversationTable.Heard(vendor, TheirMessages.OfLender(vendor).First(row => row.Name == name).Xml);
        return IncomingSupplyMessages.Of(heard, "R-1", "HKU", "m-1", DateTimeOffset.UnixEpoch, Calendar);
    }
}
