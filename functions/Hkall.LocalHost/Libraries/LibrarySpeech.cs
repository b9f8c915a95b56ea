using Hkall.LocalHost.Keeping;
using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>How a simulated library speaks: in our callbacks, or in ISO 18626 in one of its versions and with a system's habits.</summary>
public sealed record Speech(Protocol Protocol, IsoVersion Version = IsoVersion.V12, Vendor Vendor = Vendor.Plain);

/// <summary>Which library speaks how. One that was told nothing sends callbacks.</summary>
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

    /// <summary>The library in our directory; which version it writes the desk is to hear for itself.</summary>
    public Partner AsPartner(SimulatedLibrary library, Uri bench)
    {
        var speech = Of(library.Symbol);
        return library.AsPartner(bench) with { Protocol = speech.Protocol, Vendor = speech.Vendor };
    }
}
