using Hkall.LocalHost.Keeping;
using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>The protocol of a simulated library: our callbacks, or ISO 18626 with its version and the profile of a vendor's system.</summary>
public sealed record Speech(Protocol Protocol, IsoVersion Version = IsoVersion.V12, Vendor Vendor = Vendor.Plain);

/// <summary>The protocol of each library. A library without a setting sends callbacks.</summary>
public sealed class LibrarySpeech
{
    private readonly Lock _lock = new();
    private readonly KeptFile<Dictionary<string, Speech>> _file;
    private readonly Dictionary<string, Speech> _speech;

    public LibrarySpeech(BenchFolder folder)
    {
        _file = new KeptFile<Dictionary<string, Speech>>(folder, "speech.json");
        _speech = _file.Read() ?? [];
    }

    public Speech Of(string symbol)
    {
        lock (_lock)
        {
            return _speech.GetValueOrDefault(symbol) ?? new Speech(Protocol.Callbacks);
        }
    }

    public void Set(string symbol, Speech speech)
    {
        lock (_lock)
        {
            _speech[symbol] = speech;
            _file.Write(_speech);
        }
    }

    /// <summary>The library's entry in our directory. The service learns the version of ISO 18626 from the library's messages.</summary>
    public Partner AsPartner(SimulatedLibrary library, Uri bench)
    {
        var speech = Of(library.Symbol);
        return library.AsPartner(bench) with { Protocol = speech.Protocol, Vendor = speech.Vendor };
    }
}
