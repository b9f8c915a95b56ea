using Hkall.Domain.Lending;

namespace Hkall.Domain.Tests.Lending;

/// <summary>Doing it twice changes nothing, wherever a request to lend stands and whatever came before.</summary>
public class LendingTwiceTests
{
    /// <summary>Each of these is a fact of its own every time: conditions may be offered anew, a scan taken again.</summary>
    private static readonly Type[] CountEveryTime = [typeof(AddLendingNote), typeof(WriteToBorrower), typeof(TakeCopy), typeof(OfferConditions)];

    /// <summary>Every request of the table, and every request one step further.</summary>
    private static IEnumerable<ALending> Places()
    {
        foreach (var (_, request) in LendingTable.Situations)
        {
            yield return request;
            foreach (var (_, command, at) in LendingTable.For(request))
            {
                if (request.Decide(command, at) is Decided<LendingRequest, LendingEvent> decided)
                {
                    yield return request.After(decided, at);
                }
            }
        }
    }

    [Fact]
    public void A_repeated_message_or_deadline_leaves_nothing() => EachRepetition((command, again) =>
    {
        if (command is BorrowerNews or LendingDeadlineReached)
        {
            var ignored = again.ShouldBeOfType<Ignored<LendingRequest, LendingEvent>>();
            ignored.Events.ShouldBeEmpty();
            ignored.Effects.ShouldBeEmpty();
        }
    });

    [Fact]
    public void A_repeated_order_is_refused_or_ignored() => EachRepetition((command, again) =>
    {
        if (command is not (BorrowerNews or LendingDeadlineReached) && !CountEveryTime.Contains(command.GetType()))
        {
            again.ShouldNotBeOfType<Decided<LendingRequest, LendingEvent>>(command.ToString());
            LendingTableTests.EventsOf(again).ShouldBeEmpty();
        }
    });

    private static void EachRepetition(Action<LendingCommand, Decision<LendingRequest, LendingEvent>> check)
    {
        foreach (var place in Places())
        {
            foreach (var (_, command, at) in LendingTable.For(place))
            {
                var first = place.Decide(command, at);
                if (first is not Refused<LendingRequest, LendingEvent>)
                {
                    check(command, place.After(first, at).Decide(command));
                }
            }
        }
    }
}
