using System.Text;
using System.Text.Json;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.BadInput;

/// <summary>A thousand texts that nobody would call a citation, the same each time: each is answered, and never with an error of ours.</summary>
public sealed class NaughtyCitationsTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private const int Texts = 1_000;

    /// <summary>A patron may search so often in a minute, and others must not wait.</summary>
    private const int OfOnePatron = 20;

    private static readonly string[] Parts =
    [
        "10.1234/", "doi:", "https://doi.org/", "ISBN 978", "97802264581", "0022-041", "PMID", "arXiv:2101.", "TY  - JOUR\nTI  - ", "ER  - ", "@article{a, title={", "}}}",
        "{{{{{{", "[J]. ", "//", "《", "》", "〈", "第卷第期", "vol. ", "no. ", "pp. ", "(2010)", "((((", "))))", "12(3), 45-67", "2002;347(4):284-7", "In: ", "editors. ",
        "et al.", "Smith, J. A., & ", "\"", "“", "’", "''''", "<script>alert(1)</script>", "' or 1 eq 1 --", "{{7*7}}", "%00", "%2f%2f", "..\\..\\", "\u202E", "\u200B", "\uFEFF",
        "e\u0301", "ﷺ", "𠮷", "🧬", "１２３", "ⅷ", "\t", "\n", "\r\n\r\n", "a", "Z", ". ", ", ", "; ", ": ", "-", "–", "—", "|", "\\", "/", "#", "?", "&", "=", "+", "_", "*", "$$",
    ];

    [Fact]
    public async Task No_text_is_answered_with_an_error_of_ours()
    {
        var random = new Random(17);
        string token = string.Empty;
        for (var n = 0; n < Texts; n++)
        {
            if (n % OfOnePatron == 0)
            {
                token = await fixture.Bench.NewPatron().TokenAsync();
            }

            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Parts[random.Next(Parts.Length)]));
            using var content = new StringContent(JsonSerializer.Serialize(new { text }), Encoding.UTF8, "application/json");

            var answer = await fixture.Bench.SendAsync(HttpMethod.Post, "/api/citations", token, content);

            answer.Status.ShouldBeOneOf([200, 400], $"Text {n}: {text}\n{answer.Text}");
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("A. ")]
    [InlineData("Smith, J., ")]
    [InlineData("\"a ")]
    [InlineData("1, 2-3 ")]
    [InlineData("In: A. ")]
    [InlineData("《〈")]
    [InlineData("10.1/")]
    [InlineData("@a{b,c={")]
    public async Task The_longest_text_of_one_kind_is_read_at_once(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 10_000 / part.Length));
        var token = await fixture.Bench.NewPatron().TokenAsync();
        using var content = new StringContent(JsonSerializer.Serialize(new { text }), Encoding.UTF8, "application/json");

        (await fixture.Bench.SendAsync(HttpMethod.Post, "/api/citations", token, content).WaitAsync(TimeSpan.FromSeconds(20))).Status.ShouldBeOneOf(200, 400);
    }

    [Fact]
    public async Task A_text_that_is_too_long_or_has_no_citation_is_refused_with_its_field()
    {
        var patron = fixture.Bench.NewPatron();

        (await patron.PostAsync("/api/citations", new { text = new string('a', 10_001) })).ShouldBlame(400, "too-long", "text");
        (await patron.PostAsync("/api/citations", new { text = " …! " })).ShouldBlame(400, "no-citation", "text");
        (await patron.PostAsync("/api/citations", new { text = "  " })).ShouldBlame(400, "missing-member", "text");
        (await patron.PostAsync("/api/citations", new { text = "a\u0007b" })).ShouldBlame(400, "control-characters", "text");
    }
}
