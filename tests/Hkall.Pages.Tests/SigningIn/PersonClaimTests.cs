using System.Security.Claims;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Pages.SigningIn;
using Hkall.Service.Web;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>What of a sign-in is read, and that a session of the pages keeps just that.</summary>
public sealed class PersonClaimTests
{
    private static readonly IReadOnlyList<Claim> Ada =
    [
        Says(PersonClaim.Subject, "s-1"),
        Says(PersonClaim.FullName, "Dr Ada Lo"),
        Says(PersonClaim.Email, "ada@ln.example"),
        Says(PersonClaim.EmailVerified, "false"),
        Says(PersonClaim.Locale, "zh-Hant"),
        Says(PersonClaim.LibraryId, "s1234567"),
        Says(PersonClaim.Group, Names.Of(PatronGroup.Academic)),
        Says(PersonClaim.Roles, "reader"),
        Says(PersonClaim.Roles, SignIn.StaffRole),
    ];

    public static TheoryData<string> AllNames => [.. PersonClaim.All.Select(claim => claim.Name)];

    [Fact]
    public void A_session_keeps_every_claim_that_is_read_and_no_other()
    {
        var kept = PageSession.Principal([.. Ada, new Claim("secret_of_theirs", "x")]);

        SignIn.PatronOf(kept).ShouldBe(PatronOf(Ada));
        kept.Claims.Select(claim => claim.Type).Distinct().ShouldBe(PersonClaim.All.Select(claim => claim.Name), ignoreOrder: true);
    }

    /// <summary>So the comparison above means something: each claim of the list shows in the patron.</summary>
    [Theory]
    [MemberData(nameof(AllNames))]
    public void Without_any_one_claim_it_would_be_another_patron(string name)
    {
        var others = Ada.Where(claim => claim.Type != name).ToList();

        others.Count.ShouldBeLessThan(Ada.Count);
        if (name == PersonClaim.Subject.Name)
        {
            Should.Throw<InvalidOperationException>(() => PatronOf(others));
            return;
        }

        PatronOf(others).ShouldNotBe(PatronOf(Ada));
    }

    private static Patron PatronOf(IEnumerable<Claim> claims) => SignIn.PatronOf(new ClaimsPrincipal(new ClaimsIdentity(claims, "a token")));

    private static Claim Says(PersonClaim claim, string value) => new(claim.Name, value, ClaimValueTypes.String, "https://sign-in.example");
}
