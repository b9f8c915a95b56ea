using System.Globalization;
using Hkall.Domain;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Pages.Kit;

/// <summary>The fields of a form that was posted, or of an address. An empty field is one that was not filled in.</summary>
public sealed class PageForm(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> fields)
{
    private readonly Dictionary<string, string[]> _fields = fields
        .Select(field => (field.Key, Values: field.Value.OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value)).ToArray()))
        .Where(field => field.Values.Length > 0)
        .GroupBy(field => field.Key)
        .ToDictionary(group => group.Key, group => group.SelectMany(field => field.Values).ToArray());

    public static PageForm Empty { get; } = new([]);

    public string? this[string name] => _fields.TryGetValue(name, out var values) ? values[0] : null;

    public IEnumerable<KeyValuePair<string, string>> Fields => _fields.SelectMany(one => one.Value.Select(value => KeyValuePair.Create(one.Key, value)));

    public IReadOnlyList<string> All(string name) => _fields.TryGetValue(name, out var values) ? values : [];

    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>The number, or null where there is none; what is no number is a fault.</summary>
    public int? Number(string name, Fields faults)
    {
        if (this[name] is not { } text)
        {
            return null;
        }

        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        faults.Fault(name, "wrong-type", "A whole number.");
        return null;
    }

    /// <summary>The amount of money, without its currency, or null where there is none; what is no amount is a fault.</summary>
    public decimal? Amount(string name, Fields faults)
    {
        if (this[name] is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return amount;
        }

        faults.Fault(name, "wrong-type", "An amount such as 12.50.");
        return null;
    }

    /// <summary>The date as browsers send it (<c>2026-12-20</c>), or null where there is none; what is no date is a fault.</summary>
    public DateOnly? Date(string name, Fields faults)
    {
        if (this[name] is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        faults.Fault(name, "wrong-type", "A date such as 2026-12-20.");
        return null;
    }

    /// <summary>The value that was chosen by its name; null where none was, or where it has no such name.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum => Choices<T>(name) is [var chosen, ..] ? chosen : null;

    /// <summary>The values that were ticked, by their names.</summary>
    public IReadOnlyList<T> Choices<T>(string name)
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(value => All(name).Contains(Names.Of(value)))];

    /// <summary>The lines of a text; those without anything on them are none.</summary>
    public IReadOnlyList<string> Lines(string name) => (this[name] ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static PageForm Query(HttpContext context) => new(context.Request.Query);

    /// <exception cref="BadInputException">It is no form, or larger than any of ours can be.</exception>
    public static async Task<PageForm> ReadAsync(HttpContext context, CancellationToken cancellation)
    {
        if (context.Request.ContentLength > StrictJson.LargestBodyBytes * 3)
        {
            // Every character of a full form can take three when it is written into an address or a form.
            throw new BadInputException(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The form is too large.");
        }

        return new PageForm(await FormAsync(context, cancellation));
    }

    /// <summary>The file that was sent with a form; null where none was chosen. How large it may be is the route's to say.</summary>
    /// <exception cref="BadInputException">It is no form.</exception>
    public static async Task<IFormFile?> FileAsync(HttpContext context, string name, CancellationToken cancellation) =>
        (await FormAsync(context, cancellation)).Files.GetFile(name);

    /// <summary>A field that alone may be as long as the route says; null where it is not there.</summary>
    /// <exception cref="BadInputException">It is no form.</exception>
    public static async Task<string?> FieldAsync(HttpContext context, string name, CancellationToken cancellation) =>
        (await FormAsync(context, cancellation))[name].FirstOrDefault();

    private static async Task<IFormCollection> FormAsync(HttpContext context, CancellationToken cancellation)
    {
        if (!context.Request.HasFormContentType)
        {
            throw new BadInputException(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "A form is sent here.");
        }

        try
        {
            return await context.Request.ReadFormAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            throw new BadInputException(StatusCodes.Status400BadRequest, "bad-request", "The form cannot be read.");
        }
    }
}
