using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>The identifier of a paper in arXiv, in the form since 2007 (<c>2101.00001</c>) or before (<c>hep-th/9901001</c>).</summary>
public static partial class ArxivId
{
    /// <summary>The identifier alone, without a version: all versions are one paper.</summary>
    public static Reading<string> Read(string text) => Form().Match(PlainText.Of(text).ToLowerInvariant()) is { Success: true } match
        ? Reading.Of(match.Groups[1].Value)
        : Reading.Not<string>(Flaw.Form);

    [GeneratedRegex(@"^(?:(?:https?://)?(?:(?:www|export)\.)?arxiv\.org/(?:abs|pdf|html)/|(?:https?://(?:dx\.)?doi\.org/|doi: ?)?10\.48550/arxiv\.|(?:info:)?arxiv[ :/]*)?([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5}|[a-z-]+(?:\.[a-z]{2})?/[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{3})(?:v[0-9]+)?(?:\.pdf)?[.,;]*(?: ?\[[a-z.-]+\])?(?:[?#].*)?$")]
    private static partial Regex Form();
}
