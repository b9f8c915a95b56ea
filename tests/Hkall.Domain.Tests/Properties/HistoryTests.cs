using System.Text.Json;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Stored;

namespace Hkall.Domain.Tests.Properties;

/// <summary>The state is the fold of the history, and nothing moves without leaving its trace there.</summary>
public class HistoryTests
{
    [Fact]
    public void The_state_is_what_its_history_makes_of_it() => ForEveryWalk.Whole(steps =>
    {
        var request = steps[^1].After;
        var folded = RequestFold.Fold(request.Request.Id, request.History);

        JsonSerializer.Serialize(folded, StoredJson.Options).ShouldBe(JsonSerializer.Serialize(request.Request, StoredJson.Options));
    });

    [Fact]
    public void Every_event_has_the_next_ordinal() => ForEveryWalk.EachStep(step =>
    {
        step.After.Request.Events.ShouldBe(step.Before.Request.Events + step.Events.Count);
        step.After.Request.Events.ShouldBe(step.After.History.Count);
    });

    [Fact]
    public void Nothing_is_done_without_an_event_that_causes_it() => ForEveryWalk.EachStep(step =>
        (step.Effects.Count == 0 || step.Events.Count > 0).ShouldBeTrue());

    [Fact]
    public void No_two_effects_of_one_commit_are_the_same() => ForEveryWalk.EachStep(step =>
        step.Effects.Select(effect => effect.Kind).ShouldBeUnique());

    [Fact]
    public void An_ignored_message_changes_no_more_than_the_marks_and_the_count() => ForEveryWalk.EachStep(step =>
    {
        if (step.Answer is not Ignored<PatronRequest, RequestEvent>)
        {
            return;
        }

        // A message that changes nothing may still be one to read, and name the library's number of the request.
        var before = step.Before.Request;
        step.After.Request.Rota.Select(entry => entry with { LendersNumber = null }).ShouldBe(before.Rota.Select(entry => entry with { LendersNumber = null }));
        var unmarked = step.After.Request with
        {
            Heard = before.Heard,
            Events = before.Events,
            Rota = before.Rota,
            UnreadFromLibraries = before.UnreadFromLibraries,
        };
        unmarked.ShouldBe(step.Before.Request);
    });

    [Fact]
    public void Every_message_is_marked_as_heard_and_never_refused() => ForEveryWalk.EachStep(step =>
    {
        if (step.Command is SupplierNews news)
        {
            step.Answer.ShouldNotBeOfType<Refused<PatronRequest, RequestEvent>>();
            step.After.Request.Heard.ShouldContain(RequestFold.MarkOf(news.Symbol, news.MessageId));
        }
    });

    [Fact]
    public void A_library_that_was_never_asked_moves_nothing() => ForEveryWalk.EachStep(step =>
    {
        if (step.Command is SupplierNews news && !step.Before.Request.Rota.Any(entry => entry.Symbol == news.Symbol && entry.WasAsked))
        {
            step.Answer.ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>();
        }
    });
}
