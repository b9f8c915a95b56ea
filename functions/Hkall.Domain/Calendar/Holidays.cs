using System.Text.Json;

namespace Hkall.Domain.Calendar;

/// <summary>One general holiday. <see cref="Source"/> names where the date comes from; it reads "to be confirmed" until the date is gazetted.</summary>
public sealed record Holiday(DateOnly Date, string Name, string Source);

public static class Holidays
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a list of general holidays of Hong Kong, in the order of their dates.</summary>
    /// <exception cref="InvalidDataException">The list is empty, out of order or repeats a date.</exception>
    public static IReadOnlyList<Holiday> Parse(Stream json)
    {
        var holidays = JsonSerializer.Deserialize<List<Holiday>>(json, Options) ?? [];
        if (holidays.Count == 0 || holidays.Zip(holidays.Skip(1)).Any(pair => pair.First.Date >= pair.Second.Date))
        {
            throw new InvalidDataException("The list of holidays is empty, out of order or repeats a date.");
        }

        return holidays;
    }

    /// <summary>The list embedded in this assembly. Reading it is the only I/O in this project.</summary>
    public static IReadOnlyList<Holiday> OfHongKong()
    {
        using var stream = typeof(Holidays).Assembly.GetManifestResourceStream("hong-kong-holidays.json")
            ?? throw new InvalidDataException("hong-kong-holidays.json is not embedded.");
        return Parse(stream);
    }
}
