using System.Diagnostics;
using Hkall.Domain.Citations;
using Hkall.Service.Texts;

namespace Hkall.Service.Placing;

/// <summary>What is wrong with a number that somebody typed, in a sentence by which they can mend it.</summary>
internal static class UnreadNumber
{
    public static Text Isbn(Reading<string> number) => Flawed(number) switch
    {
        Flaw.NoDigits => Text.Of("This is not an ISBN: it has no digits."),
        Flaw.Length => Text.Of($"This is not an ISBN: it should have 10 or 13 digits, and has {number.Digits}."),
        Flaw.Prefix => Text.Of("This is not an ISBN: a number of 13 digits begins with 978 or 979."),
        Flaw.CheckDigit => Text.Of("This is not an ISBN: its check digit does not match."),
        Flaw.Blank or Flaw.Form or Flaw.PageOrCount or Flaw.Backwards => throw Unknown(number),
    };

    public static Text Issn(Reading<string> number) => Flawed(number) switch
    {
        Flaw.NoDigits => Text.Of("This is not an ISSN: it has no digits."),
        Flaw.Length => Text.Of($"This is not an ISSN: it should have 8 digits, and has {number.Digits}."),
        Flaw.CheckDigit => Text.Of("This is not an ISSN: its check digit does not match."),
        Flaw.Prefix or Flaw.Blank or Flaw.Form or Flaw.PageOrCount or Flaw.Backwards => throw Unknown(number),
    };

    public static Text Doi(Reading<string> number) => Flawed(number) switch
    {
        Flaw.Form => Text.Of("This is not a DOI: it begins with 10. and has a slash."),
        Flaw.Blank => Text.Of("This is not a DOI: there is a blank or a control character in it."),
        Flaw.NoDigits or Flaw.Length or Flaw.CheckDigit or Flaw.Prefix or Flaw.PageOrCount or Flaw.Backwards => throw Unknown(number),
    };

    private static Flaw Flawed(Reading<string> number) => number.Why ?? throw new ArgumentException("The number was read.", nameof(number));

    private static UnreachableException Unknown(Reading<string> number) => new($"A number of this kind has no flaw {number.Why}.");
}
