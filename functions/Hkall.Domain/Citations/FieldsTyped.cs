using System.Globalization;

namespace Hkall.Domain.Citations;

/// <summary>Reads the fields of one citation and keeps what was typed for each.</summary>
internal sealed class FieldsTyped
{
    /// <summary>A longer value is no title or name but a whole text.</summary>
    private const int Longest = 1_000;

    /// <summary>Papers of large groups have thousands of authors.</summary>
    private const int MostNames = 20;

    private readonly Dictionary<string, string> _typed = [];

    public IReadOnlyDictionary<string, string> Typed => _typed;

    public string? Text(string field, string? text)
    {
        var kept = text?.Trim().Trim(',', ';', ' ');
        if (kept is not { Length: > 0 } || !kept.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        kept = kept.Length > Longest ? kept[..Longest] : kept;
        _typed[field] = text!.Trim();
        return kept;
    }

    public IReadOnlyList<string> Texts(string field, IReadOnlyList<string> texts)
    {
        IReadOnlyList<string> kept = [.. texts.Select(text => text.Trim().Trim(',', ';', ' ')).Where(text => text.Any(char.IsLetterOrDigit)).Take(MostNames)];
        if (kept.Count > 0)
        {
            _typed[field] = string.Join("; ", kept);
        }

        return kept;
    }

    public int? Year(string? text)
    {
        var year = text is null ? null : Citations.Year.Read(text).Value;
        if (year is not null)
        {
            _typed["year"] = text!.Trim();
        }

        return year;
    }

    /// <summary>The first that can be read.</summary>
    public string? Number(string field, IReadOnlyList<string> written, Func<string, Reading<string>> read)
    {
        foreach (var text in written)
        {
            if (read(text).Value is { } number)
            {
                _typed[field] = text.Trim();
                return number;
            }
        }

        return null;
    }

    public IReadOnlyList<string> Issns(IReadOnlyList<string> written)
    {
        IReadOnlyList<string> read = [.. written.SelectMany(Issn.ReadAll).Distinct()];
        if (read.Count > 0)
        {
            _typed["issn"] = string.Join(", ", written.Select(text => text.Trim()));
        }

        return read;
    }

    public int? Count(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 100_000 ? count : null;
}
