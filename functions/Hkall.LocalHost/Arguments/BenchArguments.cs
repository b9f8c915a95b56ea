using Hkall.LocalHost.Clock;
using Hkall.Service.Downloads.Scanning;
using Hkall.Service.Replies;

namespace Hkall.LocalHost.Arguments;

/// <summary>The command-line arguments of the bench.</summary>
public sealed record BenchArguments
{
    public const string Usage =
        "Arguments: --urls URL, --data DIR, --clock live|manual|xN, --now INSTANT, --partners simulated|none, --policy FILE, --catalogue URL, --sources URL, --clamd HOST:PORT, --imap URL, "
        + "--storage azurite|memory|CONNECTION_STRING, --hosts NAME;NAME, --sign-in ISSUER --client-id ID --client-secret SECRET.";

    /// <summary>The addresses the bench listens on, separated by semicolons. Port 0 takes a free port.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:7071";

    /// <summary>The full path of the folder in which the bench keeps its data.</summary>
    public required string Data { get; init; }

    public ClockPace Pace { get; init; } = ClockPace.Live;

    /// <summary>The bench's time at the first start. A clock that has started never goes back.</summary>
    public DateTimeOffset? Now { get; init; }

    public bool SimulatedPartners { get; init; } = true;

    /// <summary>The library's policy document; null takes the document of this build.</summary>
    public string? Policy { get; init; }

    /// <summary>A union catalogue to ask over SRU for holdings; null uses the bench's own sample catalogue.</summary>
    public Uri? Catalogue { get; init; }

    /// <summary>Below which address the sources of citations and free copies answer; null: those of the bench.</summary>
    public Uri? Sources { get; init; }

    /// <summary>Where ClamAV's daemon looks for malware in uploaded files; null for no scanner.</summary>
    public ClamdAddress? Clamd { get; init; }

    /// <summary>The mailbox with answers to our mails; null: nobody reads answers.</summary>
    public InboundMail? Imap { get; init; }

    public BenchStorage Storage { get; init; } = new BenchStorage.Azurite();

    /// <summary>The names besides those of this machine under which the bench answers, separated by semicolons.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The OpenID Connect provider at which people sign in; null: the bench's own sample people.</summary>
    public Uri? SignInAt { get; init; }

    /// <summary>What the bench is at that provider: its id and its secret.</summary>
    public string ClientId { get; init; } = string.Empty;

    public string ClientSecret { get; init; } = string.Empty;

    /// <exception cref="BadArgumentException">An argument is unknown, has no value or has an invalid one.</exception>
    public static BenchArguments Parse(IReadOnlyList<string> args, string currentFolder)
    {
        var arguments = new BenchArguments { Data = Path.Combine(currentFolder, ".data") };
        for (var i = 0; i < args.Count; i++)
        {
            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? args[i] : args[i][..equals];
            var value = equals >= 0 ? args[i][(equals + 1)..] : ++i < args.Count ? args[i] : string.Empty;
            arguments = arguments.With(name, value, currentFolder);
        }

        return (arguments.SignInAt is null) == (arguments.ClientId.Length == 0) && (arguments.SignInAt is null) == (arguments.ClientSecret.Length == 0)
            ? arguments
            : throw new BadArgumentException("--sign-in, --client-id and --client-secret are given together or not at all.");
    }

    private BenchArguments With(string name, string value, string currentFolder)
    {
        return name switch
        {
            "--urls" => this with { Urls = AreUrls(value) ? value : throw Bad("an address such as http://127.0.0.1:7071") },
            "--data" => this with { Data = value.Length > 0 ? Path.GetFullPath(value, currentFolder) : throw Bad("a folder") },
            "--clock" => this with { Pace = ClockPace.Parse(value) ?? throw Bad($"live, manual or xN with N from 2 to {ClockPace.Fastest}") },
            "--now" => this with { Now = Iso8601.Instant(value) ?? throw Bad("an instant with its offset, such as 2026-11-23T09:00:00+08:00") },
            "--partners" => this with { SimulatedPartners = value is "simulated" or "none" ? value == "simulated" : throw Bad("simulated or none") },
            "--policy" =>
                this with
                {
                    Policy = File.Exists(Path.GetFullPath(value, currentFolder))
                    ? Path.GetFullPath(value, currentFolder) : throw Bad("a policy document")
                },
            "--catalogue" =>
                this with
                {
                    Catalogue = IsSruAddress(value, out var sru)
                    ? sru : throw Bad("the address of an SRU server, such as http://127.0.0.1:9999/union")
                },
            "--sources" =>
                this with
                {
                    Sources = IsSruAddress(value, out var sources)
                    ? sources : throw Bad("the address below which the sources answer, such as http://127.0.0.1:9998")
                },
            "--hosts" => this with { Hosts = AreHosts(value) ? value.Split(';') : throw Bad("names of hosts, such as bench.example") },
            "--clamd" => this with
            {
                Clamd = ClamdAddress.TryParse(value, out var clamd) ? clamd : throw Bad("where clamd listens: HOST:PORT, or the path of its socket")
            },
            "--storage" => this with { Storage = BenchStorage.Parse(value) ?? throw Bad("azurite, memory or a connection string") },
            "--imap" => this with
            {
                Imap = ImapArgument.TryParse(value) ?? throw Bad("a mailbox such as imaps://ill%40library.example:password@mail.library.example:993")
            },
            "--sign-in" =>
                this with
                {
                    SignInAt = IsIssuer(value, out var issuer)
                    ? issuer : throw Bad("the issuer of a provider, such as https://sign-in.example.edu")
                },
            "--client-id" => this with { ClientId = value.Length > 0 ? value : throw Bad("the bench's id at the provider") },
            "--client-secret" => this with { ClientSecret = value.Length > 0 ? value : throw Bad("the bench's secret at the provider") },
            _ => throw new BadArgumentException($"There is no argument {name}. {Usage}"),
        };

        BadArgumentException Bad(string wanted) =>
            new(value.Length == 0 ? $"{name} needs {wanted}." : $"{name} needs {wanted}; '{value}' is not one.");
    }

    private static bool IsSruAddress(string value, out Uri? address) =>
        Uri.TryCreate(value, UriKind.Absolute, out address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.Query.Length == 0;

    private static bool AreHosts(string value) => value.Split(';').All(name => Uri.CheckHostName(name) != UriHostNameType.Unknown);

    /// <summary>With TLS, unless the provider runs on this machine.</summary>
    private static bool IsIssuer(string value, out Uri? issuer) =>
        Uri.TryCreate(value, UriKind.Absolute, out issuer) && issuer.Query.Length == 0 && issuer.Fragment.Length == 0
            && (issuer.Scheme == Uri.UriSchemeHttps || (issuer.Scheme == Uri.UriSchemeHttp && issuer.IsLoopback));

    private static bool AreUrls(string value) =>
        value.Split(';') is [_, ..] urls
        && urls.All(url => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps));
}

/// <summary>An argument is invalid. The message is a sentence for the person who typed the command.</summary>
public sealed class BadArgumentException(string message) : Exception(message);
