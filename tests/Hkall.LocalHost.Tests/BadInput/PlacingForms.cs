using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Hkall.LocalHost.Tests.BadInput;

/// <summary>The ways in which the body of a placing can be wrong.</summary>
public static partial class PlacingForms
{
    /// <summary>The members of an item that are text, and the most characters each takes.</summary>
    public static readonly IReadOnlyDictionary<string, int> Texts = new Dictionary<string, int>
    {
        ["title"] = 1000,
        ["author"] = 500,
        ["isbn"] = 200,
        ["issn"] = 200,
        ["doi"] = 200,
        ["publisher"] = 500,
        ["edition"] = 100,
        ["volume"] = 100,
        ["issue"] = 100,
        ["chapterTitle"] = 1000,
        ["articleTitle"] = 1000,
        ["articleAuthor"] = 500,
        ["pages"] = 100,
        ["oclcNumber"] = 100,
        ["source"] = 200,
    };

    private static readonly string[] OtherMembers =
        ["service", "item", "acceptTiers", "neededBy", "note", "pickup", "maxCost", "declaration", "staffHelp", "item.year", "item.totalPages"];

    public static IReadOnlyDictionary<string, BadForm> All { get; } =
        new[] { NotJson(), Members(), Types(), Identifiers(), LongTexts(), Characters(), Numbers(), Dates(), Others() }
            .SelectMany(forms => forms)
            .ToDictionary(form => form.Name);

    /// <summary>A good order, for a fault to be put in.</summary>
    public static JsonObject Good() => new()
    {
        ["service"] = "loan",
        ["item"] = new JsonObject { ["title"] = "A good book", ["author"] = "Somebody", ["isbn"] = "9780306406157" },
    };

    /// <summary>The same with a value at a path such as <c>item.year</c>.</summary>
    public static JsonObject With(string path, JsonNode? value)
    {
        var order = Good();
        var names = path.Split('.');
        var place = order;
        foreach (var name in names[..^1])
        {
            place = place[name] as JsonObject ?? (JsonObject)(place[name] = new JsonObject());
        }

        place[names[^1]] = value;
        return order;
    }

