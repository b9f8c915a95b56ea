using Hkall.LocalHost.Tests.Journeys;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Who has an administrator's session, and nothing else, cannot make the Library's mails run code, leak, or lead elsewhere.</summary>
public sealed class LetterAttackTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private const string Path = "/api/staff/letters/cancelled/en";

    private readonly ABench _bench = fixture.Bench;

    [Theory]
    [InlineData("{{ fine }}")]
    [InlineData("{{ pickup_url }}")]
    [InlineData("{{ title }}")]
    [InlineData("{{ item.title }}")]
    [InlineData("{{ item[0] }}")]
    [InlineData("{{ name | upcase }}")]
    [InlineData("{{ name | replace: 'a', 'b' }}")]
    [InlineData("{{ 'literal' }}")]
    [InlineData("{{ blank }}")]
    [InlineData("{{ is_copy }}")]
    [InlineData("{% assign name = 'x' %}")]
    [InlineData("{% capture item %}x{% endcapture %}")]
    [InlineData("{% for i in (1..1000000) %}x{% endfor %}")]
    [InlineData("{% tablerow i in (1..9) %}x{% endtablerow %}")]
    [InlineData("{% include 'footer' %}")]
    [InlineData("{% render 'footer' %}")]
    [InlineData("{% raw %}{{ x }}{% endraw %}")]
    [InlineData("{% comment %}x{% endcomment %}")]
    [InlineData("{% increment x %}")]
    [InlineData("{% cycle 'a', 'b' %}")]
    [InlineData("{% liquid echo name %}")]
    [InlineData("{% macro x() %}x{% endmacro %}")]
    [InlineData("{% if name contains 'a' %}x{% endif %}")]
    [InlineData("{% if (1..9) %}x{% endif %}")]
    [InlineData("{% if a.b.c %}x{% endif %}")]
    [InlineData("{{")]
    [InlineData("{% if name %}")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<!-- x -->")]
    [InlineData("&lt;script&gt;")]
    [InlineData("=> Sign in | https://evil.example/")]
    [InlineData("=> Sign in | javascript:alert(1)")]
    [InlineData("=> {{ name }} | {{ request_url }}")]
    [InlineData("* {{ name }} | x")]
    [InlineData("a\u0000b")]
    [InlineData("a\u001Bb")]
    [InlineData("\uFDD0x\uFDD1")]
    [InlineData("\uFDD1<b>")]
    public async Task A_letter_with_something_else_than_fields_and_conditions_is_not_kept(string line)
    {
        var body = (await ShippedAsync()).Replace("=> See", $"{line}\n=> See", StringComparison.Ordinal);

        var answer = await LettersTests.PutAsync(_bench, new { subject = "Cancelled", body }, path: Path);

        answer.ShouldBe(400);
        answer.Json.GetProperty("errors").TryGetProperty("body", out _).ShouldBeTrue(answer.Text);
        (await _bench.LendingStaff().GetAsync(Path)).Json.At("version").ShouldBe("0");
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0:X} %s %n ${name} #{name} @Model.Name")]
    [InlineData("=HYPERLINK(\"https://evil.example\")")]
    [InlineData("\u202Eright to left\u202C and \u200Bhidden \u2066isolated\u2069")]
    [InlineData("Subject: x Bcc: everybody@evil.example")]
    public async Task Words_that_mean_something_elsewhere_are_only_words(string words)
    {
        var body = (await ShippedAsync()).Replace("=> See", $"{words}\n=> See", StringComparison.Ordinal);

        var answer = (await LettersTests.PutAsync(_bench, new { subject = "Cancelled", body }, query: "?dryRun=true", path: Path)).ShouldBe(200);

        var beginning = words.Trim('\u202E')[..3];
        foreach (var preview in answer.Json.GetProperty("previews").EnumerateArray())
        {
            var text = preview.At("text")!;
            text.ShouldNotContain('\u202E');
            text.ShouldNotContain('\u200B');
            text.ShouldNotContain('\u2066');
            text.Split("\n\n").ShouldContain(paragraph => paragraph.StartsWith(beginning, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("One\nBcc: everybody@evil.example")]
    [InlineData("One\r\nBcc: everybody@evil.example")]
    [InlineData("{{ name }}")]
    [InlineData("{{ item }}")]
    [InlineData("{% if reason %}x{% endif %}")]
    [InlineData("<b>Cancelled</b>")]
    public async Task A_subject_is_one_line_that_names_nobody(string subject) =>
        (await LettersTests.PutAsync(_bench, new { subject, body = await ShippedAsync() }, path: Path)).ShouldBe(400)
            .Json.GetProperty("errors").TryGetProperty("subject", out _).ShouldBeTrue();

    [Theory]
    [InlineData(10_001)]
    [InlineData(60_000)]
    public async Task A_very_long_letter_is_refused_at_once(int characters) =>
        (await LettersTests.PutAsync(_bench, new { subject = "Cancelled", body = new string('x', characters) }, path: Path)).ShouldBe(400)
            .Json.GetProperty("errors").TryGetProperty("body", out _).ShouldBeTrue();

    [Theory]
    [InlineData(9)]
    [InlineData(400)]
    public async Task Conditions_in_conditions_have_a_limit(int depth)
    {
        var nested = string.Concat(Enumerable.Repeat("{% if name %}", depth)) + string.Concat(Enumerable.Repeat("{% endif %}", depth));

        (await LettersTests.PutAsync(_bench, new { subject = "Cancelled", body = $"{await ShippedAsync()}\n{nested}" }, path: Path)).ShouldBe(400)
            .Json.GetProperty("errors").TryGetProperty("body", out _).ShouldBeTrue();
    }

    private async Task<string> ShippedAsync() => (await _bench.LendingStaff().GetAsync(Path)).ShouldBe(200).Json.At("shippedBody")!;
}
