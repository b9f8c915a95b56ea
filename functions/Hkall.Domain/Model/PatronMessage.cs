using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>What staff write to a patron about a request: one of the Library's letters, or words of their own. The names are stored and served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PatronMessage>))]
public enum PatronMessage
{
    /// <summary>The details do not suffice to find the item.</summary>
    [JsonStringEnumMemberName("details-needed")] DetailsNeeded,

    /// <summary>The loan cannot be extended.</summary>
    [JsonStringEnumMemberName("cannot-extend")] CannotExtend,

    /// <summary>The item is at the Library and waits for the patron.</summary>
    [JsonStringEnumMemberName("item-here")] ItemHere,

    /// <summary>In the words of staff alone.</summary>
    [JsonStringEnumMemberName("free")] Free,
}
