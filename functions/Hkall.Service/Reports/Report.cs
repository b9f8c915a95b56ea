using System.Text.Json.Serialization;

namespace Hkall.Service.Reports;

/// <summary>The unit of a column's values.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Unit>))]
public enum Unit
{
    /// <summary>Text: a library, a group, a service.</summary>
    [JsonStringEnumMemberName("text")] Text,

    [JsonStringEnumMemberName("count")] Count,

    [JsonStringEnumMemberName("workingDays")] WorkingDays,

    [JsonStringEnumMemberName("days")] Days,

    /// <summary>0 to 100, with one decimal.</summary>
    [JsonStringEnumMemberName("percent")] Percent,

    /// <summary>An amount of money; another column or its name says in which currency.</summary>
    [JsonStringEnumMemberName("money")] Money,
}

/// <summary>A column of a report. Its name is part of the HTTP contract, and the heading in CSV.</summary>
public sealed record Column(string Name, Unit Unit);

/// <summary>A report is a table: the same for JSON, CSV, the page and its picture.</summary>
/// <param name="From">The first day of placing that the report counts; null if it is about the present.</param>
/// <param name="Rows">A cell for each column: a text, a number, or null if there is no value.</param>
public sealed record Report(string Name, DateOnly? From, DateOnly? To, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The columns drawn as bars, side by side; the texts of a row are its label.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Drawn { get; init; } = [];

    public object? Cell(IReadOnlyList<object?> row, string column) => row[IndexOf(column)];

    private int IndexOf(string column) => Columns.Select((one, at) => (one.Name, at)).First(one => one.Name == column).at;
}
