using Hkall.Domain.Model;

namespace Hkall.Domain.Copyright;

/// <summary>The patron has until the end of the date to sign this version of the declaration.</summary>
public sealed record DeclarationAwaited([Code] string TextVersion, DateOnly Until) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Status = RequestStatus.AwaitingDeclaration, Declaring = new Declaring(TextVersion, Until) };
}

public sealed record DeclarationReminded : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Declaring = request.Declaring! with { Reminded = true } };
}

/// <summary>The patron signed the declaration. The event's time is the time of signing.</summary>
public sealed record DeclarationSigned(Declaration Declaration) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Declaration = Declaration, Declaring = null };
}
