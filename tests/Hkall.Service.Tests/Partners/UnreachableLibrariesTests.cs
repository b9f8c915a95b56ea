using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Partners;

/// <summary>A library whose system takes none of our requests is passed over for a day at a time.</summary>
public sealed class UnreachableLibrariesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly PartnerFigures Thrice = new PartnerFigures().WithNotTaken("1", Noon.AddHours(-2)).WithNotTaken("2", Noon.AddHours(-1)).WithNotTaken("3", Noon);

    [Fact]
    public void It_is_passed_over_after_so_many_requests_running_and_not_before()
    {
        Thrice.IsPassedOver(3, Noon).ShouldBeTrue();
        Thrice.IsPassedOver(4, Noon).ShouldBeFalse();
        new PartnerFigures().IsPassedOver(1, Noon).ShouldBeFalse();
    }

    [Fact]
    public void One_request_that_is_refused_again_and_again_counts_once() =>
        Thrice.WithNotTaken("3", Noon.AddHours(1)).ShouldBeSameAs(Thrice);

    [Fact]
    public void After_a_day_it_is_asked_once_more_and_is_passed_over_again_if_it_refuses_that()
    {
        var next = Noon.AddDays(1);
        Thrice.IsPassedOver(3, next).ShouldBeFalse();
        Thrice.IsUnreachable(3).ShouldBeTrue("The directory still says so.");
        Thrice.WithNotTaken("4", next).IsPassedOver(3, next.AddHours(23)).ShouldBeTrue();
    }

    [Fact]
    public void A_message_that_it_takes_ends_that()
    {
        Thrice.Reached().IsUnreachable(1).ShouldBeFalse();
        var good = new PartnerFigures();
        good.Reached().ShouldBeSameAs(good, "Nothing is written for a library that takes everything.");
    }

    [Fact]
    public void The_row_stays_small()
    {
        var many = Enumerable.Range(0, 50).Aggregate(new PartnerFigures(), (figures, number) => figures.WithNotTaken($"{number}", Noon));
        many.NotTaken!.Count.ShouldBe(PartnerFigures.MostNotTaken);
        many.NotTaken[^1].ShouldBe("49");
    }
}
