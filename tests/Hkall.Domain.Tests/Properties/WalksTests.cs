using Hkall.Domain.Placing;

namespace Hkall.Domain.Tests.Properties;

/// <summary>A property of walks that go nowhere proves nothing.</summary>
public class WalksTests
{
    /// <summary>A walk begins when the request has been placed.</summary>
    private static readonly Type[] OfPlacing = [typeof(RequestPlaced), typeof(SentToReview)];

    private static IEnumerable<Step> Seen => ForEveryWalk.Walked.Value.SelectMany(steps => steps ?? []);

    [Fact]
    public void The_walks_come_everywhere()
    {
        Seen.Select(step => step.After.Status).Distinct().ShouldBe(Enum.GetValues<RequestStatus>(), ignoreOrder: true);
        Seen.Where(step => step.After.Status.IsOpen())
            .Select(step => step.After.Awaited.For).Distinct().ShouldBe(Enum.GetValues<DeadlineKind>().Where(kind => !kind.IsOfLending()), ignoreOrder: true);
    }

    [Fact]
    public void Everything_is_tried_and_every_event_happens()
    {
        Seen.Select(step => step.Command.GetType()).Distinct().ShouldBe(Concrete(typeof(RequestCommand)), ignoreOrder: true);
        Seen.SelectMany(step => step.Events).Select(happened => happened.GetType()).Concat(OfPlacing).Distinct()
            .ShouldBe(Concrete(typeof(RequestEvent)), ignoreOrder: true);
    }

    [Fact]
    public void Much_is_done_and_not_only_refused() =>
        Seen.Count(step => step.Answer is Decided<PatronRequest, RequestEvent>).ShouldBeGreaterThan(Seen.Count() / 4);

    [Fact]
    public void A_walk_is_the_same_every_time() => Move.WalkNumber(7).ShouldBe(Move.WalkNumber(7));

    private static IEnumerable<Type> Concrete(Type root) => root.Assembly.GetTypes().Where(type => type.IsSubclassOf(root) && !type.IsAbstract);
}
