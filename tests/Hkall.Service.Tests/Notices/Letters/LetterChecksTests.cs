using System.Text.RegularExpressions;
using Hkall.Domain;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Letters;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Notices.Letters;

/// <summary>A letter that staff wrote is tried on every case before it is kept, and each fault has its sentence.</summary>
public sealed partial class LetterChecksTests
{
    private const string Subject = "Your item is here";

    private static readonly LetterKey Pickup = new(Notice.ReadyForPickup, NoticeLanguage.English);

    /// <summary>The shipped body of the pickup letter.</summary>
    private static readonly string Shipped = NoticeTemplates.TextOf(NoticeLanguage.English, "ready-for-pickup").Body;

    public static TheoryData<Notice> EveryNotice => [.. Enum.GetValues<Notice>()];

    [Theory]
    [MemberData(nameof(EveryNotice))]
    public void The_shipped_letters_pass_and_read_as_the_mails_do(Notice notice)
    {
        foreach (var key in LetterKey.All.Where(key => key.Notice == notice))
        {
            var (subject, body) = NoticeTemplates.TextOf(key.Language, Names.Of(notice));
            var faults = new Fields();

            var previews = LetterChecks.Check(key, subject, body, faults);

            faults.Errors.SelectMany(error => error.Value).Select(why => why.English).ShouldBeEmpty(key.ToString());
            previews.ShouldBe(LetterChecks.Shipped(key));
            previews.Count.ShouldBeGreaterThan(1);
        }
    }

    [Theory]
    [MemberData(nameof(EveryNotice))]
    public void A_letter_that_leaves_out_an_obligatory_fact_names_it(Notice notice)
    {
        foreach (var key in LetterKey.All.Where(key => key.Notice == notice))
        {
            var (subject, body) = NoticeTemplates.TextOf(key.Language, Names.Of(notice));
            var written = Outputs().Matches(subject + body).Select(one => one.Groups[1].Value).Distinct()
                .Where(name => LetterFields.Find(name) is { Obligatory: true, Kind: not FieldKind.Link }).ToList();
            written.ShouldNotBeEmpty(key.ToString());
            foreach (var name in written)
            {
                var faults = new Fields();
                LetterChecks.Check(key, Without(subject, name), Without(body, name), faults);

                faults.Errors.SelectMany(error => error.Value).Select(why => why.English)
                    .ShouldContain(why => why.Contains("{{ " + name + " }} is missing", StringComparison.Ordinal), $"{key} without {name}");
            }
        }
    }

    [Theory]
    [InlineData("subject", "", "This member is required.")]
    [InlineData("subject", "For {{ name }}", "subjects show on locked screens")]
    [InlineData("subject", "{% if library_use_only %}Here{% endif %}", "The subject is one line, in every case.")]
    [InlineData("subject", "{{ item }}", "cannot stand in the subject")]
    [InlineData("subject", "{{ title }}", "This letter has no field {{ title }}.")]
    [InlineData("subject", "a very long subject that goes on and on and on, past what any telephone shows of it in a list of many other mails", "At most 100 characters")]
    [InlineData("body", "BODY {{ due_date }}", "This letter has no field {{ due_date }}.")]
    [InlineData("body", "BODY {{ download_url }}", "This letter has no field {{ download_url }}.")]
    [InlineData("body", "BODY {{ library }}", "{{ library }} has no value here. Write it only where it has one: {% if library %} … {% endif %}.")]
    [InlineData("body", "BODY {{ library_use_only }}", "can only be asked for")]
    [InlineData("body", "BODY {{ reason }}", "can only be asked for")]
    [InlineData("body", "BODY {% if date %}", "The text cannot be read")]
    [InlineData("body", "BODY {{ date", "The text cannot be read")]
    [InlineData("body", "BODY <b>now</b>", "HTML would be shown as it is")]
    [InlineData("body", "BODY &nbsp;", "HTML would be shown as it is")]
    [InlineData("body", "BODY\nSee {{ item }}", "{{ item }} stands on a line of its own.")]
    [InlineData("body", "BODY\n* Only a name", "two halves with a bar between them")]
    [InlineData("body", "BODY\n* {{ pickup_code }} | code", "the Library’s own")]
    [InlineData("body", "BODY\n=> Elsewhere | https://example.org", "and nowhere else")]
    [InlineData("body", "NOLINK", "A letter has a link")]
    [InlineData("body", "{{ item }}\n=> See | {{ request_url }}", "{{ pickup_code }} is missing: the shipped letter says it here.")]
    public void A_fault_is_a_sentence_at_its_field(string field, string text, string why)
    {
        var faults = new Fields();

        LetterChecks.Check(
            Pickup, field == "subject" ? text : Subject, field == "body" ? Expanded(text) : Shipped, faults);

        faults.Errors.ShouldContainKey(field);
        faults.Errors[field].Select(one => one.English).ShouldContain(one => one.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_has_a_limit_and_its_form_is_that_of_the_library()
    {
        var faults = new Fields();
        LetterChecks.Check(Pickup, Subject, Shipped + new string('x', LetterChecks.LongestBody), faults);
        faults.Errors["body"].ShouldHaveSingleItem().English.ShouldBe("At most 10000 characters.");

        LetterChecks.Kept("One\r\ntwo\u202E\r\n").ShouldBe("One\ntwo");
    }

    /// <summary>The words in capitals stand for the shipped body, and for the one whose link is a sentence.</summary>
    private static string Expanded(string text) => text
        .Replace("NOLINK", Shipped.Replace("=> See this request | ", "See ", StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("BODY", Shipped, StringComparison.Ordinal);

    private static string Without(string text, string field) => Regex.Replace(text, @"\{\{\s*" + field + @"\s*\}\}", "…");

    [GeneratedRegex(@"\{\{\s*([a-z_]+)\s*\}\}")]
    private static partial Regex Outputs();
}
