namespace Hkall.Domain.Citations;

/// <summary>The result of comparing two citations, or a part of them.</summary>
public enum Sameness
{
    /// <summary>One of the two does not say, or what they say cannot be compared.</summary>
    Unknown,
    Same,
    Different,
}
