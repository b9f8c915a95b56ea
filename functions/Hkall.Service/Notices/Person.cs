namespace Hkall.Service.Notices;

/// <summary>The patron as a person: the one separable row of personal data. Everything else knows only an opaque key.</summary>
public sealed record Person(string Name, string Email, string Language);
