using Hkall.Domain.Delivering;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Delivering;

/// <summary>Which library, which date, and whether the item may leave: what every mail about an item at the counter tells.</summary>
public class WhatMailsSayTests
{
    private static ARequest OnTheShelf { get; } = ARequest.Asking("HKU").OnTheShelf();

    private static ARequest ForUseHere { get; } = ARequest.Asking("HKU").ForUseHere();

    [Fact]
    public void A_reminder_of_the_pickup_says_until_when_it_is_kept_and_whether_it_may_leave()
    {
        Given(OnTheShelf).WhenNobodyDoesAnything().AndTheMailSays(facts => Tells(facts, OnTheShelf, libraryUseOnly: false));
        Given(ForUseHere).WhenNobodyDoesAnything().AndTheMailSays(facts => Tells(facts, ForUseHere, libraryUseOnly: true));
    }

    [Fact]
    public void A_pickup_that_has_expired_says_since_when_and_whether_it_might_have_left()
    {
        Given(OnTheShelf.Waits()).WhenNobodyDoesAnything().AndTheMailSays(facts => Tells(facts, OnTheShelf, libraryUseOnly: false));
        Given(ForUseHere.Waits()).WhenNobodyDoesAnything().AndTheMailSays(facts => Tells(facts, ForUseHere, libraryUseOnly: true));
    }

    [Fact]
    public void A_parcel_that_is_late_is_named_by_its_library() =>
        Given(ARequest.Asking("HKU").OnItsWay()).WhenNobodyDoesAnything().AndTheMailSays(facts => facts.Library == "HKU Library");

    [Fact]
    public void A_patron_who_cancelled_is_told_that_the_item_came_all_the_same() =>
        Given(ARequest.Asking("HKU").CancelAsked()).When(new ReceiveItem()).Effects.OfType<SendNotice>()
            .Single(mail => mail.Notice == Notice.CancelRefused).Facts.ShouldBe(new NoticeFacts { Library = "HKU Library", Reason = ReasonCode.Shipped });

    private static bool Tells(NoticeFacts facts, ARequest request, bool libraryUseOnly) =>
        facts.Library == "HKU Library" && facts.Date == request.Request.Shelf!.Until && facts.LibraryUseOnly == libraryUseOnly;
}
