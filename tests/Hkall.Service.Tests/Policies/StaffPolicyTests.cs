using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Policies;

/// <summary>The sections of the policy about members of staff: their roles, and what needs a second one.</summary>
public sealed class StaffPolicyTests
{
    [Fact]
    public void By_default_staff_have_every_role_and_nothing_needs_a_second_person()
    {
        var policy = PolicyFile.Default();

        policy.Roles[SignIn.StaffRole].ShouldBe(Enum.GetValues<StaffRole>(), ignoreOrder: true);
        policy.Roles.Keys.ShouldBe(RoleMap.Default.Keys, ignoreOrder: true);
        policy.FourEyes.ShouldBe(new FourEyesPolicy());
        (policy.FourEyes.PartnerAddressAndSecret, policy.FourEyes.WaiversFromHkd).ShouldBe((false, null));
    }

    [Theory]
    [InlineData(0, null, "fourEyes.openDays: 0: a number from 1 to 90.")]
    [InlineData(91, null, "fourEyes.openDays: 91: a number from 1 to 90.")]
    [InlineData(14, 0, "fourEyes.waiversFromHkd: null, or more than 0 and at most 100000.")]
    [InlineData(14, 100_001, "fourEyes.waiversFromHkd: null, or more than 0 and at most 100000.")]
    public void What_needs_a_second_person_has_bounds(int days, int? sum, string fault) =>
        PolicyChecks.FaultsOf(PolicyFile.Default() with { FourEyes = new FourEyesPolicy { OpenDays = days, WaiversFromHkd = sum } }).ShouldBe([fault]);

    [Theory]
    [InlineData(" staff")]
    [InlineData("")]
    public void A_claim_is_written_as_it_comes(string claim) =>
        PolicyChecks.FaultsOf(PolicyFile.Default() with
        {
            Roles = new Dictionary<string, IReadOnlyList<StaffRole>> { [claim] = Enum.GetValues<StaffRole>() },
        }).ShouldHaveSingleItem().ShouldStartWith("roles:");

    [Fact]
    public void A_claim_that_gives_nothing_is_a_mistake() =>
        PolicyChecks.FaultsOf(PolicyFile.Default() with
        {
            Roles = new Dictionary<string, IReadOnlyList<StaffRole>> { ["staff"] = Enum.GetValues<StaffRole>(), ["guest"] = [] },
        }).ShouldBe(["roles: each value of the claim gives at least one role."]);
}
