using System.IO.Compression;
using System.Text;
using Hkall.Domain.Model;
using Hkall.Scans;
using Hkall.Service.Scans;

namespace Hkall.Service.Tests.Scans.Attacks;

/// <summary>Files made to exhaust whoever reads them. Each ends a process of its own; the service says that the file cannot be read.</summary>
public sealed class HostileScanTests(RealPdfs pdfs) : IClassFixture<RealPdfs>
{
    private static readonly StampOrder Order = new("stamp", [], "title", "en", 500);

    public static TheoryData<string> Names => [.. Files.Keys];

    private static Dictionary<string, Func<byte[]>> Files { get; } = new()
    {
        ["pages that are their own children"] = () => RealPdfs.Written("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        ["arrays in arrays"] = () => RealPdfs.Written($"<< /Type /Catalog /Pages 2 0 R /X {new string('[', 500_000)}{new string(']', 500_000)} >>", "<< /Type /Pages /Kids [] /Count 0 >>"),
        ["dictionaries in dictionaries"] = () => RealPdfs.Written($"<< /Type /Catalog /Pages 2 0 R /X {Repeat("<< /X ", 200_000)} 1 {Repeat(">>", 200_000)} >>", "<< /Type /Pages /Kids [] /Count 0 >>"),
        ["a content that unfolds to two gigabytes"] = Bomb,
        ["a table that names itself as the one before"] = () => Encoding.ASCII.GetBytes("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF"),
        ["a table of two thousand million objects"] = () => Encoding.ASCII.GetBytes("%PDF-1.7\nxref\n0 2000000000\n0000000000 65535 f \ntrailer\n<< /Size 2000000000 /Root 1 0 R >>\nstartxref\n9\n%%EOF"),
        ["a table beyond the end"] = () => Encoding.ASCII.GetBytes("%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF"),
        ["a stream with a length below nothing"] = () => RealPdfs.Written("<< /Type /Catalog /Pages 2 0 R >>", "<< /Length -5 >>\nstream\nx\nendstream"),
        ["no catalogue"] = () => RealPdfs.Written("<< >>"),
        ["a box without a size"] = () => RealPdfs.OnePage("/MediaBox [(a) /B null 9999999999999999999999999]"),
        ["a turn that is no number"] = () => RealPdfs.OnePage("/MediaBox [0 0 100 100] /Rotate (x)"),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_service_outlives_it_in_its_time(string file)
    {
        var content = Files[file]();
        var checks = await new ScanInspection(pdfs.Tool).OfAsync(new MemoryStream(content), "application/pdf", CancellationToken.None);
        var (why, _) = await pdfs.StampAsync(content, Order);

        // Some of it a patient reader can make sense of; then it must also be stamped.
        (checks.NotStamped is null).ShouldBe(why is null);
        if (why is not null)
        {
            checks.NotStamped.ShouldBe(StampHindrance.CannotBeRead);
        }
    }

    private static string Repeat(string one, int times) => new StringBuilder().Insert(0, one, times).ToString();

    /// <summary>Two megabytes of zeroes folded, and folded once more.</summary>
    private static byte[] Bomb()
    {
        var once = Folded(2_000_000_000);
        var bytes = new MemoryStream();
        void Write(string text) => bytes.Write(Encoding.Latin1.GetBytes(text));
        Write("%PDF-1.7\n");
        var places = new List<long>();
        foreach (var text in (string[])["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>"])
        {
            places.Add(bytes.Position);
            Write($"{places.Count} 0 obj\n{text}\nendobj\n");
        }

        places.Add(bytes.Position);
        Write($"4 0 obj\n<< /Length {once.Length} /Filter /FlateDecode >>\nstream\n");
        bytes.Write(once);
        Write("\nendstream\nendobj\n");
        var table = bytes.Position;
        Write("xref\n0 5\n0000000000 65535 f \n");
        places.ForEach(place => Write($"{place:D10} 00000 n \n"));
        Write($"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return bytes.ToArray();
    }

    private static byte[] Folded(long bytes)
    {
        using var folded = new MemoryStream();
        using (var folding = new ZLibStream(folded, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeroes = new byte[1_000_000];
            for (var written = 0L; written < bytes; written += zeroes.Length)
            {
                folding.Write(zeroes);
            }
        }

        return folded.ToArray();
    }
}
