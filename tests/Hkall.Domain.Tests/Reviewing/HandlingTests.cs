using Hkall.Domain.Model;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Reviewing;

/// <summary>Staff divide the work among themselves, and the patron hears nothing of it.</summary>
public class HandlingTests
{
    private static readonly Assignee Ada = new("S-ADA", "AB");

    [Fact]
    public void A_request_is_taken_by_a_member_of_staff() =>
        Given(ARequest.Asking("HKU")).When(new AssignRequest(Ada)).Then(new RequestAssigned(Ada)).AndSends();

    [Fact]
    public void Another_takes_it_over() =>
        Given(ARequest.Asking("HKU").Meets(new AssignRequest(Ada)))
            .When(new AssignRequest(new Assignee("S-BEN", null))).Then(new RequestAssigned(new Assignee("S-BEN", null)));

    [Fact]
    public void It_is_given_up() => Given(ARequest.Asking("HKU").Meets(new AssignRequest(Ada))).When(new AssignRequest(null)).Then(new RequestAssigned(null));

    [Fact]
    public void Who_has_it_does_not_take_it_again() => Given(ARequest.Asking("HKU").Meets(new AssignRequest(Ada))).When(new AssignRequest(Ada)).IsIgnored("It is so already.");

    [Fact]
    public void Nobody_takes_what_is_closed() =>
        Given(ARequest.Asking("HKU").CancelAsked().CancelConfirmed()).When(new AssignRequest(Ada)).IsRefused(Refusal.AlreadyClosed);

    [Fact]
    public void Tags_stand_in_one_order_and_once() =>
        Given(ARequest.Asking("HKU")).When(new TagRequest(["urgent", "fragile", "urgent"])).AndSends().Request.Request.Tags.ShouldBe(["fragile", "urgent"]);

    [Fact]
    public void A_pinned_note_takes_the_place_of_the_one_before() =>
        Given(ARequest.Asking("HKU").Meets(new PinNote("Ada", "Ring first."))).When(new PinNote("Ben", "She rang.")).Then(new NotePinned("Ben", "She rang."));
}
