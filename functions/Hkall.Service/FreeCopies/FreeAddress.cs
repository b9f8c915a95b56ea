using Hkall.Domain.Model;
using Hkall.Service.Outwards;
using Hkall.Service.Texts;

namespace Hkall.Service.FreeCopies;

/// <summary>Makes a free copy of what a source says, if its address is one that we may show: https, in the public internet, and not too long.</summary>
internal static class FreeAddress
{
    private const int Longest = 1_000;
    private const int LongestLicence = 60;

    private static readonly OutwardReach Public = new(ThisMachine: false);

    public static FreeCopy? Of(string? address, FreeVersion version, string? licence, string source) =>
        address is { Length: > 0 and <= Longest } && VisibleText.Of(address) == address
        && Uri.TryCreate(address, UriKind.Absolute, out var uri) && ForeignAddress.FaultOf(uri, Public) is null
            ? new FreeCopy(uri.AbsoluteUri, version, licence is { Length: <= LongestLicence } ? licence : null, source)
            : null;

    /// <summary>The names of versions in Unpaywall and OpenAlex.</summary>
    public static FreeVersion VersionOf(string? name) => name switch
    {
        "publishedVersion" => FreeVersion.Published,
        "acceptedVersion" => FreeVersion.Accepted,
        _ => FreeVersion.Submitted,
    };
}
