using Hkall.Domain.Model;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Supplying;

public class EstimateTests
{
    private static Estimate For(ServiceType service, Tier tier) =>
        ARequest.Placed(
            service, service == ServiceType.Copy ? Things.Article : Things.Book, ["HKU"], tier, PatronGroup.Research).Request.Estimate.ShouldNotBeNull();

    [Theory]
    [InlineData(Tier.Hkall, "2026-11-26", "2026-11-30")]
    [InlineData(Tier.Local, "2026-11-30", "2026-12-07")]
    [InlineData(Tier.Overseas, "2026-12-23", "2027-02-26")]
    public void The_estimate_is_that_of_the_page(Tier tier, string earliest, string latest) =>
        For(ServiceType.Loan, tier).ShouldBe(new Estimate(Date(earliest), Date(latest)));

    [Fact]
    public void A_scan_takes_less_time_than_the_item_from_the_same_library()
    {
        foreach (var tier in Enum.GetValues<Tier>())
        {
            For(ServiceType.Copy, tier).Latest.ShouldBeLessThan(For(ServiceType.Loan, tier).Latest);
        }
    }
}
