namespace Hkall.Service.Notices;

/// <summary>The patron as a person: the one separable row of personal data. Everything else knows only an opaque key.</summary>
/// <param name="LibraryId">What the Library's own circulation system knows them by; null where it was not taken down.</param>
public sealed record Person(string Name, string Email, string Language, string? LibraryId = null);
