using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.Service.Inbox;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Tests.Iso18626;

/// <summary>Every status and reason of a supplying library, and what the desk hears in it.</summary>
public sealed class SupplierNewsTests
{
    private static readonly LibraryCalendar Calendar = new(LibraryCalendar.HongKong, Holidays.OfHongKong().Select(holiday => holiday.Date));
    private static readonly DateOnly Due = new(2026, 12, 24);

    [Theory]
    [InlineData(SupplyStatus.RequestReceived, CallbackStatus.Acknowledged)]
    [InlineData(SupplyStatus.ExpectToSupply, CallbackStatus.ExpectToSupply)]
    [InlineData(SupplyStatus.WillSupply, CallbackStatus.WillSupply)]
    [InlineData(SupplyStatus.Loaned, CallbackStatus.Shipped)]
    [InlineData(SupplyStatus.Overdue, CallbackStatus.Overdue)]
    [InlineData(SupplyStatus.Recalled, CallbackStatus.Recalled)]
    [InlineData(SupplyStatus.RetryPossible, CallbackStatus.RetryPossible)]
    [InlineData(SupplyStatus.Unfilled, CallbackStatus.Unfilled)]
    [InlineData(SupplyStatus.CopyCompleted, CallbackStatus.CopyReady)]
    [InlineData(SupplyStatus.LoanCompleted, CallbackStatus.Completed)]
    [InlineData(SupplyStatus.CompletedWithoutReturn, CallbackStatus.Lost)]
    [InlineData(SupplyStatus.Cancelled, CallbackStatus.Cancelled)]
    [InlineData(SupplyStatus.HoldReturn, CallbackStatus.HoldReturn)]
    [InlineData(SupplyStatus.ReleaseHoldReturn, CallbackStatus.ReleaseHoldReturn)]
    public void Every_status_is_news(SupplyStatus status, CallbackStatus heard)
    {
        foreach (var reason in new[] { ReasonForMessage.RequestResponse, ReasonForMessage.StatusChange, ReasonForMessage.StatusRequestResponse })
        {
            var news = NewsOf(Message(reason, status));
            news.Status.ShouldBe(heard);
            news.ToNews().Symbol.ShouldBe("HKU");
        }
    }

    [Fact]
    public void A_notification_repeats_a_status_and_changes_none()
    {
        foreach (var status in Enum.GetValues<SupplyStatus>())
        {
            var message = Message(ReasonForMessage.Notification, status);

            NewsOf(message with { Info = message.Info with { Note = "Two maps are in it." } }).Status.ShouldBe(CallbackStatus.Note, status.ToString());
            NewsOf(message).Status.ShouldBe(CallbackStatus.Acknowledged, status.ToString());
        }
    }

    [Fact]
    public void No_status_is_forgotten() =>
        typeof(SupplierNewsTests).GetMethod(nameof(Every_status_is_news))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Length.ShouldBe(
            Enum.GetValues<SupplyStatus>().Length);

    [Theory]
    [InlineData(YesNo.Y, SupplyStatus.Loaned, CallbackStatus.Renewed)]
    [InlineData(YesNo.N, SupplyStatus.Loaned, CallbackStatus.RenewalDeclined)]
    [InlineData(null, SupplyStatus.Loaned, CallbackStatus.Renewed)]
    [InlineData(null, SupplyStatus.Overdue, CallbackStatus.RenewalDeclined)]
    public void The_answer_to_a_renewal(YesNo? answer, SupplyStatus status, CallbackStatus heard)
    {
        var message = Message(ReasonForMessage.RenewResponse, status);
        var news = NewsOf(message with { Info = message.Info with { Answer = answer } });

        news.Status.ShouldBe(heard);
        news.DueOn.ShouldBe(heard == CallbackStatus.Renewed ? Due : null);
    }

