using System.Text.Json;
using Hkall.Service.Notices.Letters;
using Hkall.Service.Storage;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Administrators change what mails say, over HTTP.</summary>
public sealed class LettersTests
{
    private const string Path = "/api/staff/letters/ready-for-pickup/en";
    private const string Subject = "Come to the counter";

    [Fact]
    public async Task A_changed_letter_is_in_the_mail_and_any_version_can_be_put_back()
    {
        await using var bench = await ABench.InMemoryAsync();
        var shipped = await LetterAsync(bench);
        (shipped.Json.At("version"), shipped.Json.GetProperty("changed").GetBoolean(), shipped.Header("ETag")).ShouldBe(("0", false, "\"0\""));
        var body = shipped.Json.At("body")!.Replace("The item you asked for has arrived.", "It is here at last.", StringComparison.Ordinal);

        var preview = (await PutAsync(bench, new { subject = Subject, body }, query: "?dryRun=true")).ShouldBe(200);
        preview.Json.GetProperty("previews").EnumerateArray().ShouldAllBe(one => one.At("subject")!.StartsWith(Subject, StringComparison.Ordinal));
        (await LetterAsync(bench)).Json.At("version").ShouldBe("0");

        (await PutAsync(bench, new { subject = Subject, body }, seen: "\"0\"")).ShouldBe(200).Header("ETag").ShouldBe("\"1\"");
        (await PutAsync(bench, new { subject = Subject, body })).ShouldBe(200).Header("ETag").ShouldBe("\"1\"", "The same text again is no change.");
        var mail = await PickupMailAsync(bench, Orders.Kuhn);
        mail.At("subject")!.ShouldStartWith($"{Subject} [");
        mail.At("text")!.ShouldContain("It is here at last.");

        (await PutAsync(bench, new { subject = "Another", body }, seen: "\"1\"")).ShouldBe(200);
        (await PutAsync(bench, new { version = 1 }, seen: "\"2\"")).ShouldBe(200).Json.At("subject").ShouldBe(Subject);
        (await PutAsync(bench, new { version = 9 })).ShouldBe(404);
        var history = (await LetterAsync(bench)).Json.GetProperty("history").EnumerateArray().ToList();
        history.Select(version => version.At("version")).ShouldBe(["3", "2", "1"]);
        history[0].At("putBack").ShouldBe("1");

        (await bench.SendAsync(HttpMethod.Delete, Path, await bench.LendingStaff().TokenAsync())).ShouldBe(200).Json
            .GetProperty("changed").GetBoolean().ShouldBeFalse();
        (await PickupMailAsync(bench, Orders.Piketty)).At("subject")!.ShouldStartWith("Ready for pickup");
        (await bench.LendingStaff().GetAsync("/api/staff/audit")).ShouldBe(200).Text.ShouldContain("changed-letters");
    }

    [Fact]
    public async Task Whoever_saves_over_the_change_of_another_is_told_and_shown_it()
    {
        await using var bench = await ABench.InMemoryAsync();
        var body = (await LetterAsync(bench)).Json.At("body")!;
        (await PutAsync(bench, new { subject = "First", body }, seen: "\"0\"")).ShouldBe(200);

        var stale = (await PutAsync(bench, new { subject = "Second", body }, seen: "\"0\"")).ShouldBeProblem(412, "changed-since");

        stale.Json.GetProperty("request").At("subject").ShouldBe("First");
        (await PutAsync(bench, new { subject = "Second", body }, seen: "W/\"1\"")).ShouldBe(200);
        (await PutAsync(bench, new { subject = "Third", body }, seen: "\"x\"")).ShouldBe(412);
        (await PutAsync(bench, new { subject = "Third", body }, seen: "x")).ShouldBeProblem(400, "bad-if-match");
    }

    [Fact]
    public async Task The_list_says_which_letters_are_changed_and_each_letter_has_its_fields()
    {
        await using var bench = await ABench.InMemoryAsync();
        var staff = bench.LendingStaff();
        await PutAsync(bench, new { subject = Subject, body = (await LetterAsync(bench)).Json.At("body") });

        var rows = (await staff.GetAsync("/api/staff/letters")).ShouldBe(200).Json.GetProperty("letters").EnumerateArray().ToList();
        rows.Count.ShouldBe(LetterKey.All.Count);
        rows.Where(row => row.GetProperty("changed").GetBoolean()).Select(row => (row.At("notice"), row.At("language"))).ShouldBe([("ready-for-pickup", "en")]);

        var fields = (await LetterAsync(bench)).Json.GetProperty("fields").EnumerateArray().ToDictionary(field => field.At("name")!);
        fields["pickup_code"].GetProperty("obligatory").GetBoolean().ShouldBeTrue();
        fields["date"].At("sample").ShouldBe("Tuesday 1 December 2026");
        fields["library"].GetProperty("obligatory").GetBoolean().ShouldBeFalse();
        fields["library_use_only"].At("kind").ShouldBe("condition");
        fields.Keys.ShouldNotContain("fine");
        (await staff.GetAsync("/api/staff/letters/ready-for-pickup/fr")).ShouldBe(404);
        (await staff.GetAsync("/api/staff/letters/no-such-notice/en")).ShouldBe(404);
    }

    [Fact]
    public async Task A_damaged_row_stops_no_mail_and_is_told_in_the_list()
    {
        await using var bench = await ABench.InMemoryAsync();
        await bench.Service<IRows>().CommitAsync(
            RowTable.Letters, "letters", [new RowWrite.Put(new Row("letters", "now|ready-for-pickup|en", "not json", "c"))], CancellationToken.None);

        (await PickupMailAsync(bench, Orders.Kuhn)).At("subject")!.ShouldStartWith("Ready for pickup");
        var letter = (await LetterAsync(bench)).Json;
        letter.At("fallsBack").ShouldBe("What is stored of this letter cannot be read. The shipped text goes out.");
        letter.At("body").ShouldBe(letter.At("shippedBody"));

        (await PutAsync(bench, new { subject = Subject, body = letter.At("body") })).ShouldBe(200).Json.TryGetProperty("fallsBack", out _).ShouldBeFalse();
        (await PickupMailAsync(bench, Orders.Piketty)).At("subject")!.ShouldStartWith(Subject);
    }

    internal static async Task<Answer> PutAsync(ABench bench, object form, string? seen = null, string query = "", string path = Path) =>
        await bench.SendAsync(
            HttpMethod.Put, path + query, await bench.LendingStaff().TokenAsync(), ABench.JsonOf(form), seen is null ? [] : [("If-Match", seen)]);

    private static async Task<Answer> LetterAsync(ABench bench) => (await bench.LendingStaff().GetAsync(Path)).ShouldBe(200);

    private static async Task<JsonElement> PickupMailAsync(ABench bench, object order)
    {
        var patron = bench.Patron("okafor");
        await bench.ScriptAsync("*", "silent");
        var id = await patron.HasPlacedAsync(order);
        await bench.Library((await patron.SeesAsync(id)).At("supplier.symbol")!).SaysAsync("shipped", id);
        await bench.LendingStaff().DoesAsync("receive", id);
        return (await bench.MailAsync(patron.Email)).Last(mail => mail.At("template") == "ready-for-pickup" && mail.At("requestId") == id);
    }
}
