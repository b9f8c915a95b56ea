using Hkall.Domain.Placing;

namespace Hkall.Service.Notices;

/// <summary>The patron as a person: the one separable row of personal data. Everything else knows only an opaque key.</summary>
/// <param name="LibraryId">What the Library's own circulation system knows them by; null where it was not taken down.</param>
/// <param name="Group">Their group when they were last signed in: staff who place for them place by its rules. Null in rows of earlier versions, and for who is no patron.</param>
public sealed record Person(string Name, string Email, string Language, string? LibraryId = null, PatronGroup? Group = null);