    [Theory]
    [InlineData(YesNo.Y, SupplyStatus.Cancelled, CallbackStatus.Cancelled)]
    [InlineData(YesNo.N, SupplyStatus.WillSupply, CallbackStatus.CancelDeclined)]
    [InlineData(YesNo.N, SupplyStatus.Loaned, CallbackStatus.Shipped)]
    [InlineData(YesNo.N, SupplyStatus.CopyCompleted, CallbackStatus.CancelDeclined)]
    [InlineData(YesNo.N, null, CallbackStatus.CancelDeclined)]
    [InlineData(YesNo.Y, null, CallbackStatus.Cancelled)]
    [InlineData(null, SupplyStatus.Cancelled, CallbackStatus.Cancelled)]
    [InlineData(null, SupplyStatus.WillSupply, CallbackStatus.CancelDeclined)]
    public void The_answer_to_a_cancellation(YesNo? answer, SupplyStatus? status, CallbackStatus heard)
    {
        var message = Message(ReasonForMessage.CancelResponse, status);
        NewsOf(message with { Info = message.Info with { Answer = answer } }).Status.ShouldBe(heard);
    }

    [Fact]
    public void A_cancellation_that_comes_too_late_says_when_the_item_is_due_and_where_the_copy_is()
    {
        var loaned = Message(ReasonForMessage.CancelResponse, SupplyStatus.Loaned);
        var news = NewsOf(loaned with
        {
            Info = loaned.Info with { Answer = YesNo.N },
            Delivery = new DeliveryInfo { LoanConditions = [new Code("LibraryUseOnly")], Costs = [new Costs(new Code("HKD"), 50m)] },
        });
        (news.Status, news.DueOn, news.LibraryUseOnly, news.Cost).ShouldBe((CallbackStatus.Shipped, Due, true, Money.Hkd(50)));

        var copied = Message(ReasonForMessage.CancelResponse, SupplyStatus.CopyCompleted);
        var copy = NewsOf(copied with
        {
            Info = copied.Info with { Answer = YesNo.N },
            Delivery = new DeliveryInfo { Method = new Code("URL"), ItemIds = ["https://library.example/scan/3.pdf"] },
        });
        (copy.Status, copy.Address).ShouldBe((CallbackStatus.CopyReady, "https://library.example/scan/3.pdf"));
    }

    [Fact]
    public void The_lenders_number_is_kept_as_it_came_and_one_that_is_too_long_is_none()
    {
        var message = Message(ReasonForMessage.StatusChange, SupplyStatus.WillSupply);
        NewsOf(message with { Header = new Header { SupplierRequestId = "BL/7 – x" } }).ToNews().LendersNumber.ShouldBe("BL/7 – x");
        NewsOf(message with { Header = new Header { SupplierRequestId = new string('7', 201) } }).LendersNumber.ShouldBeNull();
    }

    [Fact]
    public void Asking_again_on_conditions_names_them()
    {
        var message = Message(ReasonForMessage.RequestResponse, SupplyStatus.RetryPossible);
        NewsOf(message with { Info = message.Info with { ReasonRetry = new Code("LoanCondition") } }).Conditions.ShouldBe(["loan-condition"]);

        var named = NewsOf(message with
        {
            Info = message.Info with
            {
                ReasonRetry = new Code("MustMeetLoanCondition"),
                Retry = new RetryInfo { LoanConditions = [new Code("NoReproduction"), new Code("LibraryUseOnly")] },
            },
        });
        (named.Conditions!.ShouldHaveSingleItem(), named.LibraryUseOnly).ShouldBe(("no-reproduction", false));
        var here = NewsOf(message with
        {
            Info = message.Info with { ReasonRetry = new Code("LoanCondition") },
            Delivery = new DeliveryInfo { LoanConditions = [new Code("LibraryUseOnly")] },
        });
        (here.Conditions, here.LibraryUseOnly).ShouldBe((null, true));
    }

