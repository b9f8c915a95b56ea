using System.Globalization;
using CsvHelper;

namespace Hkall.Service.Web;

/// <summary>
/// A table as CSV (RFC 4180) for a spreadsheet: with a byte order mark, without which Excel misreads Chinese, and with texts
/// that no spreadsheet takes for formulas.
/// </summary>
public static class CsvReport
{
    public const string ContentType = "text/csv";

    private static readonly CsvWriterOptions Options = new() { NewLine = "\r\n", WriteByteOrderMark = true };

    public static byte[] Write(IEnumerable<string> headings, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Options, leaveOpen: true))
        {
            WriteRow(csv, [.. headings]);
            foreach (var row in rows)
            {
                WriteRow(csv, row);
            }
        }

        return bytes.ToArray();
    }

    private static void WriteRow(CsvWriter csv, IReadOnlyList<object?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell switch
            {
                null => string.Empty,
                string text => Harmless(text),
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                var number => Convert.ToString(number, CultureInfo.InvariantCulture) ?? string.Empty,
            });
        }

        csv.EndRecord();
    }

    /// <summary>
    /// A spreadsheet runs text that begins like a formula, and a patron or partner may have written it. An East Asian one takes full-width
    /// signs for the plain ones. Our own numbers may begin with a minus; texts may not.
    /// </summary>
    private static string Harmless(string text) =>
        text.TrimStart() is ['=' or '+' or '-' or '@' or '|' or '%' or '＝' or '＋' or '－' or '＠', ..] || text is ['\t' or '\r' or '\n', ..] ? "'" + text : text;
}