    private static IEnumerable<BadForm> NotJson()
    {
        foreach (var (name, text) in new[]
        {
            ("an empty body", ""), ("blanks", "  \r\n "), ("the word null", "null"), ("half an order", "{\"service\":\"loan\",\"item\":{"),
            ("an order and more", Good().ToJsonString() + "{}"), ("a comma too many", "{\"service\":\"loan\",}"), ("single quotes", "{'service':'loan'}"),
            ("a comment", "{/* no */\"service\":\"loan\"}"), ("a form", "service=loan&item=x"), ("XML", "<request/>"), ("NaN", "{\"service\":NaN}"),
            ("a NUL", "\0"), ("an escape that is none", """{"service":"\x"}"""),
        })
        {
            yield return new BadForm(name, Encoding.UTF8.GetBytes(text), 400, "malformed-json", null);
        }

        yield return new BadForm("UTF-16", Encoding.Unicode.GetBytes(Good().ToJsonString()), 400, "malformed-json", null);
        yield return new BadForm(
            "a byte order mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Good().ToJsonString())], 400, "malformed-json", null);
        yield return new BadForm("more than 64 KiB", Encoding.UTF8.GetBytes(Good().ToJsonString() + new string(' ', 64 * 1024)), 413, "body-too-large", null);
        foreach (var (name, text) in new[] { ("an array", "[]"), ("an array of orders", $"[{Good().ToJsonString()}]"), ("a text", "\"loan\""),
            ("a number", "1"), ("true", "true"), ("nothing but brackets", new string('[', 20_000)) })
        {
            yield return new BadForm(name, Encoding.UTF8.GetBytes(text), 400, "wrong-type", null);
        }
    }

    private static IEnumerable<BadForm> Members()
    {
        yield return Text("objects in objects", string.Concat(Enumerable.Repeat("{\"item\":", 5_000)), "unknown-member", "item.item");
        yield return Of("no service", "missing-member", "service", order => order.Remove("service"));
        yield return Of("no item", "missing-member", "item", order => order.Remove("item"));
        yield return Of("no declaration in the declaration", "missing-member", "declaration.noEarlierCopy", order => order["declaration"] = new JsonObject());
        foreach (var path in new[] { "unknown", "Service ", "item.unknown", "item.item", "pickup.unknown", "maxCost.unknown", "declaration.unknown", "patronId",
            "id", "status", "item.heldBy", "$type", "item.$ref" })
        {
            yield return Of($"the unknown member {path}", "unknown-member", path, order => Put(order, path, 1));
        }

        yield return Text("a member twice", """{"service":"loan","service":"copy","item":{"title":"T","author":"A"}}""", "duplicate-member", "service");
        yield return Text(
            "a member twice in the item", """{"service":"loan","item":{"title":"T","title":"T","author":"A"}}""", "duplicate-member", "item.title");
        yield return Text(
            "a member twice in other letters", """{"service":"loan","item":{"title":"T","Title":"T","author":"A"}}""", "duplicate-member", "item.Title");
        yield return Text(
            "a member that is deeply nested", $$$"""{"service":"loan","item":{"title":"T","author":{{{new string('[', 100)}}}{{{new string(']', 100)}}}}}""",
            "wrong-type", "item.author");
    }

    private static IEnumerable<BadForm> Types()
    {
        JsonNode?[] values = [1, -1.5, true, new JsonArray(), new JsonArray("x"), new JsonObject(), new JsonObject { ["x"] = 1 }, "text"];
        string[] members = [.. OtherMembers, .. Texts.Keys.Select(name => $"item.{name}"), "pickup.place", "pickup.office", "maxCost.currency",
            "maxCost.amount", "declaration.signature"];
        foreach (var member in members)
        {
            foreach (var value in values.Where(value => !IsOfType(member, value!)))
            {
                var json = value!.ToJsonString();
                yield return Of($"{member} is {json}", null, member, order => Put(order, member, value.DeepClone()));
            }
        }

        yield return Of("service is null", null, "service", order => order["service"] = null);
        yield return Of("item is null", null, "item", order => order["item"] = null);
        yield return Of("staffHelp is null", "wrong-type", "staffHelp", order => order["staffHelp"] = null);
        yield return Of("a year in quotes", "wrong-type", "item.year", order => Put(order, "item.year", "2012"));
    }

    private static IEnumerable<BadForm> Identifiers()
    {
        foreach (var (field, text) in new[]
        {
            ("isbn", "9780306406158"), ("isbn", "0306406153"), ("isbn", "978030640615"), ("isbn", "97803064061577"), ("isbn", "isbn"),
            ("isbn", "9770306406150"),
            ("isbn", "03064X6152"), ("isbn", "٩٧٨٠٣٠٦٤٠٦١٥٨"), ("isbn", "9780306406158 (hbk.)"), ("isbn", "/"), ("isbn", "9780306406158/9780306406158"),
            ("issn", "0028-0837"), ("issn", "0028-083"), ("issn", "0028-08366"), ("issn", "X028-0836"), ("issn", "issn"), ("issn", "?"),
            ("doi", "10.1038"), ("doi", "10.1038/"), ("doi", "11.1038/x"), ("doi", "doi"), ("doi", "https://example.com/10.1038/x"), ("doi", "10.1038/a b"),
            ("doi", "10./x"),
        })
        {
            yield return Of($"the {field} {text}", "invalid-item", $"item.{field}", order => Put(order, $"item.{field}", text), 422);
        }

        yield return Of("no title", "invalid-item", "item.title", order => ((JsonObject)order["item"]!).Remove("title"), 422);
        yield return Of("a title of blanks", "invalid-item", "item.title", order => Put(order, "item.title", " \u3000\u00A0 "), 422);
        yield return Of("a title alone", "invalid-item", "item.author", order => order["item"] = new JsonObject { ["title"] = "T" }, 422);
        yield return Of("a copy of nothing in particular", "invalid-item", "item.articleTitle", order => order["service"] = "copy", 422);
    }

    private static IEnumerable<BadForm> LongTexts()
    {
        foreach (var (name, longest) in Texts)
        {
            yield return Of(
                $"{name} of {longest + 1} characters", "too-long", $"item.{name}", order => Put(order, $"item.{name}", new string('長', longest + 1)));
        }

        yield return Of("a note of 2001 characters", "too-long", "note", order => order["note"] = new string('n', 2001));
        yield return Of(
            "a signature of 501 characters", "too-long", "declaration.signature", order => order["declaration"] = Declaration(new string('n', 501)));
        yield return Of("an office of 201 characters", "too-long", "pickup.office", order => Put(order, "pickup.office", new string('n', 201)));
    }

    private static IEnumerable<BadForm> Characters()
    {
        foreach (var name in Texts.Keys)
        {
            foreach (var c in new[] { '\0', '\u0001', '\n', '\r', '\u001B', '\u007F', '\u0085', '\uFFFF' })
            {
                var text = $"a{c}b";
                yield return Of(
                    string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4} in {name}"), "control-characters", $"item.{name}",
                    order => Put(order, $"item.{name}", text));
            }

            yield return Text($"half a character in {name}", $$$"""{"service":"loan","item":{"{{{name}}}":"a\ud800b"}}""", "wrong-type", $"item.{name}");
            yield return Text($"the other half in {name}", $$$"""{"service":"loan","item":{"{{{name}}}":"a\udc00b"}}""", "wrong-type", $"item.{name}");
        }

        yield return Of("a NUL in the note", "control-characters", "note", order => order["note"] = "a\0b");
        yield return Of("a NUL in the signature", "control-characters", "declaration.signature", order => order["declaration"] = Declaration("a\0b"));
        byte[] good = Encoding.UTF8.GetBytes(Good().ToJsonString().Replace("A good book", "A good ~ book", StringComparison.Ordinal));
        foreach (var (name, bytes) in new (string, byte[])[] { ("half a byte sequence", [0xE9]), ("an overlong sequence", [0xC0, 0xAF]),
            ("a surrogate in UTF-8", [0xED, 0xA0, 0x80]) })
        {
            yield return new BadForm(name, [.. good.SelectMany(b => b == '~' ? bytes : [b])], 400, "wrong-type", "item.title");
        }
    }