    [Theory]
    [InlineData(SupplyStatus.Loaned)]
    [InlineData(SupplyStatus.CopyCompleted)]
    public void The_charge_stated_with_the_delivery_is_kept(SupplyStatus status)
    {
        var message = Message(ReasonForMessage.StatusChange, status);

        NewsOf(message with { Delivery = new DeliveryInfo { Costs = [new Costs(new Code("HKD"), 800m)] } }).Cost.ShouldBe(Money.Hkd(800));
        NewsOf(message).Cost.ShouldBeNull();
    }

    [Fact]
    public void A_promise_for_a_charge_is_a_question()
    {
        var message = Message(ReasonForMessage.RequestResponse, SupplyStatus.WillSupply);
        var offered = NewsOf(message with { Info = message.Info with { Retry = new RetryInfo { OfferedCosts = [new Costs(new Code("hkd"), 450m)] } } });
        var named = NewsOf(message with { Delivery = new DeliveryInfo { Costs = [new Costs(new Code("GBP"), 12.5m)] } });

        (offered.Status, offered.Cost, offered.Reason).ShouldBe((CallbackStatus.Conditional, Money.Hkd(450m), "cost"));
        named.Cost.ShouldBe(new Money("GBP", 12.5m));
        NewsOf(message with { Delivery = new DeliveryInfo { Costs = [new Costs(new Code("HKD"), 0m)] } }).Status.ShouldBe(
            CallbackStatus.WillSupply, "Nothing is nothing to ask about.");
    }

    [Theory]
    [InlineData("XYZ", 12.5, "charge: XYZ 12.5")]
    [InlineData("JPY", 3000.55, "charge: JPY 3000.55")]
    public void A_charge_that_cannot_be_paid_is_a_condition_for_staff_and_no_promise(string currency, decimal amount, string said)
    {
        var message = Message(ReasonForMessage.RequestResponse, SupplyStatus.WillSupply);
        var news = NewsOf(message with { Delivery = new DeliveryInfo { Costs = [new Costs(new Code(currency), amount)] } });

        (news.Status, news.Cost, news.Conditions!.ShouldHaveSingleItem()).ShouldBe((CallbackStatus.Conditional, null, said));

        // With the item it stops nothing, and staff read it.
        var sent = Message(ReasonForMessage.StatusChange, SupplyStatus.Loaned);
        var shipped = NewsOf(sent with { Delivery = new DeliveryInfo { Costs = [new Costs(new Code(currency), amount)] } });
        (shipped.Status, shipped.Cost).ShouldBe((CallbackStatus.Shipped, null));
        shipped.Note.ShouldNotBeNull().ShouldContain(said);
    }

    [Fact]
    public void A_promise_for_use_here_needs_no_question_and_any_other_condition_does()
    {
        var message = Message(ReasonForMessage.RequestResponse, SupplyStatus.WillSupply);
        var here = NewsOf(message with { Delivery = new DeliveryInfo { LoanConditions = [new Code("LibraryUseOnly")] } });
        var signed = NewsOf(message with { Delivery = new DeliveryInfo { LoanConditions = [new Code("LibraryUseOnly"), new Code("SignatureRequired")] } });

        (here.Status, here.LibraryUseOnly).ShouldBe((CallbackStatus.Conditional, true));
        here.Conditions.ShouldBeNull();
        signed.Conditions.ShouldBe(["signature-required"]);
        (signed.Status, signed.LibraryUseOnly, signed.Reason).ShouldBe((CallbackStatus.Conditional, false, "library-use-only, signature-required"));
        NewsOf(Message(
            ReasonForMessage.StatusChange,
            SupplyStatus.Loaned) with
        { Delivery = new DeliveryInfo { LoanConditions = [new Code("libraryuseonly")] } }).LibraryUseOnly.ShouldBeTrue();
    }

