using System.Globalization;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Kit;

/// <summary>The fields of a posted form or of an address's query. An empty field counts as missing.</summary>
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

    /// <summary>The number, or null where the field is empty. Other text is an error in that field.</summary>
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

    /// <summary>The amount of money, without its currency, or null where the field is empty. Other text is an error in that field.</summary>
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

    /// <summary>The date as browsers send it (<c>2026-12-20</c>), or null where the field is empty. Other text is an error in that field.</summary>
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

    /// <summary>The chosen value, by its name; null where none was chosen. Another name is an error in that field.</summary>
    public T? Choice<T>(string name, Fields faults)
        where T : struct, Enum => Choices<T>(name, faults) is [var chosen, ..] ? chosen : null;

    /// <summary>The chosen value. Choosing none is an error in that field too.</summary>
    public T Required<T>(string name, Fields faults)
        where T : struct, Enum
    {
        if (!Has(name))
        {
            Missing(name, faults);
        }

        return Choice<T>(name, faults) ?? default;
    }

    /// <summary>The ticked values, by their names. Another name is an error in that field.</summary>
    public IReadOnlyList<T> Choices<T>(string name, Fields faults)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        if (All(name).Any(chosen => values.All(value => Names.Of(value) != chosen)))
        {
            faults.Fault(name, "unknown-value", $"One of {string.Join(", ", values.Select(Names.Of))}.");
        }

        return [.. values.Where(value => All(name).Contains(Names.Of(value)))];
    }

    /// <summary>Whether the field has the first value or the second; null where it is empty. Other text is an error in that field.</summary>
    public bool? Either(string name, string yes, string no, Fields faults)
    {
        if (this[name] is not { } text || text == yes || text == no)
        {
            return this[name] is { } chosen ? chosen == yes : null;
        }

        faults.Fault(name, "unknown-value", $"One of {string.Join(", ", yes, no)}.");
        return null;
    }

    /// <summary>The same; an empty field is an error too.</summary>
    public bool RequiredEither(string name, string yes, string no, Fields faults)
    {
        if (!Has(name))
        {
            Missing(name, faults);
        }

        return Either(name, yes, no, faults) ?? false;
    }

    /// <summary>An amount with its currency; null where both fields are empty. One without the other is an error.</summary>
    public MoneyForm? Money(string name, string currency, Fields faults)
    {
        if (!Has(name) && !Has(currency))
        {
            return null;
        }

        foreach (var part in new[] { name, currency }.Where(part => !Has(part)))
        {
            Missing(part, faults);
        }

        return Amount(name, faults) is { } amount && this[currency] is { } code ? new MoneyForm(code, amount) : null;
    }

    /// <summary>What the page of this form showed, and the id of the order.</summary>
    /// <exception cref="BadInputException">A hidden field was altered.</exception>
    public OrderTerms Terms => CallTerms.Of(this[CallTerms.SeenField], this[CallTerms.OrderField]);

    /// <summary>The version that the page of this form showed; null if it showed none.</summary>
    public RequestVersion? Seen => this[CallTerms.SeenField] is { } seen ? RequestVersion.Find(seen) : null;

    private static void Missing(string name, Fields faults) => faults.Fault(name, "missing-member", "This member is required.");

    /// <summary>The lines of a text, without empty lines.</summary>
    public IReadOnlyList<string> Lines(string name) =>
        (this[name] ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static PageForm Query(HttpContext context) => new(context.Request.Query);

    /// <exception cref="BadInputException">The body is not a form, or is larger than any of our forms.</exception>
    public static async Task<PageForm> ReadAsync(HttpContext context, CancellationToken cancellation)
    {
        if (context.Request.ContentLength > StrictJson.LargestBodyBytes * 3)
        {
            // Each character of a full form can take three when it is encoded in an address or a form.
            throw new BadInputException(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The form is too large.");
        }

        return new PageForm(await FormAsync(context, cancellation));
    }

    /// <summary>Reads the form into an input of the service.</summary>
    /// <exception cref="BadInputException">The body is not a form, or a field does not hold what it should.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context, Func<PageForm, Fields, T> read, CancellationToken cancellation) =>
        (await ReadAsync(context, cancellation)).Read(read);

    /// <summary>Reads the fields into an input of the service.</summary>
    /// <exception cref="BadInputException">A field does not hold what it should.</exception>
    public T Read<T>(Func<PageForm, Fields, T> read)
    {
        var faults = new Fields();
        var input = read(this, faults);
        faults.ThrowIfAny();
        return input;
    }

    /// <summary>The file that a form sent; null where none was chosen. The route sets the largest size.</summary>
    /// <exception cref="BadInputException">The body is not a form.</exception>
    public static async Task<IFormFile?> FileAsync(HttpContext context, string name, CancellationToken cancellation) =>
        (await FormAsync(context, cancellation)).Files.GetFile(name);

    /// <summary>A field that may itself be as long as the route allows; null where it is missing.</summary>
    /// <exception cref="BadInputException">The body is not a form.</exception>
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
