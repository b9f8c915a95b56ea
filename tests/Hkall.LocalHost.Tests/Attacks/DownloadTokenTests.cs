using System.Text;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Attacks on the links to files: no other text than the link itself opens the file, and no attempt counts as a download.</summary>
public sealed class DownloadTokenTests(DownloadTokenTests.ReadyBench attacked) : IClassFixture<DownloadTokenTests.ReadyBench>
{
    private static readonly string[] Tamperings =
    [
        "cut by one", "cut by half", "one character more", "a dot more", "in capitals", "in small letters", "the first character changed", "the middle changed",
        "the last character changed", "turned round", "only the request's id", "the request's id and nothing signed", "twice", "with a blank before it",
        "with %00 behind it", "with a slash behind it", "another request's id", "base64 with padding", "none", "null", "a star", "two dots", "a quote",
        "a script", "ten thousand characters",
    ];

    private static readonly string[] Paths = ["/api/downloads/{0}", "/api/lending/files/{0}", "/api/answers/{0}", "/downloads/{0}"];

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var path in Paths)
            {
                foreach (var tampering in Tamperings)
                {
                    rows.Add(path, tampering);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_link_that_was_tampered_with_opens_nothing(string path, string tampering)
    {
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Tampered(tampering));
        var method = path.StartsWith("/api/downloads", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get;

        var answer = await attacked.Bench.SendAsync(method, address);

        answer.Status.ShouldBeOneOf(400, 404, 405, 414);
        answer.Body.ShouldNotBe(ReadyBench.Pdf);
        (await attacked.Patron.SeesAsync(attacked.Copy)).At("download.remaining").ShouldBe("5");
    }

    [Fact]
    public async Task Each_other_last_character_is_a_wrong_one()
    {
        const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        foreach (var last in Characters.Where(last => last != attacked.Token[^1]))
        {
            (await attacked.Bench.SendAsync(HttpMethod.Post, $"/api/downloads/{attacked.Token[..^1]}{last}")).ShouldBe(404);
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task No_other_verb_counts_as_a_download(string verb)
    {
        var answer = await attacked.Bench.SendAsync(new HttpMethod(verb), $"/api/downloads/{attacked.Token}");

        answer.Status.ShouldBeOneOf(404, 405);
        (await attacked.Patron.SeesAsync(attacked.Copy)).At("download.remaining").ShouldBe("5");
    }

    private string Tampered(string how)
    {
        var token = attacked.Token;
        return how switch
        {
            "cut by one" => token[..^1],
            "cut by half" => token[..(token.Length / 2)],
            "one character more" => token + "A",
            "a dot more" => token + ".",
            "in capitals" => token.ToUpperInvariant() == token ? token.ToLowerInvariant() : token.ToUpperInvariant(),
            "in small letters" => token.ToLowerInvariant(),
            "the first character changed" => (token[0] == 'A' ? 'B' : 'A') + token[1..],
            "the middle changed" => token[..(token.Length / 2)] + (token[token.Length / 2] == 'A' ? 'B' : 'A') + token[((token.Length / 2) + 1)..],
            "the last character changed" => token[..^1] + (token[^1] == 'A' ? 'Q' : 'A'),
            "turned round" => new string([.. token.Reverse()]),
            "only the request's id" => attacked.Copy,
            "the request's id and nothing signed" => attacked.Copy + ".",
            "twice" => token + token,
            "with a blank before it" => "%20" + token,
            "with %00 behind it" => token + "%00",
            "with a slash behind it" => token + "%2F",
            "another request's id" => token.Contains(attacked.Copy, StringComparison.Ordinal)
                ? token.Replace(attacked.Copy, attacked.Loan, StringComparison.Ordinal)
                : attacked.Loan,
            "base64 with padding" => Convert.ToBase64String(Encoding.ASCII.GetBytes(attacked.Copy)).Replace("/", "%2F", StringComparison.Ordinal),
            "none" => "%20",
            "a star" => "*",
            "two dots" => "%252E%252E",
            "a quote" => "'%22",
            "a script" => "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "ten thousand characters" => new string('A', 7_000),
            _ => how,
        };
    }

    /// <summary>The bench with a copy that is ready to download, and the secret part of its link.</summary>
    public sealed class ReadyBench : AttackBench, IAsyncLifetime
    {
        public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 for one patron");

        public string Token { get; private set; } = null!;

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            (await Library.SendsScanAsync(Copy, Pdf)).ShouldBe(202);
            Token = await Patron.LinkAsync(Copy);
        }

        Task IAsyncLifetime.DisposeAsync() => DisposeAsync();
    }
}