    private static IEnumerable<BadForm> Numbers()
    {
        foreach (var (field, number, code) in new (string, string, string)[]
        {
            ("item.year", "999", "number-out-of-range"), ("item.year", "3000", "number-out-of-range"), ("item.year", "-2012", "number-out-of-range"),
            ("item.year", "0", "number-out-of-range"),
            ("item.year", "2012.5", "wrong-type"), ("item.year", "1e400", "wrong-type"), ("item.year", "99999999999999999999", "wrong-type"),
            ("item.totalPages", "0", "number-out-of-range"), ("item.totalPages", "-1", "number-out-of-range"),
            ("item.totalPages", "100001", "number-out-of-range"), ("item.totalPages", "2147483648", "wrong-type"),
            ("maxCost.amount", "-0.01", "number-out-of-range"), ("maxCost.amount", "100000.01", "number-out-of-range"),
            ("maxCost.amount", "1e29", "wrong-type"), ("maxCost.amount", "1e400", "wrong-type"),
        })
        {
            yield return Of($"{field} is {number}", code, field, order =>
            {
                Put(order, field, JsonNode.Parse(number));
                if (field == "maxCost.amount")
                {
                    Put(order, "maxCost.currency", "HKD");
                }
            });
        }

        foreach (var number in new[] { "01", "+1", "0x10", ".5", "1.", "--1", "Infinity" })
        {
            yield return Text(
                $"the number {number}", $$$"""{"service":"loan","item":{"title":"T","author":"A","year":{{{number}}}}}""", "malformed-json", null);
        }
    }

