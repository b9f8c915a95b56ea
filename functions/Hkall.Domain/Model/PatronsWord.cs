using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>How somebody who did not use this service told staff something.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SaidBy>))]
public enum SaidBy
{
    [JsonStringEnumMemberName("telephone")] Telephone,
    [JsonStringEnumMemberName("letter")] Letter,
    [JsonStringEnumMemberName("mail")] Mail,
    [JsonStringEnumMemberName("counter")] Counter,

    /// <summary>By the link in our letter. Nobody of our staff heard it.</summary>
    [JsonStringEnumMemberName("link")] Link,
}

/// <summary>What the patron told staff, who act on it for them. The journal says which member of staff recorded it.</summary>
/// <param name="On">The day on which the patron said it, in the library's calendar.</param>
/// <param name="Note">What was said, in the words of staff.</param>
public sealed record PatronsWord(SaidBy By, DateOnly On, [PersonsWords] string Note);
