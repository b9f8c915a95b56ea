using System.Text.Json;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Privacy;

namespace Hkall.Service.Tests.Privacy;

public sealed class RedactionTests
{
    private const string Entry = """
        {"number":1,"at":"2026-11-23T09:00:00+08:00","by":"patron","firstEvent":1,
         "events":[
           {"event":"request-placed","patronId":"pX","group":"academic","service":"loan","item":{"title":"Orientalism","isbn":"9780394740676"},"neededBy":"2026-12-01","note":"for amy","rota":[{"symbol":"HKU","name":"The University of Hong Kong","tier":"hkall","standing":"passed-over","why":"silent"}],"policyVersion":"2026-11","office":"chinese"},
           {"event":"note-added","by":"staff:p1","text":"amy"},
           {"event":"item-lost","why":"not-returned"},
           {"event":"item-damaged","note":"coffee"},
           {"event":"invented-tomorrow","who":"Amy Wong","when":"2026-11-24T10:00:00+08:00","times":3,"with":["Amy","ours"]}],
         "outbox":[{"key":"k","effect":{"effect":"tell-patron","notice":"rejected","facts":{"library":"HKU Libraries","reason":"Amy has it already."}},"state":"delivered","note":"Amy"},
                   {"key":"k","effect":{"effect":"tell-supplier","symbol":"HKU","word":"damaged","note":"amy's coffee"},"state":"delivered"}]}
        """;

    [Fact]
    public void Words_of_people_and_the_item_go_and_the_course_of_things_stays()
    {
        var redacted = Redaction.OfEntry(Entry);

        foreach (var word in (string[])["Orientalism", "9780394740676", "amy", "Amy", "chinese", "coffee"])
        {
            redacted.ShouldNotContain(word);
        }

        foreach (var kept in (string[])["request-placed", "pX", "2026-12-01", "The University of Hong Kong", "silent", "2026-11", "not-returned",
            "HKU Libraries", "2026-11-24T10:00:00+08:00", "\"times\":3"])
        {
            redacted.ShouldContain(kept);
        }
    }

    [Fact]
    public void Every_stored_record_can_be_read_after_its_redaction()
    {
        foreach (var stored in Stored("Stored/events.jsonl"))
        {
            StoredJson.Read<JournalEntry<RequestEvent>>(Redaction.OfEntry(EntryOf(stored))).Events.ShouldHaveSingleItem();
        }

        foreach (var stored in Stored("Lending/events.jsonl"))
        {
            var redacted = LendingRedaction.OfEntry(EntryOf(stored));
            StoredJson.Read<JournalEntry<LendingEvent>>(redacted).Events.ShouldHaveSingleItem();
            LendingRedaction.OfEntry(redacted).ShouldBe(redacted);
        }
    }

    private static string EntryOf(
        string happened) => $$"""{"number":1,"at":"2026-11-23T09:00:00+08:00","by":"patron","firstEvent":1,"events":[{{happened}}],"outbox":[]}""";

    /// <summary>Every event with all that it can hold, as the tests of the trade keep them.</summary>
    private static IEnumerable<string> Stored(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HkallFunctions.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not lie in the repository.");
        }

        return File.ReadLines(Path.Combine(folder.FullName, "tests", "Hkall.Domain.Tests", file)).Where(line => line.Length > 0);
    }

    [Fact]
    public void Doing_it_twice_changes_nothing() => Redaction.OfEntry(Redaction.OfEntry(Entry)).ShouldBe(Redaction.OfEntry(Entry));

    [Fact]
    public void A_new_member_of_an_event_is_erased_unless_it_is_listed_to_stay()
    {
        var added = JsonDocument.Parse(Redaction.OfEntry(Entry)).RootElement.GetProperty("events")[4];

        added.GetProperty("who").GetString().ShouldBe("");
        added.GetProperty("with").GetArrayLength().ShouldBe(0);
    }
}