    private static IEnumerable<BadForm> Dates()
    {
        foreach (var date in new[] { "2026-11-22", "2027-11-24", "3000-01-01", "0001-01-01", "9999-12-31" })
        {
            yield return Of($"needed by {date}", "date-out-of-range", "neededBy", order => order["neededBy"] = date);
        }

        foreach (var date in new[] { "2026-02-30", "2027-02-29", "2026-13-01", "2026-12-1", "20261220", "20/12/2026", "2026-12-20T09:00:00+08:00", "tomorrow",
            "", " 2026-12-20", "-2026-12-20", "+12026-12-20" })
        {
            yield return Of($"needed by '{date}'", "wrong-type", "neededBy", order => order["neededBy"] = date);
        }
    }

    private static IEnumerable<BadForm> Others()
    {
        foreach (var service in new[] { "Loan", "LOAN", " loan", "loan, copy", "0", "", "borrow", "__proto__" })
        {
            yield return Of($"the service '{service}'", "unknown-value", "service", order => order["service"] = service);
        }

        yield return Of("the service 0", "unknown-value", "service", order => order["service"] = 0);
        yield return Of("the service 99", "unknown-value", "service", order => order["service"] = 99);
        yield return Of("no tier", "missing-member", "acceptTiers", order => order["acceptTiers"] = new JsonArray());
        yield return Of("an unknown tier", "unknown-value", "acceptTiers[1]", order => order["acceptTiers"] = new JsonArray("hkall", "moon"));
        yield return Of("a tier by number", "unknown-value", "acceptTiers[0]", order => order["acceptTiers"] = new JsonArray(1));
        yield return Of("null among the tiers", "unknown-value", "acceptTiers[0]", order => order["acceptTiers"] = new JsonArray((JsonNode?)null));
        yield return Of("a pickup nowhere", "unknown-place", "pickup.place", order => order["pickup"] = new JsonObject());
        yield return Of(
            "a pickup at two places", "unknown-place", "pickup.place",
            order => order["pickup"] = new JsonObject { ["place"] = "serviceCounter", ["office"] = "LBY 101" });
        yield return Of("a pickup at home", "unknown-place", "pickup.place", order => Put(order, "pickup.place", "home"));
        foreach (var currency in new[] { "", "HK", "hkd", "HKDD", "H/D", "港幣元" })
        {
            yield return Of(
                $"a cost in '{currency}'", "unknown-currency", "maxCost.currency",
                order => order["maxCost"] = new JsonObject { ["currency"] = currency, ["amount"] = 1 });
        }

        yield return Of("a cost without an amount", "missing-member", "maxCost.amount", order => order["maxCost"] = new JsonObject { ["currency"] = "HKD" });
        yield return Of("a cost in no currency", null, "maxCost.currency", order => order["maxCost"] = new JsonObject { ["currency"] = null, ["amount"] = 1 });
    }

    private static JsonObject Declaration(string signature) => new()
    {
        ["researchOrPrivateStudy"] = true,
        ["notRelatedToAnother"] = true,
        ["noEarlierCopy"] = true,
        ["signature"] = signature,
    };

    private static BadForm Of(string name, string? code, string field, Action<JsonObject> spoil, int status = 400)
    {
        var order = Good();
        spoil(order);
        return new BadForm(name, Encoding.UTF8.GetBytes(order.ToJsonString()), status, code ?? string.Empty, field);
    }

    private static BadForm Text(string name, string text, string code, string? field) => new(name, Encoding.UTF8.GetBytes(text), 400, code, field);
}
