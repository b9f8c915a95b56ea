using System.Diagnostics;
using System.Text;
using Hkall.Scans;
using Hkall.Service.Engine;
using Hkall.Service.Scans;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hkall.Service.Tests.Scans;

/// <summary>The kinds of PDF that libraries send, made with Debian's tools, and those tools to look at what became of them.</summary>
public sealed class RealPdfs : IDisposable
{
    private const string TwoPages = """
        %!PS
        /Helvetica findfont 14 scalefont setfont
        72 700 moveto (Communication in the presence of noise) show 72 400 moveto 200 100 rlineto 3 setlinewidth stroke showpage
        /Helvetica findfont 14 scalefont setfont 72 700 moveto (The second page of the article) show showpage
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hkall-real-pdfs-");

    public RealPdfs() => Tool = new ScanTool(RealTime, NullLogger<ScanTool>.Instance);

    /// <summary>Whether the tools are here; without them these tests prove nothing.</summary>
    public static bool CanMake { get; } = new[] { "gs", "qpdf", "pdftotext", "pdftoppm", "img2pdf", "tesseract" }
        .All(name => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, name))));

    public ScanTool Tool { get; }

#pragma warning disable RS0030 // The program that is ended is a real one.
    private static MachineTime RealTime => new(TimeProvider.System);
#pragma warning restore RS0030

    /// <summary>One of the kinds by its name.</summary>
    public byte[] Of(string kind)
    {
        var text = At("text.pdf");
        if (!File.Exists(text))
        {
            File.WriteAllText(At("text.ps"), TwoPages);
            Run("gs", "-q", "-sDEVICE=pdfwrite", "-o", text, At("text.ps"));
        }

        var made = At($"{kind}.pdf");
        switch (kind)
        {
            case "text":
                break;
            case "image-only":
                Run("pdftoppm", "-r", "72", "-png", text, At("picture"));
                Run("img2pdf", At("picture-1.png"), At("picture-2.png"), "-o", made);
                break;
            case "ocr-layer":
                Run("pdftoppm", "-r", "150", "-png", "-singlefile", text, At("read"));
                Run("tesseract", At("read.png"), made[..^4], "pdf");
                break;
            case "object-streams":
                Run("qpdf", "--object-streams=generate", text, made);
                break;
            case "linearised":
                Run("qpdf", "--linearize", text, made);
                break;
            case "restricted":
                Run("qpdf", "--encrypt", string.Empty, "owner", "256", "--print=none", "--", text, made);
                break;
            case "encrypted":
                Run("qpdf", "--encrypt", "user", "owner", "256", "--", text, made);
                break;
            case "one-turned":
                Run("qpdf", "--rotate=90:1", text, made);
                break;
            case "turned-90" or "turned-180" or "turned-270":
                Run("qpdf", $"--rotate={kind[7..]}", text, made);
                break;
            case "broken":
                return Of("text")[..900];
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind.");
        }

        return File.ReadAllBytes(made);
    }

    /// <summary>A hand-written PDF: the objects in their order, the first its catalogue.</summary>
    public static byte[] Written(params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var (text, at) in objects.Select((text, at) => (text, at)))
        {
            places.Add(file.Length);
            file.Append($"{at + 1} 0 obj\n{text}\nendobj\n");
        }

        var table = file.Length;
        file.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append($"{place:D10} 00000 n \n"));
        file.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>One page, with members of the page and of the catalogue, and further objects from the sixth on.</summary>
    public static byte[] OnePage(string page, string catalogue = "", params string[] further)
    {
        const string Content = "BT /F1 18 Tf 150 300 Td (A page with a box) Tj ET";
        return Written(
        [
            $"<< /Type /Catalog /Pages 2 0 R {catalogue}>>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            $"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R {page} >>",
            $"<< /Length {Content.Length} >>\nstream\n{Content}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", .. further,
        ]);
    }

    public async Task<(Hindrance? Why, byte[] File)> StampAsync(byte[] file, StampOrder order)
    {
        using var folder = await Tool.EnterAsync(CancellationToken.None);
        await folder.KeepAsync(new MemoryStream(file), CancellationToken.None);
        var why = await Tool.StampAsync(folder, order, CancellationToken.None);
        return (why, why is null ? await File.ReadAllBytesAsync(folder.Stamped) : []);
    }

    public async Task<InspectAnswer?> InspectAsync(byte[] file)
    {
        using var folder = await Tool.EnterAsync(CancellationToken.None);
        await folder.KeepAsync(new MemoryStream(file), CancellationToken.None);
        return await Tool.InspectAsync(folder, CancellationToken.None);
    }

    /// <summary>The text of a file, page by page.</summary>
    public string[] TextOf(byte[] file)
    {
        File.WriteAllBytes(At("look.pdf"), file);
        Run("pdftotext", "-layout", At("look.pdf"), At("look.txt"));
        return [.. File.ReadAllText(At("look.txt")).Split('\f').SkipLast(1).Select(page => page.Trim())];
    }

    /// <summary>The pages as grey pictures at one dot a point.</summary>
    internal IReadOnlyList<GreyPicture> DrawingsOf(byte[] file)
    {
        var folder = _folder.CreateSubdirectory("look");
        folder.EnumerateFiles().ToList().ForEach(old => old.Delete());
        File.WriteAllBytes(At("look.pdf"), file);
        Run("pdftoppm", "-r", "72", "-gray", "-cropbox", At("look.pdf"), Path.Combine(folder.FullName, "page"));
        return [.. folder.EnumerateFiles().OrderBy(page => page.Name, StringComparer.Ordinal)
            .Select(page => GreyPicture.Read(File.ReadAllBytes(page.FullName)))];
    }

    public void Dispose()
    {
        Tool.Dispose();
        _folder.Delete(recursive: true);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();

        // qpdf ends with 3 after a warning.
        (process.ExitCode is 0 or 3).ShouldBeTrue($"{command}: {complaint}");
    }
}

/// <summary>A page drawn in shades of grey.</summary>
internal sealed record GreyPicture(int Width, int Height, byte[] Dots)
{
    /// <summary>Reads a portable grey map in its binary form.</summary>
    public static GreyPicture Read(byte[] file)
    {
        var (at, numbers) = (2, new List<int>());
        while (numbers.Count < 3)
        {
            var end = Array.FindIndex(file, at + 1, one => one is (byte)' ' or (byte)'\n');
            numbers.Add(int.Parse(Encoding.ASCII.GetString(file, at + 1, end - at - 1)));
            at = end;
        }

        return new GreyPicture(numbers[0], numbers[1], file[(at + 1)..]);
    }

    /// <summary>The share of dots that differ visibly, looking at this picture's own height only.</summary>
    public double DifferenceFrom(GreyPicture taller)
    {
        taller.Width.ShouldBe(Width);
        taller.Height.ShouldBeGreaterThanOrEqualTo(Height);
        return Enumerable.Range(0, Width * Height).Count(dot => Math.Abs(Dots[dot] - taller.Dots[dot]) > 32) / (double)(Width * Height);
    }
}
