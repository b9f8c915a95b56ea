using System.Globalization;
using Hkall.Service.Locating;
using Hkall.Service.Web;
using Microsoft.Extensions.Configuration;

namespace Hkall.Functions.Settings;

/// <summary>Settings are missing or wrong; the message names each one as it is set.</summary>
public sealed class BadSettingsException(IEnumerable<string> faults) : Exception(string.Join(" ", faults));

/// <summary>Reads settings and collects their faults, so that one start reports all of them.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private static readonly Uri Nowhere = new("https://nowhere.invalid");

    /// <summary>
    /// The start of a setting that Azure could not replace with its secret from the vault. The reference is public, so it does
    /// not serve as a secret.
    /// </summary>
    private const string Unread = "@Microsoft.KeyVault(";

    /// <summary>The first fault of each setting; later faults that follow from it are not reported.</summary>
    private readonly Dictionary<string, string> _faults = [];
    private readonly HashSet<string> _asked = [];

    /// <summary>Every setting that was read, for the test that looks for them in the sample.</summary>
    public IReadOnlySet<string> Asked => _asked;

    public string? Optional(string name)
    {
        _asked.Add(name);
        if (configuration[name] is not { Length: > 0 } value)
        {
            return null;
        }

        if (!value.StartsWith(Unread, StringComparison.OrdinalIgnoreCase))
        {
            return value;
        }

        Fault(name, "is a secret that could not be read from the vault");
        return null;
    }

    public string Text(string name)
    {
        if (Optional(name) is { } value)
        {
            return value;
        }

        Fault(name, "is missing");
        return string.Empty;
    }

    /// <summary>A whole number of 1 or more; null where it is not set.</summary>
    public int? Number(string name)
    {
        if (Optional(name) is not { } value)
        {
            return null;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        Fault(name, "is not a whole number of 1 or more");
        return null;
    }

    /// <summary>Where it is not set, tokens that say when their person signed in are asked for it.</summary>
    public FreshnessDemand Freshness(string name)
    {
        switch (Optional(name))
        {
            case null or "if-stated":
                return FreshnessDemand.IfStated;
            case "always":
                return FreshnessDemand.Always;
            case "never":
                return FreshnessDemand.Never;
            default:
                Fault(name, "is none of if-stated, always and never");
                return FreshnessDemand.IfStated;
        }
    }

    /// <summary><c>true</c> or <c>false</c>; off where it is not set.</summary>
    public bool Switch(string name)
    {
        if (Optional(name) is not { } value)
        {
            return false;
        }

        if (bool.TryParse(value, out var isOn))
        {
            return isOn;
        }

        Fault(name, "is neither true nor false");
        return false;
    }

    public Uri Address(string name)
    {
        if (Optional(name) is not { } value)
        {
            Fault(name, "is missing");
            return Nowhere;
        }

        if (Uri.TryCreate(value, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" }))
        {
            return address;
        }

        Fault(name, "is not an https address");
        return Nowhere;
    }

    /// <summary>Null where it is not set.</summary>
    public Uri? OptionalAddress(string name) => Optional(name) is null ? null : Address(name);

    /// <summary>Origins separated by spaces; null where it is not set.</summary>
    public string? Origins(string name)
    {
        var value = Optional(name);
        if (PortalOrigins.AreOrigins(value))
        {
            return value;
        }

        Fault(name, "is not a list of origins such as https://portal.example.edu");
        return null;
    }

    public byte[] Key(string name, int shortest)
    {
        var key = new byte[1024];
        if (Optional(name) is { Length: <= 1024 } value && Convert.TryFromBase64String(value, key, out var bytes) && bytes >= shortest)
        {
            return key[..bytes];
        }

        Fault(name, string.Create(CultureInfo.InvariantCulture, $"is not a key of {shortest} bytes or more in base64"));
        return [];
    }

    /// <summary>A key that is sent as it stands, of this many visible ASCII characters or more; null where it is not set.</summary>
    public string? OptionalKey(string name, int shortest)
    {
        if (Optional(name) is not { } value || (value.Length >= shortest && value.All(character => character is > ' ' and <= '~')))
        {
            return Optional(name);
        }

        Fault(name, string.Create(CultureInfo.InvariantCulture, $"is not a key of {shortest} characters or more, letters, digits and signs without spaces"));
        return null;
    }

    /// <summary>A JSON array of catalogues; none where it is not set.</summary>
    public IReadOnlyList<Catalogue> Catalogues(string name)
    {
        if (Optional(name) is not { } json)
        {
            return [];
        }

        try
        {
            return Catalogue.ParseList(json);
        }
        catch (FormatException)
        {
            Fault(name, "is not a list of catalogues");
            return [];
        }
    }

    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new BadSettingsException(_faults.Values);
        }
    }

    /// <summary>Names the setting as it is set: a colon becomes two underscores in the environment. The value is never shown; it may be a secret.</summary>
    public void Fault(string name, string why) => _faults.TryAdd(name, $"The setting {name.Replace(":", "__", StringComparison.Ordinal)} {why}.");
}
