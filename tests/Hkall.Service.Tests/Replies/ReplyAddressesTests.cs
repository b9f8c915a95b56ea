using Hkall.Service.Engine;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Replies;

/// <summary>An address for each request, which nobody can guess.</summary>
public sealed class ReplyAddressesTests
{
    private static readonly string Request = $"7YBQX1AGBZGB011HGEBPCXG3EV"[..RequestIds.Length];

    private readonly ReplyAddresses _addresses = new(new ReplyMailbox("ill", "library.example"), new DownloadTokens(new byte[32]));

    [Fact]
    public void The_address_of_a_request_leads_back_to_it_in_any_case_and_is_one_that_mail_servers_take()
    {
        var address = _addresses.For(Request)!;

        address.Split('@')[0].Length.ShouldBeLessThanOrEqualTo(64);
        address.ShouldBe(address.ToLowerInvariant());
        _addresses.RequestOf(address).ShouldBe(Request);
        _addresses.RequestOf(address.ToUpperInvariant()).ShouldBe(Request);
    }

    [Fact]
    public void A_letter_that_is_changed_makes_it_nobodys()
    {
        var address = _addresses.For(Request)!;
        foreach (var i in Enumerable.Range(0, address.IndexOf('@', StringComparison.Ordinal)))
        {
            var changed = $"{address[..i]}{(address[i] == '0' ? '1' : '0')}{address[(i + 1)..]}";
            _addresses.RequestOf(changed).ShouldBeNull(changed);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("ill@library.example")]
    [InlineData("ill+@library.example")]
    [InlineData("ill+7YBQX1AGBZGB011HGEBPCXG3EV@library.example")]
    [InlineData("ill+7YBQX1AGBZGB011HGEBPCXG3EV0000000000000000@library.example")]
    [InlineData("ill+7YBQX1AGBZGB011HGEBPCXG3EV０000000000000000@library.example")]
    public void An_address_that_we_did_not_make_is_none_of_ours(string address) => _addresses.RequestOf(address).ShouldBeNull();

    [Fact]
    public void The_address_at_another_domain_or_by_another_key_is_none_of_ours()
    {
        var address = _addresses.For(Request)!;

        _addresses.RequestOf(address.Replace("library.example", "library.example.org", StringComparison.Ordinal)).ShouldBeNull();
        new ReplyAddresses(new ReplyMailbox("ill", "library.example"), new DownloadTokens([.. Enumerable.Repeat((byte)1, 32)])).RequestOf(address).ShouldBeNull();
    }

    [Fact]
    public void Without_a_mailbox_there_is_no_address() => new ReplyAddresses(null, new DownloadTokens(new byte[32])).For(Request).ShouldBeNull();

    [Theory]
    [InlineData("ill@library.example", true)]
    [InlineData("inter.library-loan_1@ln.edu.hk", true)]
    [InlineData("ill+x@library.example", false)]
    [InlineData("interlibrary-loans-and-more@library.example", false)]
    [InlineData("ill", false)]
    [InlineData("@library.example", false)]
    [InlineData("ill@", false)]
    [InlineData("ill@127.0.0.1", false)]
    [InlineData("a@b@c", false)]
    [InlineData("i l@library.example", false)]
    public void A_mailbox_is_an_address_to_which_a_plus_can_be_added(string address, bool isOne) =>
        (ReplyMailbox.TryParse(address) is not null).ShouldBe(isOne);
}
