using System.Text.Json.Serialization;

namespace Hkall.Service.Replies;

/// <summary>Why an answer was not taken. The names stand in the log and in the metric.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReplyFault>))]
public enum ReplyFault
{
    /// <summary>It is larger than an answer, or cannot be read.</summary>
    [JsonStringEnumMemberName("unreadable")] Unreadable,

    /// <summary>It was sent to no address of a request.</summary>
    [JsonStringEnumMemberName("no-request")] NoRequest,

    /// <summary>A machine wrote it: an absence, a list, a bounce.</summary>
    [JsonStringEnumMemberName("automatic")] Automatic,

    /// <summary>It came from ourselves.</summary>
    [JsonStringEnumMemberName("own")] Own,

    /// <summary>Its sender is not the patron of the request.</summary>
    [JsonStringEnumMemberName("another-sender")] AnotherSender,

    /// <summary>The receiving server does not vouch for its sender.</summary>
    [JsonStringEnumMemberName("not-vouched-for")] NotVouchedFor,

    /// <summary>Nothing is left of it without the quoted mail.</summary>
    [JsonStringEnumMemberName("no-words")] NoWords,

    /// <summary>The request takes no message, or no more today.</summary>
    [JsonStringEnumMemberName("refused")] Refused,
}
