namespace Hkall.Pages.Tests.Kit;

/// <summary>A test that prints, and reads what was printed with a scanner: it needs a browser, <c>pdftoppm</c> and <c>zbarimg</c>.</summary>
public sealed class PaperTheoryAttribute : TheoryAttribute
{
    private static readonly string[] Tools = ["/usr/bin/pdftoppm", "/usr/bin/pdftotext", "/usr/bin/zbarimg"];

    public PaperTheoryAttribute() =>
        Skip = Browser.Missing
            ?? (Tools.All(File.Exists) ? null : "!!! NOTHING WAS PRINTED HERE: pdftoppm or zbarimg is missing (apt-get install poppler-utils zbar-tools).");
}
