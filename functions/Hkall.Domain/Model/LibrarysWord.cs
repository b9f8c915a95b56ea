namespace Hkall.Domain.Model;

/// <summary>
/// How staff heard what a library said, if its own system did not say it. The journal says which member of staff recorded it.
/// </summary>
/// <param name="On">The day on which the library said it, in our calendar.</param>
/// <param name="Note">Who said what, in the words of staff.</param>
public sealed record LibrarysWord(SaidBy By, DateOnly On, [PersonsWords] string Note);
