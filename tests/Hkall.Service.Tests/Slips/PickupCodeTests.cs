using Hkall.Service.Slips;

namespace Hkall.Service.Tests.Slips;

/// <summary>The shelf is open to everybody: a slip names nobody.</summary>
public class PickupCodeTests
{
    [Theory]
    [InlineData("Chan Tai Man", "CTM")]
    [InlineData("Ada Wong", "AW")]
    [InlineData("Jean-Luc de la Fontaine", "JLD")]
    [InlineData("何子傑", "何")]
    [InlineData("𠮷野家", "𠮷")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void Initials_stand_for_a_name(string? name, string initials) => PickupCode.Initials(name).ShouldBe(initials);
}
