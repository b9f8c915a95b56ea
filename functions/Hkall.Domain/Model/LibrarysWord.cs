namespace Hkall.Domain.Model;

/// <summary>
/// How a library said something, if its own system did not say it: to staff, or by the link in our letter. The journal says which member
/// of staff recorded it.
/// </summary>
/// <param name="On">The day on which the library said it, in our calendar.</param>
/// <param name="Note">Who said what, in the words of staff; by a link, what the library wrote.</param>
public sealed record LibrarysWord(SaidBy By, DateOnly On, [PersonsWords] string Note);
