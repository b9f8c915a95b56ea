using Hkall.Service.Web;

namespace Hkall.Service.Tests.Web;

/// <summary>The mail address of a library is one address and nothing else.</summary>
public sealed class MailAddressesTests
{
    [Theory]
    [InlineData("ill@library.example")]
    [InlineData("interlibrary.loans+hk@lib.ku.example")]
    [InlineData("o'neil_2@a-b.example")]
    [InlineData("ill@圖書館.example")]
    public void An_address_is_taken(string text) => MailAddresses.IsOne(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("ill")]
    [InlineData("@library.example")]
    [InlineData("ill@")]
    [InlineData("ill@library@example")]
    [InlineData("victim,evil@x.example")]
    [InlineData("victim@x.example,evil@x.example")]
    [InlineData("victim@x.example;evil@x.example")]
    [InlineData("\"a\"<evil@x.example>")]
    [InlineData("\"a b\"@x.example")]
    [InlineData("A <evil@x.example>")]
    [InlineData("(comment)evil@x.example")]
    [InlineData("evil@x.example(comment)")]
    [InlineData("evil @x.example")]
    [InlineData("evil@x.example\r\nBcc: all@x.example")]
    [InlineData("evil@x.example%0aBcc:all@x.example")]
    [InlineData("a@b\u202e.example")]
    [InlineData("a\u200b@b.example")]
    [InlineData("a@b\uFF0Eexample\u2024x")]
    [InlineData(".a@b.example")]
    [InlineData("a..b@c.example")]
    [InlineData("a@-b.example")]
    [InlineData("a@b..example")]
    [InlineData("a@[127.0.0.1]")]
    public void What_is_more_or_less_than_an_address_is_not(string text) => MailAddresses.IsOne(text).ShouldBeFalse();
}
