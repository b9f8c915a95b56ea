using Hkall.Domain.Cancelling;
using Hkall.Domain.Copyright;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Copyright;

public class DeclaringTests
{
    private static ARequest Undeclared => UndeclaredAt(Monday);

    private static ARequest UndeclaredAt(DateTimeOffset at) =>
        ARequest.Placed(ServiceType.Copy, Article, ["HKU"], at: at, but: order => order with { Declaration = null });

    [Fact]
    public void No_library_is_asked_for_a_copy_before_the_declaration_is_signed()
    {
        Undeclared.Status.ShouldBe(RequestStatus.AwaitingDeclaration);
        Undeclared.Request.Supplier.ShouldBeNull();
        Undeclared.Request.Declaring.ShouldBe(new Declaring("528F-2026", Date("2026-12-07")));
        Undeclared.Awaited.ShouldBe(new Deadline(1, DeadlineKind.DeclarationReminder, Start("2026-11-30")));
    }

    [Fact]
    public void A_declaration_signed_with_the_request_is_kept_and_the_library_is_asked_at_once()
    {
        var signed = ARequest.AskingForACopy("HKU");

        signed.Status.ShouldBe(RequestStatus.Sourcing);
        signed.Request.Declaration.ShouldBe(SignedDeclaration);
    }

    [Fact]
    public void The_library_is_asked_when_the_patron_has_signed() =>
        Given(Undeclared)
            .When(new SignDeclaration(SignedDeclaration, PatronsName))
            .Then(new DeclarationSigned(SignedDeclaration), Asked("HKU"))
            .AndSends(Say(RequestingAction.Request, to: "HKU"))
            .Request.Request.Declaration.ShouldBe(SignedDeclaration);

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void Half_a_declaration_is_none(bool researchOrPrivateStudy, bool notRelatedToAnother, bool noEarlierCopy)
    {
        var half = new Declaration(researchOrPrivateStudy, notRelatedToAnother, noEarlierCopy, "528F-2026");

        Given(Undeclared).When(new SignDeclaration(half, PatronsName)).IsRefused(Refusal.DeclarationRequired);
        PlacingRules.Decide(CopyLimitsTests.Order with { Declaration = half }, Monday, Rules)
            .ShouldBeOfType<Refused<PatronRequest, RequestEvent>>().Refusal.ShouldBe(Refusal.DeclarationRequired);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u3000\u00A0")]
    [InlineData("\u200B\u200D\u2060\uFEFF\u202E")]
    [InlineData("\u3164\u115F\uFFA0\u2800")]
    [InlineData("\u0301\uFE0F")]
    public void A_declaration_without_a_name_that_can_be_read_is_not_signed(string? name)
    {
        Given(Undeclared).When(new SignDeclaration(SignedDeclaration, name)).IsRefused(Refusal.DeclarationRequired);
        PlacingRules.Decide(CopyLimitsTests.Order with { SignedBy = name }, Monday, Rules)
            .ShouldBeOfType<Refused<PatronRequest, RequestEvent>>().Refusal.ShouldBe(Refusal.DeclarationRequired);
    }

    [Theory]
    [InlineData("Ho Tsz-kit")]
    [InlineData("何子傑")]
    [InlineData(" O ")]
    [InlineData("\u200F\u05D0\u05D1")]
    [InlineData("\uD842\uDFB7")]
    public void A_name_in_any_script_signs_it(string name) =>
        Given(Undeclared).When(new SignDeclaration(SignedDeclaration, name)).Then(new DeclarationSigned(SignedDeclaration), Asked("HKU"));

    [Fact]
    public void The_patron_is_reminded_once_to_sign() =>
        Given(Undeclared)
            .WhenNobodyDoesAnything()
            .Then(new DeclarationReminded())
            .AndSends(Mail(Notice.DeclarationReminder))
            .AndTheMailSays(facts => facts.Date == Date("2026-12-07"))
            .AndAwaits(DeadlineKind.Declaration, End("2026-12-07"));

    [Fact]
    public void A_request_whose_declaration_is_not_signed_in_fourteen_days_is_cancelled() =>
        Given(Undeclared.Waits())
            .WhenNobodyDoesAnything()
            .Then(new RequestCancelled(ReasonCode.NoDeclaration))
            .AndSends(Mail(Notice.Cancelled))
            .AndTheMailSays(facts => facts.Reason == ReasonCode.NoDeclaration)
            .AndIsClosed(RequestStatus.Cancelled, because: ReasonCode.NoDeclaration);

    [Fact]
    public void Nobody_has_to_sign_by_a_day_on_which_the_library_is_closed() =>
        UndeclaredAt(Noon("2026-12-11")).Request.Declaring?.Until.ShouldBe(Date("2026-12-28"), "a fortnight on is Christmas Day");

    [Fact]
    public void A_declaration_is_signed_once()
    {
        Given(Undeclared.Declared()).When(new SignDeclaration(SignedDeclaration, PatronsName)).IsIgnored("The declaration has been signed.");
        Given(Undeclared.Waits().Waits()).When(new SignDeclaration(SignedDeclaration, PatronsName)).IsRefused(Refusal.NothingToDeclare);
        Given(ARequest.Asking("HKU")).When(new SignDeclaration(SignedDeclaration, PatronsName)).IsRefused(Refusal.NothingToDeclare);
    }

    [Fact]
    public void A_patron_who_would_rather_not_sign_cancels_and_no_library_is_bothered() =>
        Given(Undeclared)
            .When(new CancelRequest(Who.Patron))
            .AndSends(Mail(Notice.Cancelled))
            .AndIsClosed(RequestStatus.Cancelled, because: ReasonCode.ByPatron)
            .Request.Request.Declaring.ShouldBeNull();

    [Fact]
    public void The_declaration_comes_first_from_the_first_of_january_2026_on()
    {
        UndeclaredAt(End("2025-12-31").AddMilliseconds(-1)).Status.ShouldBe(RequestStatus.Sourcing);
        UndeclaredAt(Start("2026-01-01")).Status.ShouldBe(RequestStatus.AwaitingDeclaration);
        CopyrightLaw.On(Date("2025-12-31")).TextVersion.ShouldBe("528B");
        CopyrightLaw.On(Date("2026-01-01")).TextVersion.ShouldBe("528F-2026");
    }

    [Fact]
    public void A_loan_needs_no_declaration() => ARequest.Asking("HKU").Status.ShouldBe(RequestStatus.Sourcing);
}
