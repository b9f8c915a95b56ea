namespace Hkall.Domain.Model;

/// <summary>A word to a library that is spoken to by hand: staff tell it, and record that they did.</summary>
/// <param name="Number">Counts the words of the request, so that each is told once.</param>
/// <param name="Note">A note from staff for the library, such as what is damaged.</param>
public sealed record WordToTell(int Number, [Id] string Symbol, RequestingAction Word, [PersonsWords] string? Note = null)
{
    /// <summary>The most words that wait at once; a library is told little about one item, and the request stores them.</summary>
    public const int Most = 12;
}
