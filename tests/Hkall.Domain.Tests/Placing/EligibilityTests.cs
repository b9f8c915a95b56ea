using Hkall.Domain.Model;
using Hkall.Domain.Placing;

namespace Hkall.Domain.Tests.Placing;

/// <summary>The page's table of privileges, cell by cell, as we read it.</summary>
public class EligibilityTests
{
    [Theory]
    [InlineData(Tier.Hkall, ServiceType.Loan, Access.Allowed, Access.Conditional)]
    [InlineData(Tier.Hkall, ServiceType.Copy, Access.Allowed, Access.Allowed)]
    [InlineData(Tier.Local, ServiceType.Loan, Access.Allowed, Access.NotAllowed)]
    [InlineData(Tier.Local, ServiceType.Copy, Access.Allowed, Access.Allowed)]
    [InlineData(Tier.Overseas, ServiceType.Loan, Access.Conditional, Access.NotAllowed)]
    [InlineData(Tier.Overseas, ServiceType.Copy, Access.Conditional, Access.Conditional)]
    public void Researchers_may_have_everything_and_the_others_no_books_from_beyond_hkall(Tier tier, ServiceType service, Access researchers, Access others)
    {
        foreach (var group in new[] { PatronGroup.Academic, PatronGroup.Research, PatronGroup.Postgraduate })
        {
            Eligibility.For(group, tier, service).ShouldBe(researchers);
        }

        foreach (var group in new[] { PatronGroup.NonAcademic, PatronGroup.Undergraduate })
        {
            Eligibility.For(group, tier, service).ShouldBe(others);
        }
    }

    [Fact]
    public void Every_group_sees_the_whole_of_its_table()
    {
        foreach (var group in Enum.GetValues<PatronGroup>())
        {
            Eligibility.Of(group).DistinctBy(cell => (cell.Tier, cell.Service)).Count().ShouldBe(6);
            Eligibility.Of(group).ShouldAllBe(cell => cell.Access == Eligibility.For(group, cell.Tier, cell.Service));
        }
    }
}
