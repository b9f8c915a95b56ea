using System.Text.Json.Serialization;

namespace Hkall.Domain.Lending;

/// <summary>The edition that the borrowing library wants.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EditionWish>))]
public enum EditionWish
{
    [JsonStringEnumMemberName("any")] Any,
    [JsonStringEnumMemberName("this-one")] ThisOne,
    [JsonStringEnumMemberName("most-recent")] MostRecent,
}

/// <summary>What a borrowing library says of the item and its request that no field of the item holds; staff read it when they fetch the item.</summary>
public sealed record BorrowersDetails
{
    /// <summary>The number of our own catalogue's record, as the library found it there.</summary>
    [Bibliographic]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OurRecord { get; init; }

    [Bibliographic]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Series { get; init; }

    /// <summary>The format it wants, such as <c>LargePrint</c>.</summary>
    [Code]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Format { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EditionWish? Edition { get; init; }

    /// <summary>Numbers of the item as they were sent: those that cannot be read, and further ones.</summary>
    [Bibliographic]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Numbers { get; init; }

    /// <summary>The number of the library's earlier request that this one repeats on other terms.</summary>
    [Id]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RetryOf { get; init; }
}
