using System.Text.Json;

namespace Hkall.Domain.Tests.Stored;

/// <summary>Who acted is stored as one text, whose forms every build has written.</summary>
public class ActorTests
{
    [Theory]
    [InlineData("patron", ActorKind.Patron, null)]
    [InlineData("deadline", ActorKind.Deadline, null)]
    [InlineData("link", ActorKind.Link, null)]
    [InlineData("staff:lam", ActorKind.Staff, "lam")]
    [InlineData("staff:a:b", ActorKind.Staff, "a:b")]
    [InlineData("library:HKU", ActorKind.Library, "HKU")]
    public void Every_stored_form_is_read_and_written_as_it_was(string text, ActorKind kind, string? id)
    {
        var actor = JsonSerializer.Deserialize<Actor>($"\"{text}\"");

        actor.ShouldBe(new Actor(kind, id));
        JsonSerializer.Serialize(actor).ShouldBe($"\"{text}\"");
    }

    [Fact]
    public void Any_other_text_is_a_librarys_symbol() => Actor.Parse("HKU").ShouldBe(Actor.Library("HKU"));
}
