using System.Text.Json.Serialization;

namespace Hkall.Requests.Copyright;

/// <summary>
/// The declaration of whoever receives a copy (Cap. 528F): for research or private study; not related to any similar requirement
/// of another person; no earlier copy, or it was lost, destroyed or damaged.
/// </summary>
/// <param name="TextVersion">The version of the text that was shown and agreed to.</param>
public sealed record Declaration(
    bool ResearchOrPrivateStudy,
    bool NotRelatedToAnother,
    bool NoEarlierCopy,
    string TextVersion)
{
    [JsonIgnore]
    public bool IsWhole => ResearchOrPrivateStudy && NotRelatedToAnother && NoEarlierCopy;
}
