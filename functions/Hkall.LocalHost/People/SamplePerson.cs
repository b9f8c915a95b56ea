using Hkall.Domain.Model;

namespace Hkall.LocalHost.People;

/// <summary>A person to sign in as on the bench.</summary>
/// <param name="Person">The name on the bench; the token's <c>sub</c>.</param>
/// <param name="Group">The patron group; staff have one too, since they borrow as well.</param>
/// <param name="Roles"><c>staff</c>, or none.</param>
/// <param name="Language">The language of their mail.</param>
public sealed record SamplePerson(string Person, string Name, string Email, PatronGroup Group, IReadOnlyList<string> Roles, string Language);
