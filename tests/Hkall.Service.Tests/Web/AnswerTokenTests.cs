using Hkall.Service.Web;

namespace Hkall.Service.Tests.Web;

public sealed class AnswerTokenTests
{
    private static readonly AnswerLink Link = new("7YBQX1AGBZMSD7W1X4SXJB9YAJ", "TOWN-LIB", 12);

    private static AnswerTokens Tokens(byte key = 1) => new(new DownloadTokens([.. Enumerable.Repeat(key, 32)]));

    [Fact]
    public void A_token_says_what_its_link_is_for() => Tokens().Read(Tokens().For(Link)).ShouldBe(Link);

    [Fact]
    public void A_token_that_was_changed_or_made_elsewhere_says_nothing()
    {
        var token = Tokens().For(Link);

        Tokens(key: 2).Read(token).ShouldBeNull();
        Tokens().Read(token[..^1]).ShouldBeNull();
        Tokens().Read(token + "A").ShouldBeNull();
        Tokens().Read(string.Empty).ShouldBeNull();
        Tokens().Read("å").ShouldBeNull();
        Tokens().Read(new string('A', 10_000)).ShouldBeNull();
        for (var i = 0; i < token.Length; i++)
        {
            Tokens().Read($"{token[..i]}{(token[i] == 'A' ? 'B' : 'A')}{token[(i + 1)..]}").ShouldBeNull();
        }
    }

    [Fact]
    public void A_link_to_a_download_is_no_link_to_an_answer()
    {
        var downloads = new DownloadTokens([.. Enumerable.Repeat((byte)1, 32)]);

        Tokens().Read(downloads.For(Link.RequestId)).ShouldBeNull();
        downloads.RequestOf(Tokens().For(Link)).ShouldBeNull();
    }

    [Fact]
    public void The_longest_link_has_a_token() =>
        Tokens().Read(Tokens().For(Link with { Symbol = new string('X', 32), Letter = 99_999 })).ShouldNotBeNull();
}
