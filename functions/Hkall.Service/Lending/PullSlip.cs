using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using QRCoder;

namespace Hkall.Service.Lending;

/// <summary>The slip that staff take to the shelf and send with the book: its location, the borrower, and two codes to scan.</summary>
internal static class PullSlip
{
    /// <summary>A longer title is cut: staff find the book on the shelf by its call number.</summary>
    private const int LongestText = 240;

    public const string Style = """
        @page { size: A5 portrait; margin: 10mm; }
        .page { height: 189mm; padding: 0; }
        h1 { font-size: 16pt; margin: 0 0 4mm; }
        .call { font-size: 22pt; font-weight: bold; margin: 0 0 2mm; overflow-wrap: anywhere; }
        dl { display: grid; grid-template-columns: 32mm 1fr; gap: 1.5mm 3mm; font-size: 10.5pt; margin: 4mm 0; }
        dt { color: #333; } dd { margin: 0; overflow-wrap: anywhere; }
        .codes { display: flex; gap: 8mm; } .code { width: 30mm; height: 30mm; } figure { margin: 0; font-size: 8pt; text-align: center; width: 34mm; overflow-wrap: anywhere; }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(LendingRequest request)
    {
        var item = request.Item;
        return $"""
            <section class="page">
            <h1>{(request.Service == ServiceType.Loan ? "To lend" : "To scan")}</h1>
            <p class="call">{Text(request.Holding.CallNumber ?? "Call number not known")}</p>
            <dl>
            {Row("Location", request.Holding.Location)}
            {Row("Title", item.Title)}
            {Row("Author", item.Author)}
            {Row("Edition, year", string.Join(", ", new[] { item.Edition, item.Year?.ToString(CultureInfo.InvariantCulture) }.OfType<string>()))}
            {Row("Volume, issue", string.Join(", ", new[] { item.Volume, item.Issue }.OfType<string>()))}
            {Row("Article", item.ArticleTitle ?? item.ChapterTitle)}
            {Row("Pages", item.Pages)}
            {Row("ISBN / ISSN", item.Isbn ?? item.Issn)}
            {Row("For", request.Borrower.Name)}
            {Row("Their request", request.BorrowersId)}
            {Row("Needed by", request.NeededBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}
            {Row("Conditions", string.Join(", ", request.Conditions.Select(Names.Of)))}
            {Row("Due", request.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}
            {Row("Copyright", request.Compliance)}
            </dl>
            <div class="codes">
            {Figure("Request", request.Id)}
            {((request.Barcode ?? request.Holding.Barcode) is { } barcode ? Figure("Item", barcode) : string.Empty)}
            </div>
            </section>
            """;
    }

    internal static string Text(string text) => Encoder.Encode(text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…");

    /// <summary>A code for any scanner at the counter, which types the text.</summary>
    internal static string Figure(string name, string content) =>
        $"<figure><div class=\"code\">{Code(content)}</div>{Encoder.Encode(name)}<br>{Text(content)}</figure>";

    private static string Code(string content)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    private static string Row(string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? string.Empty : $"<dt>{Encoder.Encode(name)}</dt><dd>{Text(value)}</dd>";
}
