using Hkall.Service.Policies;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.PolicyVersions.Attacks;

/// <summary>Documents that no honest author writes. Each is a draft with a fault that names its place, and none is in force.</summary>
public sealed class PolicyDocumentAttackTests
{
    public static TheoryData<string, string> Documents { get; } = new()
    {
        { "", "$" },
        { "null", "$" },
        { "[]", "$" },
        { "\"policy\"", "$" },
        { "{", "$" },
        { "{} {}", "$" },
        { string.Concat(Enumerable.Repeat("{\"figures\":", 500)) + "1" + new string('}', 500), "figures.figures" },
        { "{\"tags\":" + new string('[', 5_000) + new string(']', 5_000) + "}", "tags" },
        { """{ "figures": { "pickupDays": 5, "pickupDays": 6 } }""", "figures" },
        { """{ "figures": { "pickupDays": 5 }, "figures": {} }""", "figures" },
        { """{ "$type": "System.Diagnostics.Process", "figures": {} }""", "$type" },
        { """{ "figures": { "__proto__": {} } }""", "figures.__proto__" },
        { """{ "figures": null }""", "figures" },
        { """{ "figures": [] }""", "figures" },
        { """{ "figures": { "pickupDays": 1e999 } }""", "figures.pickupDays" },
        { """{ "figures": { "pickupDays": 2147483648 } }""", "figures.pickupDays" },
        { """{ "figures": { "pickupDays": 1.5 } }""", "figures.pickupDays" },
        { """{ "figures": { "pickupDays": true } }""", "figures.pickupDays" },
        { """{ "figures": { "loanDays": { "academic": null } } }""", "figures.loanDays" },
        { """{ "figures": { "loanDays": { "students": 5 } } }""", "figures.loanDays" },
        { """{ "figures": { "privileges": { "academic": null } } }""", "figures.privileges.academic" },
        { """{ "figures": { "reply": { "hkall": null, "local": null, "overseas": null } } }""", "figures.reply.hkall" },
        { """{ "figures": { "fines": { "blockAt": null } } }""", "figures.fines.blockAt" },
        { """{ "figures": { "fines": { "blockAt": { "currency": null, "amount": 1 } } } }""", "figures.fines.blockAt" },
        { """{ "figures": { "fines": { "blockAt": { "currency": "HKD", "amount": 79228162514264337593543950335 } } } }""", "figures.fines.blockAt" },
        { """{ "closedDays": [null] }""", "closedDays[0]" },
        { """{ "closedDays": [ { "date": "9999-12-31", "why": "The end" } ] }""", "closedDays.9999-12-31" },
        { """{ "closedDays": [ { "date": "0001-01-01", "why": "The beginning" } ] }""", "closedDays.0001-01-01" },
        { """{ "tags": [null] }""", "tags[0]" },
        { """{ "tags": [ { "name": "<script>", "en": "x" } ] }""", "tags" },
        { """{ "roles": { "staff": null } }""", "roles" },
        { """{ "roles": { "everybody": ["administrator", "desk", "lending", "directory", "reports"] } }""", "roles" },
        { """{ "library": { "agencyId": "JULAC:OTHER", "name": "Somebody else" } }""", "library" },
        { """{ "limits": { "strangers": { "times": 1000000, "minutes": 1 } } }""", "limits" },
        { """{ "mail": { "first": ["no-such-notice"] } }""", "mail.first[0]" },
        { """{ "mail": { "quietFrom": "25:00:00" } }""", "mail.quietFrom" },
        { "{ \"figures\": { \"version\": \"" + new string('v', 41) + "\" } }", "figures.version" },
        { """{ "figures": { "purchaseSuggestion": "javascript:alert(1)" } }""", "figures.purchaseSuggestion" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_hostile_document_is_a_draft_with_a_named_fault_and_never_in_force(string text, string path)
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);

        var number = await desk.DraftAsync(text);

        var faults = (await desk.FindAsync(number)).Faults;
        faults.ShouldContain(fault => fault.Path.StartsWith(path, StringComparison.Ordinal), string.Join('\n', faults));
        faults.ShouldAllBe(fault => fault.Why.Length > 5 && !fault.Why.Contains("System.", StringComparison.Ordinal));
        await PolicyDesk.RefusedAsync(() => desk.PutAsync(number), "policy-faulty");
        desk.InForce.Number.ShouldBe(1);
    }

    [Theory]
    [InlineData(PolicyTable.LongestText + 1, ' ', "too-long")]
    [InlineData(5, '\u0000', "control-characters")]
    [InlineData(5, '\uD83E', "control-characters")]
    public async Task A_document_that_cannot_be_kept_is_refused(int length, char filling, string code)
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);

        await PolicyDesk.RefusedAsync(() => new PolicyDesk(host).DraftAsync("{}" + new string(filling, length - 2)), code);
    }
}
