using Hkall.Service.Texts;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Web;

/// <summary>Checks the fields of one body and reports all faults at once.</summary>
public sealed class Fields
{
    private readonly Dictionary<string, Text[]> _errors = [];
    private string? _code;

    /// <summary>
    /// The text trimmed and without invisible characters; null if nothing is left. Control characters (except line breaks where allowed) and
    /// overlong texts are faults.
    /// </summary>
    public string? Text(string field, string? text, int longest, bool lines = false)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > longest)
        {
            Fault(field, "too-long", $"At most {longest} characters.");
        }
        else if (text.Any(c => IsUnwritable(c) && !(lines && c is '\n' or '\r' or '\t')) || HasBrokenSurrogate(text))
        {
            Fault(field, "control-characters", "Control characters and broken characters are not taken.");
        }

        var trimmed = VisibleText.Of(text).Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }

    public DateOnly? Date(string field, DateOnly? date, DateOnly earliest, DateOnly latest)
    {
        if (date < earliest || date > latest)
        {
            Fault(field, "date-out-of-range", $"A date from {earliest:yyyy-MM-dd} to {latest:yyyy-MM-dd}.");
        }

        return date;
    }

    public int? Number(string field, int? number, int least, int most)
    {
        if (number < least || number > most)
        {
            Fault(field, "number-out-of-range", $"A number from {least} to {most}.");
        }

        return number;
    }

    public bool HasFaults => _code is not null;

    /// <summary>The faults, by field.</summary>
    public IReadOnlyDictionary<string, Text[]> Errors => _errors;

    /// <summary>Records a fault. The first one gives the answer its code.</summary>
    public void Fault(string field, string code, Text why)
    {
        _code ??= code;
        _errors[field] = _errors.TryGetValue(field, out var before) ? [.. before, why] : [why];
    }

    /// <exception cref="BadInputException">There was a fault.</exception>
    public void ThrowIfAny(int status = StatusCodes.Status400BadRequest)
    {
        if (_code is not null)
        {
            throw new BadInputException(status, _code, $"Some fields are not right: {string.Join(", ", _errors.Keys)}.", _errors);
        }
    }

    /// <summary>U+FFFE and U+FFFF are no characters; XML, in which we write to many libraries, cannot express them.</summary>
    private static bool IsUnwritable(char c) => char.IsControl(c) || c is '\uFFFE' or '\uFFFF';

    private static bool HasBrokenSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
