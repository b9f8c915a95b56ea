using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hkall.Domain.Downloading;
using Hkall.Domain.Lending;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Stored;

/// <summary>What is stored is stored for ever: a changed shape must be seen, and meant.</summary>
public class StoredShapesTests
{
    [Fact]
    public void Events_are_stored_as_approved() =>
        Written(Shapes.CompleteEvents, Shapes.BareEvents).ShouldMatchApproved("Stored/events.jsonl");

    [Fact]
    public void Effects_are_stored_as_approved() =>
        Written(Shapes.CompleteEffects, Shapes.BareEffects).ShouldMatchApproved("Stored/effects.jsonl");

    [Fact]
    public void Requests_are_stored_as_approved() =>
        Written(Shapes.States, []).ShouldMatchApproved("Stored/requests.jsonl");

    [Fact]
    public void Stored_records_are_read_back_whole()
    {
        Assert.Equivalent(Shapes.CompleteEvents.Concat(Shapes.BareEvents).ToList(), ReadBack<RequestEvent>("Stored/events.jsonl"), strict: true);
        Assert.Equivalent(Shapes.CompleteEffects.Concat(Shapes.BareEffects).ToList(), ReadBack<Effect>("Stored/effects.jsonl"), strict: true);
        Assert.Equivalent(Shapes.States.ToList(), ReadBack<PatronRequest>("Stored/requests.jsonl"), strict: true);
    }

    [Fact]
    public void No_event_and_no_effect_is_without_a_stored_shape()
    {
        Shapes.CompleteEvents.Select(happened => happened.GetType()).ShouldBe(Concrete(typeof(RequestEvent)), ignoreOrder: true);
        Shapes.CompleteEffects.Select(effect => effect.GetType())
            .ShouldBe(Concrete(typeof(Effect)).Where(type => !type.IsSubclassOf(typeof(LendingEffect))), ignoreOrder: true);
    }

    [Fact]
    public void An_event_is_shown_by_the_name_under_which_it_is_stored()
    {
        foreach (var happened in Shapes.CompleteEvents)
        {
            JsonSerializer.SerializeToElement(happened, StoredJson.Options).GetProperty("event").GetString().ShouldBe(EventNames.Of(happened));
        }
    }

    [Fact]
    public void A_complete_shape_leaves_no_member_out()
    {
        foreach (var complete in Shapes.CompleteEvents.Cast<object>().Concat(Shapes.CompleteEffects))
        {
            var members = complete.GetType().GetProperties().Where(member => member.GetCustomAttributes(typeof(JsonIgnoreAttribute), true).Length == 0);
            members.ShouldAllBe(member => member.GetValue(complete) != null);
        }
    }

    [Fact]
    public void No_member_of_a_request_is_without_a_stored_shape()
    {
        var stored =
            Shapes.States.SelectMany(state => JsonSerializer.SerializeToElement(state, StoredJson.Options).EnumerateObject().Select(member => member.Name))
                .Distinct();
        var members = typeof(PatronRequest).GetProperties()
            .Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name)).Where(name => name is not ("supplier" or "scanNumber"));

        stored.ShouldBe(members, ignoreOrder: true);
    }

    [Fact]
    public void A_member_that_a_later_version_adds_does_not_stop_an_earlier_one() =>
        JsonSerializer.Deserialize<RequestEvent>("""{"event":"file-downloaded","number":2,"fromPhone":true}""", StoredJson.Options)
            .ShouldBe(new FileDownloaded(2));

    [Fact]
    public void An_event_nobody_knows_stops_the_reading_instead_of_being_skipped() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<RequestEvent>("""{"event":"item-teleported"}""", StoredJson.Options));

    private static string Written<T>(IEnumerable<T> complete, IEnumerable<T> bare)
    {
        var text = new StringBuilder();
        foreach (var shape in complete.Concat(bare))
        {
            text.Append(JsonSerializer.Serialize(shape, StoredJson.Options)).Append('\n');
        }

        return text.ToString();
    }

    private static List<T> ReadBack<T>(string path) =>
        [.. Approved.Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<T>(line, StoredJson.Options)!)];

    private static IEnumerable<Type> Concrete(Type root) => root.Assembly.GetTypes().Where(type => type.IsSubclassOf(root) && !type.IsAbstract);
}
