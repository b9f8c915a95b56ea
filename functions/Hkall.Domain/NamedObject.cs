using Hkall.Domain.Model;

namespace Hkall.Domain;

/// <summary>
/// What the giver of an order says it is about. Whoever gives an order from an old page, or from a program, may mean a library that is no
/// longer asked, or a charge that has changed; the rules then refuse.
/// </summary>
/// <param name="Symbol">The library meant.</param>
/// <param name="Amount">The charge meant.</param>
/// <param name="Balance">For a fee: what is owed on it, as seen.</param>
/// <param name="Status">The status of the request, as seen.</param>
/// <param name="MustName">The giver did not say which version of the request they saw, so an order that speaks to a library or moves money names its
/// object.</param>
public sealed record NamedObject(string? Symbol, Money? Amount, Money? Balance, RequestStatus? Status, bool MustName);
