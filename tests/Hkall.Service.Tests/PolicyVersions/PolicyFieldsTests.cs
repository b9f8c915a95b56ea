using Hkall.Service.Policies;
using Hkall.Service.PolicyVersions;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.PolicyVersions;

/// <summary>The policy in fields: what is plain can be changed without the document, and the document stays what it was.</summary>
public sealed class PolicyFieldsTests
{
    private static readonly string Shipped = PolicyFile.Write(PolicyFile.Default());

    [Fact]
    public void Fields_that_are_kept_as_they_were_typed_change_nothing()
    {
        var (whole, faults) = (PolicyFields.Whole(Shipped)!, new Fields());
        var fields = PolicyFields.Of(whole);

        var text = PolicyFields.Changed(whole, fields.Select(field => (field.Path, PolicyFieldReading.Read(field, PolicyFieldReading.Typed(field), faults))));

        faults.Errors.ShouldBeEmpty();
        fields.Count.ShouldBeGreaterThan(150);
        PolicyComparison.Of(PolicyFile.Read(Shipped), PolicyFile.Read(text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("figures.loanDays.undergraduate", PolicyFieldKind.Number)]
    [InlineData("figures.reply.hkall.workingDays", PolicyFieldKind.Number)]
    [InlineData("figures.costThreshold.amount", PolicyFieldKind.Amount)]
    [InlineData("figures.loansEndWithCard", PolicyFieldKind.YesNo)]
    [InlineData("figures.charges.borneByLibrary.overseas", PolicyFieldKind.YesNo)]
    [InlineData("mail.quietFrom", PolicyFieldKind.Time)]
    [InlineData("mail.first", PolicyFieldKind.Codes)]
    [InlineData("figures.overdueNoticeDays", PolicyFieldKind.Numbers)]
    [InlineData("figures.routing.tooLate", PolicyFieldKind.Code)]
    [InlineData("reading", PolicyFieldKind.Code)]
    [InlineData("invoices.howToPay", PolicyFieldKind.Words)]
    public void Every_plain_value_is_a_field_of_its_kind(string path, PolicyFieldKind kind) =>
        PolicyFields.Of(PolicyFields.Whole(Shipped)!).Single(field => field.Path == path).Kind.ShouldBe(kind);

    [Fact]
    public void What_a_draft_leaves_out_stands_at_its_default_whatever_the_case_of_its_names()
    {
        var fields = PolicyFields.Of(PolicyFields.Whole("""{ "Figures": { "version": "x", "PICKUPDAYS": 5 } /* a comment */ }""")!);

        fields.Single(field => field.Path == "figures.pickupDays").Value!.ToString().ShouldBe("5");
        fields.Single(field => field.Path == "figures.downloadDays").Value!.ToString().ShouldBe("14");
        fields.ShouldNotContain(field => field.Path.StartsWith("limits", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{ \"figures\":")]
    [InlineData("{ \"a\": 1, \"a\": 2 }")]
    public void A_text_that_is_no_object_has_no_fields(string text) => PolicyFields.Whole(text).ShouldBeNull();

    [Theory]
    [InlineData("figures.pickupDays", "five", "wrong-type")]
    [InlineData("figures.pickupDays", "", "missing-member")]
    [InlineData("figures.overdueNoticeDays", "1, two", "wrong-type")]
    [InlineData("mail.quietFrom", "25:00", "wrong-type")]
    [InlineData("mail.first", "ready-for-pickup, nothing", "unknown-value")]
    [InlineData("figures.routing.tooLate", "never", "unknown-value")]
    [InlineData("figures.loansEndWithCard", "perhaps", "unknown-value")]
    [InlineData("figures.costThreshold.amount", "much", "wrong-type")]
    public void What_cannot_be_read_is_a_fault_of_its_field(string path, string typed, string code)
    {
        var faults = new Fields();
        PolicyFieldReading.Read(PolicyFields.Of(PolicyFields.Whole(Shipped)!).Single(field => field.Path == path), typed, faults);

        faults.Errors.Keys.ShouldBe([path]);
        Should.Throw<BadInputException>(() => faults.ThrowIfAny()).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("1, 8, 15")]
    [InlineData("1，8、15")]
    public void A_list_is_typed_with_any_comma(string typed) =>
        PolicyFieldReading.Read(PolicyFields.Of(PolicyFields.Whole(Shipped)!).Single(field => field.Path == "figures.overdueNoticeDays"), typed, new Fields())!
            .ToJsonString().ShouldBe("[1,8,15]");

    public static TheoryData<string> Faulty =>
    [
        """{ "figures": { "version": "x", "pickupDays": 0, "overdueNoticeDays": [5, 1], "lostAfterDays": 1, "purchaseSuggestion": "no" } }""",
        """{ "figures": { "version": " ", "reply": { "hkall": { "workingDays": 0, "atMostDays": 1 } }, "costThreshold": { "currency": "XXXX", "amount": -1 } } }""",
        """{ "figures": { "loanDays": { "academic": 5 }, "lastDays": [ { "on": "1900-01-01", "why": "card-ends", "groups": [] } ] } }""",
        """{ "mail": { "first": ["overdue"], "optional": ["overdue", "cancelled"] }, "retention": { "personDays": 0 }, "costs": { "loanHkd": -1 } }""",
        """{ "invoices": { "payWithinDays": 0, "keptYears": 90 }, "fourEyes": { "openDays": 0, "waiversFromHkd": -1 }, "audit": { "keepDays": 1 } }""",
        """{ "tags": [ { "name": "NOT A NAME", "en": "", "zhHant": "" } ], "answers": [ { "name": "?", "for": "patron", "en": "", "zhHant": "", "zhHans": "" } ] }""",
        """{ "closedDays": [ { "date": "2027-05-01", "why": "x", "until": "2026-05-01" } ], "figures": { "fines": { "graceDays": -1 }, "messages": { "patronPerDay": 0 } } }""",
        """{ "figures": { "fines": { "blockAt": { "currency": "HKD", "amount": -1 }, "mostPerItem": { "currency": "USD", "amount": 5 } } } }""",
        """{ "nothing": 1 }""", """{ "figures": { "pickupDays": "x" } }""", """{ "figures": null }""", "no JSON", """{ "tags": [ null ] }""",
        """{ "figures": { "lending": { "overdueDays": [9, 1] } } }""",
    ];

    [Theory, MemberData(nameof(Faulty))]
    public void Every_fault_is_said_in_each_language(string text)
    {
        var faults = Should.Throw<BadPolicyException>(() => PolicyFile.Read(text)).Faults.Select(PolicyFault.Of).ToList();

        faults.ShouldNotBeEmpty();
        foreach (var fault in faults)
        {
            PolicyFaultWords.Find(fault, NoticeLanguage.English).ShouldBe(fault.Why);
            var chinese = PolicyFaultWords.Find(fault, NoticeLanguage.TraditionalChinese).ShouldNotBeNull();
            chinese.ShouldNotBe(fault.Why);
            chinese.Any(c => c is >= '\u4e00' and <= '\u9fff').ShouldBeTrue(chinese);
        }
    }
}
