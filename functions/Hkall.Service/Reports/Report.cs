using System.Text.Json.Serialization;

namespace Hkall.Service.Reports;

/// <summary>What the figures of a column are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Unit>))]
public enum Unit
{
    /// <summary>Words: a library, a group, a service.</summary>
    [JsonStringEnumMemberName("text")] Text,

    [JsonStringEnumMemberName("count")] Count,

    [JsonStringEnumMemberName("workingDays")] WorkingDays,

    [JsonStringEnumMemberName("days")] Days,

    /// <summary>0 to 100, with one decimal.</summary>
    [JsonStringEnumMemberName("percent")] Percent,
}

/// <summary>A column of a report; its name is part of the HTTP contract, and the heading in CSV.</summary>
public sealed record Column(string Name, Unit Unit);

/// <summary>A report is a table: the same for JSON, CSV, the page and its picture.</summary>
/// <param name="From">The first day of placing that is counted; null where the report is about now.</param>
/// <param name="Rows">A cell for each column: a text, a number, or null where there is nothing to tell.</param>
public sealed record Report(string Name, DateOnly? From, DateOnly? To, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The columns drawn as bars, one beside the other; the texts of a row are its label.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Drawn { get; init; } = [];

    public object? Cell(IReadOnlyList<object?> row, string column) => row[IndexOf(column)];

    private int IndexOf(string column) => Columns.Select((one, at) => (one.Name, at)).First(one => one.Name == column).at;
}
