namespace Hkall.Domain.Lending;

/// <summary>A message to a borrower that neither a system nor a mail reaches: staff tell it, and record that they did.</summary>
/// <param name="Number">Counts the messages of the request, so that each is told once.</param>
/// <param name="Facts">The facts of the letter, as they were at the decision.</param>
public sealed record BorrowerWordToTell(int Number, SupplyingAction Word, BorrowerFacts Facts)
{
    /// <summary>The most messages that wait at once; an older one that nobody told is out of date by then.</summary>
    public const int Most = 12;
}
