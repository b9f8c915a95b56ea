using Hkall.Service.Engine;

namespace Hkall.Service.Tests.Engine;

/// <summary>Scanners add to a barcode what their settings say.</summary>
public sealed class ScannedTextTests
{
    [Theory]
    [InlineData("31234000123456", "31234000123456")]
    [InlineData("31234000123456\r\n", "31234000123456")]
    [InlineData("31234000123456\t", "31234000123456")]
    [InlineData("  31234000123456 ", "31234000123456")]
    [InlineData("\u000231234000123456\u0003", "31234000123456")]
    [InlineData("*31234000123456*", "31234000123456")]
    [InlineData("]C131234000123456", "31234000123456")]
    [InlineData("]A0*LU0012*\r", "LU0012")]
    [InlineData("A31234000123456A", "31234000123456")]
    [InlineData("b31234000123456d", "31234000123456")]
    [InlineData("３１２３４０００１２３４５６", "31234000123456")]
    [InlineData("ＬＵ－００１２", "LU-0012")]
    [InlineData("3 8888/0123#é", "3 8888/0123#é")]
    [InlineData("A1234B", "A1234B")]
    [InlineData("*", "*")]
    [InlineData("]C1", "]C1")]
    public void Only_the_barcode_is_read(string sent, string read) => ScannedText.Read(sent).ShouldBe(read);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void Nothing_scanned_is_nothing(string? sent) => (ScannedText.Read(sent) ?? string.Empty).ShouldBeEmpty();

    [Fact]
    public void A_text_longer_than_any_barcode_is_left_to_the_form() => ScannedText.Read(new string('*', 5_000)).ShouldBe(new string('*', 5_000));

    [Fact]
    public void Half_a_surrogate_pair_is_left_to_the_form() => ScannedText.Read("12\ud800").ShouldBe("12\ud800");
}
