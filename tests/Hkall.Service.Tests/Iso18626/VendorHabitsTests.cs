using Hkall.Domain.Calendar;
using Hkall.Service.Inbox;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Iso18626.Vendors;
using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Iso18626;

/// <summary>What systems say in notes, put into plain terms and back.</summary>
public sealed class VendorHabitsTests
{
    private static readonly LibraryCalendar Calendar = new(LibraryCalendar.HongKong, Holidays.OfHongKong().Select(holiday => holiday.Date));

    [Fact]
    public void A_marker_of_reshare_makes_a_notification_a_condition()
    {
        var heard = Of(Vendor.ReShare)
            .Heard(Message(ReasonForMessage.Notification, SupplyStatus.ExpectToSupply, "#ReShareAddLoanCondition# No photographs, please. #seq:4#"));

        heard.Info.Note.ShouldBe("No photographs, please.");
        var news = NewsOf(heard);
        news.Status.ShouldBe(CallbackStatus.Conditional);
        news.Reason.ShouldBe("other");
        news.LibraryUseOnly.ShouldBeFalse();
    }

    [Fact]
    public void Counts_and_markers_of_reshare_are_not_shown_to_staff()
    {
        NewsOf(Of(Vendor.ReShare).Heard(Message(ReasonForMessage.StatusChange, SupplyStatus.Loaned, "#seq:12##lastSeq:11#"))).Note.ShouldBeNull();
        NewsOf(Of(Vendor.ReShare)
            .Heard(Message(ReasonForMessage.Notification, SupplyStatus.RequestReceived, "#ReShareSupplierConditionsAssumedAgreed#Thanks"))).Note.ShouldBe(
                "Thanks");
        NewsOf(Of(Vendor.Plain).Heard(Message(ReasonForMessage.StatusChange, SupplyStatus.Loaned, "#seq:12#"))).Note.ShouldBe("#seq:12#");
    }

    [Theory]
    [InlineData(Vendor.Plain, "ACCEPT", "REJECT")]
    [InlineData(Vendor.Alma, "ACCEPT", "REJECT")]
    [InlineData(Vendor.ReShare, "#ReShareLoanConditionAgreeResponse#", "#ReShareLoanConditionRejectResponse#")]
    public void The_answer_to_conditions_is_said_and_heard_in_each_ones_words(Vendor vendor, string yes, string no)
    {
        foreach (var (plain, theirs, accepts) in new[] { (VendorProfile.Accept, yes, true), (VendorProfile.Reject, no, false) })
        {
            var told = Of(vendor).Told(new RequesterMessage { Action = RequesterAction.Notification, Note = plain });
            told.Note.ShouldBe(theirs);
            VendorProfile.AnswerToConditions(Of(vendor).Heard(told)).ShouldBe(accepts);
        }

        VendorProfile.AnswerToConditions(Of(vendor).Heard(new RequesterMessage { Action = RequesterAction.Notification, Note = "Many thanks" })).ShouldBeNull();
        VendorProfile.AnswerToConditions(new RequesterMessage { Action = RequesterAction.Received, Note = "ACCEPT" }).ShouldBeNull();
    }

    [Fact]
    public void Conditions_of_ours_are_marked_for_reshare_and_asked_about_in_english_of_alma()
    {
        var conditional =
            Message(
                ReasonForMessage.StatusChange, SupplyStatus.WillSupply,
                "Handle with care") with
            { Delivery = new DeliveryInfo { LoanConditions = [new Code("LibraryUseOnly")] } };

        Of(Vendor.Plain).Told(conditional).ShouldBe(conditional);
        Of(Vendor.ReShare).Told(conditional).Info.Note.ShouldBe("#ReShareAddLoanCondition# Handle with care");
        var alma = Of(Vendor.Alma).Told(conditional);
        alma.Info.Note.ShouldBe("Handle with care\nPlease respond `ACCEPT` or `REJECT`");
        alma.Info.Reason.ShouldBe(ReasonForMessage.RequestResponse);
        NewsOf(Of(Vendor.Alma)
            .Heard(Message(ReasonForMessage.RequestResponse, SupplyStatus.WillSupply, "Fee 10 EUR. Please respond `ACCEPT` or `REJECT`"))).Status.ShouldBe(
                CallbackStatus.Conditional);
    }

    [Fact]
    public void Alma_hears_only_words_of_its_version_and_numbers_it_knows()
    {
        Of(Vendor.Alma).Told(Message(ReasonForMessage.RequestResponse, SupplyStatus.ExpectToSupply, null)).Status.Status.ShouldBe(SupplyStatus.RequestReceived);
        Of(Vendor.Alma).Told(Message(ReasonForMessage.RequestResponse, SupplyStatus.Loaned, null)).Info.Reason.ShouldBe(ReasonForMessage.StatusChange);
        Of(Vendor.Alma).Told(new SupplyRequest
        {
            Item = new BibliographicInfo
            {
                ItemIds = [new ItemId { Code = new Code("DOI"), Identifier = "10.1/x" },
                new ItemId { Code = new Code("ISSN"), Identifier = "0005-8580" }]
            },
        }).Item.ItemIds.Select(id => id.Identifier).ShouldBe(["0005-8580"]);
    }

    private static VendorProfile Of(Vendor vendor) => VendorProfile.Of(vendor);

    private static SupplierMessage Message(ReasonForMessage reason, SupplyStatus status, string? note) => new()
    {
        Info = new MessageInfo { Reason = reason, Note = note },
        Status = new StatusInfo { Status = status },
    };

    private static PartnerMessage NewsOf(SupplierMessage message) => IncomingSupplyMessages.Of(message, "R1", "HKU", "m-1", DateTimeOffset.UnixEpoch, Calendar);
}