    [Fact]
    public void Asking_again_has_a_reason_a_charge_and_two_dates()
    {
        var message = Message(ReasonForMessage.RequestResponse, SupplyStatus.RetryPossible);
        var news = NewsOf(message with
        {
            Info = message.Info with
            {
                ReasonRetry = new Code("NotCurrentAvailableForILL"),
                Retry = new RetryInfo
                {
                    OfferedCosts = [new Costs(new Code("HKD"), 450m)],
                    After = IsoDates.WholeDay(new DateOnly(2026, 12, 1)),
                    Before = IsoDates.WholeDay(new DateOnly(2026, 12, 8))
                },
            },
        });

        (news.Reason, news.Cost, news.RetryAfter, news.RetryBefore).ShouldBe(
            ("not-current-available-for-ill", Money.Hkd(450m), new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 8)));
    }

    [Fact]
    public void Further_text_of_a_message_is_kept_for_staff_up_to_its_limit()
    {
        var message = Message(ReasonForMessage.Notification, SupplyStatus.RequestReceived);
        var note = NewsOf(message with { Info = message.Info with { Note = new string('x', 5_000) } });

        note.Status.ShouldBe(CallbackStatus.Note);
        note.Note!.Length.ShouldBe(2_000);
        var scan =
            Message(ReasonForMessage.StatusChange, SupplyStatus.CopyCompleted) with { Delivery = new DeliveryInfo { Url = "https://library.example/scan/1" } };
        NewsOf(scan).Note.ShouldBe("https://library.example/scan/1", "Staff can open it too.");
    }

    [Fact]
    public void The_address_of_a_scan_is_read_from_its_element_or_from_the_note()
    {
        var scan = Message(ReasonForMessage.StatusChange, SupplyStatus.CopyCompleted);

        NewsOf(scan with { Delivery = new DeliveryInfo { Url = " https://library.example/scan/1 " } }).Address.ShouldBe("https://library.example/scan/1");
        NewsOf(scan with { Info = scan.Info with { Note = "Here it is. URL: https://library.example/scan/2" } }).Address.ShouldBe(
            "https://library.example/scan/2");
        NewsOf(scan with { Info = scan.Info with { Note = "It comes by mail." } }).Address.ShouldBeNull();

        // As ReShare and CrossLink say it in 1.2.
        var sentVia = new DeliveryInfo { Method = new Code("URL"), ItemIds = ["https://library.example/scan/3.pdf"] };
        NewsOf(scan with { Delivery = sentVia }).Address.ShouldBe("https://library.example/scan/3.pdf");
        NewsOf(scan with { Delivery = sentVia }).Note.ShouldBe("https://library.example/scan/3.pdf", "Staff can open it too.");
        NewsOf(scan with { Delivery = sentVia with { ItemIds = ["38888001"] } }).Address.ShouldBeNull();
        NewsOf(Message(
            ReasonForMessage.Notification,
            SupplyStatus.RequestReceived) with
        { Info = scan.Info with { Note = "See https://library.example/" } }).Address.ShouldBeNull();
    }

    [Theory]
    [InlineData("7YBQX1AGBZMSD7W1X4SXJB9YAJ", "7YBQX1AGBZMSD7W1X4SXJB9YAJ")]
    [InlineData("7YBQX1AGBZMSD7W1X4SXJB9YAJ-2", "7YBQX1AGBZMSD7W1X4SXJB9YAJ")]
    [InlineData("7YBQX1AGBZMSD7W1X4SXJB9YAJ-two", null)]
    [InlineData("R-1", null)]
    [InlineData("", null)]
    public void An_id_of_ours_is_known_however_often_the_library_was_asked(string theirs, string? ours) => RequestNumbers.RequestIdIn(theirs).ShouldBe(ours);

    private static SupplierMessage Message(ReasonForMessage reason, SupplyStatus? status) => new()
    {
        Info = new MessageInfo { Reason = reason, ReasonUnfilled = status == SupplyStatus.Unfilled ? new Code("NotOnShelf") : null },
        Status = new StatusInfo { Status = status, Due = IsoDates.WholeDay(Due) },
    };

    private static PartnerMessage NewsOf(SupplierMessage message) => IncomingSupplyMessages.Of(message, "R1", "HKU", "m-1", DateTimeOffset.UnixEpoch, Calendar);
}
