using System.Text.Json;
using System.Text.RegularExpressions;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>The answers, member by member, as the contract names them.</summary>
public sealed partial class ShapesTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _patron = _bench.Patron("okafor");
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Who_I_am_and_what_I_may_have()
    {
        var me = (await _patron.GetAsync("/api/me")).ShouldBe(200).Json;

        Members(me).ShouldBe(["patronId", "name", "group", "privileges", "quota", "officeDelivery", "staff", "blocks", "fees"]);
        me.At("name").ShouldBe("Dr Ngozi Okafor");
        me.At("group").ShouldBe("academic");
        Members(me.GetProperty("quota")).ShouldBe(["limit", "used", "remaining", "parts", "ownAccount"]);
        Members(me.GetProperty("quota").GetProperty("parts")).ShouldBe(["requests", "loans", "ownCheckouts"]);
        var privileges = me.GetProperty("privileges").EnumerateArray().Select(one => $"{one.At("tier")} {one.At("service")}: {one.At("access")}");
        privileges.ShouldBe(
            ["hkall loan: allowed", "hkall copy: allowed", "local loan: allowed", "local copy: allowed", "overseas loan: conditional",
                "overseas copy: conditional"]);
        (await _bench.Patron("smith").GetAsync("/api/me")).Json.GetProperty("privileges")
            .EnumerateArray().Select(one => $"{one.At("tier")} {one.At("service")}: {one.At("access")}")
            .ShouldBe(
                ["hkall loan: conditional", "hkall copy: allowed", "local loan: notAllowed", "local copy: allowed", "overseas loan: notAllowed",
                    "overseas copy: conditional"]);
    }

    [Fact]
    public async Task A_loan_through_its_life_has_the_members_of_the_contract_and_no_nulls()
    {
        var placed = (await _patron.PlaceAsync(Orders.Kuhn)).ShouldBe(201);
        var id = placed.Json.At("id")!;
        Members(placed.Json)
            .ShouldBe(["id", "service", "status", "statusText", "item", "placedAt", "supplier", "estimate", "pickup", "next", "actions", "messages", "timeline"]);
        placed.Headers.Location!.ToString().ShouldBe($"/api/requests/{id}");
        placed.Headers.ETag.ShouldNotBeNull();
        placed.ContentType.ShouldBe("application/json; charset=utf-8");
        ShouldBeClean(placed.Json);
        (await _bench.GetAsync(placed.Headers.Location.ToString(), await _patron.TokenAsync())).ShouldBe(200);

        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");
        await _bench.LendingStaff().DoesAsync("receive", id);
        var onTheShelf = await _patron.SeesAsync(id);
        Members(onTheShelf.GetProperty("pickup")).ShouldBe(["place", "expiresOn"]);
        ShouldBeClean(onTheShelf);
        await _bench.LendingStaff().DoesAsync("check-out", id);
        var onLoan = await _patron.SeesAsync(id);
        Members(onLoan.GetProperty("loan")).ShouldBe(["dueOn", "renewBy", "renewable", "renewableWhy", "libraryUseOnly", "recalled"]);
        Members(onLoan.GetProperty("supplier")).ShouldBe(["symbol", "name", "tier"]);
        foreach (var entry in onLoan.GetProperty("timeline").EnumerateArray())
        {
            Members(entry).ShouldBe(["at", "event", "text"]);
            entry.At("text").ShouldNotBeNullOrWhiteSpace();
        }

        ShouldBeClean(onLoan);
    }

    [Fact]
    public async Task A_copy_that_is_ready_says_how_often_until_when_and_where()
    {
        var id = await _patron.HasPlacedAsync(Orders.Shannon);
        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");

        var ready = await _patron.SeesAsync(id);

        Members(ready.GetProperty("download")).ShouldBe(["remaining", "closesAt", "url", "scan"]);
        ready.At("download.url").ShouldBe($"/api/requests/{id}/file");
        ShouldBeClean(ready);
        ShouldBeClean((await _patron.GetAsync("/api/requests")).Json.Items()[0]);
    }

    [Fact]
    public async Task The_item_comes_back_as_it_was_given_with_its_identifiers_in_their_plain_form()
    {
        var placed = (await _patron.PlaceAsync(new
        {
            service = "copy",
            item = new
            {
                title = "  自然 Nature 🧬 ",
                articleTitle = "What's <new>? \"Quotes\" & back\\slashes / #hash",
                issn = "00280836",
                isbn = "0-306-40615-2",
                doi = "https://doi.org/10.1038/S41586-021-03819-2",
                pages = "583–589",
                year = 2021,
                totalPages = 700,
                oclcNumber = "01586310",
                source = "1-Search",
            },
            note = "Line one\nline two",
        })).ShouldBe(201).Json;

        placed.At("item.title").ShouldBe("自然 Nature 🧬");
        placed.At("item.articleTitle").ShouldBe("What's <new>? \"Quotes\" & back\\slashes / #hash");
        placed.At("item.issn").ShouldBe("0028-0836");
        placed.At("item.isbn").ShouldBe("9780306406157");
        placed.At("item.doi").ShouldBe("10.1038/s41586-021-03819-2");
        placed.At("item.pages").ShouldBe("583–589");
        (await _patron.SeesAsync(placed.At("id")!)).GetProperty("item").ToString().ShouldBe(placed.GetProperty("item").ToString());
    }

    [Fact]
    public async Task Staff_see_everything_about_a_request()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);

        var seen = await _bench.LendingStaff().SeesAsync(id);

        Members(seen).ShouldBe(["request", "state", "journal", "routing", "thread"]);
        seen.At("routing.places.0.facts.symbol").ShouldBe("HKU");
        seen.At("routing.places.1.by").ShouldBe("listed");
        seen.At("routing.places.1.why").ShouldBe("The catalogue names it later.");
        seen.At("state.rota.0.symbol").ShouldBe("HKU");
        seen.At("journal.0.by").ShouldBe("patron");
        seen.At("journal.1.by").ShouldBe("library:HKU");
        seen.GetProperty("journal")[0].GetProperty("outbox").EnumerateArray().Select(item => item.At("state")).ShouldAllBe(state => state == "delivered");
        seen.ToString().ShouldNotContain("okafor", Case.Insensitive, "Name and address are kept apart.");
        var row = (await _bench.LendingStaff().GetAsync("/api/staff/requests")).Json.Items().ShouldHaveSingleItem();
        Members(row).ShouldBe(["id", "patronId", "service", "status", "title", "placedAt", "supplier", "deadline", "owner", "since", "version", "code", "initials", "tier"]);
    }

    private static IReadOnlyList<string> Members(JsonElement json) => [.. json.EnumerateObject().Select(member => member.Name)];

    /// <summary>Nothing is null, instants have an offset, and dates are dates.</summary>
    private static void ShouldBeClean(JsonElement json)
    {
        foreach (var (name, value) in Leaves(json, string.Empty))
        {
            value.ValueKind.ShouldNotBe(JsonValueKind.Null, name);
            var last = name.Split('.')[^1];
            if (last is "at" or "by" || last.EndsWith("At", StringComparison.Ordinal))
            {
                Instants().IsMatch(value.GetString()!).ShouldBeTrue($"{name}: {value}");
            }
            else if (last.EndsWith("On", StringComparison.Ordinal) || last is "renewBy" or "earliest" or "latest")
            {
                Dates().IsMatch(value.GetString()!).ShouldBeTrue($"{name}: {value}");
            }
        }
    }

    private static IEnumerable<(string Name, JsonElement Value)> Leaves(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Leaves(member.Value, $"{name}.{member.Name}")),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Leaves(item, name)),
        _ => [(name, json)],
    };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$")]
    private static partial Regex Instants();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Dates();
}
