using Hkall.Service.Circulation.Alma;
using Hkall.Service.Citing;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Locating;
using Hkall.Service.Mailing;
using Hkall.Service.Partners;
using Hkall.Service.Replies;
using Hkall.Service.Upkeep;
using Hkall.Service.Web;
using Microsoft.Extensions.Configuration;

namespace Hkall.Functions.Settings;

/// <summary>All settings, read and checked once at the start, so that a wrong setting stops the start and no patron finds it.</summary>
public sealed record AppSettings
{
    /// <summary>The connection that the queue trigger and the service use for the records: this name, or a section of it.</summary>
    public const string Records = "Records";

    /// <summary>The minimum length, in bytes, of the key that signs download links.</summary>
    private const int ShortestKey = 32;

    /// <summary>The minimum length, in characters, of the gateway's key: whoever guesses it speaks for every library behind the gateway.</summary>
    private const int ShortestGatewayKey = 32;

    private const int ImapsPort = 993;

    public required RecordsAt RecordsAt { get; init; }

    /// <summary>When the timers go off; shown to operators.</summary>
    public required JobSchedules Schedules { get; init; }

    /// <summary>Whether Microsoft Defender for Storage looks for malware in the scans; if not, nothing does.</summary>
    public required bool MalwareScanning { get; init; }

    public required Uri MailEndpoint { get; init; }

    public required string MailSender { get; init; }

    /// <summary>How many mails the mail service accepts. A limit that is not set does not apply.</summary>
    public required MailLimits MailLimits { get; init; }

    public required string Issuer { get; init; }

    public required string Audience { get; init; }

    public required Uri MetadataAddress { get; init; }

    /// <summary>The scope that access tokens must have; null: they must be marked as access tokens.</summary>
    public required string? Scope { get; init; }

    /// <summary>When the API asks how old the sign-in behind a token is.</summary>
    public required FreshnessDemand FreshSignIn { get; init; }

    /// <summary>The secret that the service shows to the identity provider when people sign in to the pages.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>The origins of the portals that may show patrons their requests.</summary>
    public required string? Portals { get; init; }

    public required Uri PublicAddress { get; init; }

    public required byte[] DownloadKey { get; init; }

    /// <summary>The key that a gateway in front of the service sends; null where there is no gateway.</summary>
    public required string? GatewayKey { get; init; }

    /// <summary>The key before it, which is accepted as well while the gateway changes over; null at all other times.</summary>
    public required string? GatewayKeyPrevious { get; init; }

    /// <summary>The keys that encrypt partners' secrets in storage.</summary>
    public required PartnerSecretKeys PartnerSecrets { get; init; }

    /// <summary>The Library's circulation system; null where it is not connected.</summary>
    public required AlmaOptions? Circulation { get; init; }

    /// <summary>The mailbox in which answers to our mails arrive; null where nobody reads them.</summary>
    public required InboundMail? Replies { get; init; }

    /// <summary>The user-assigned identity of the app; null where it runs as the person signed in on the machine.</summary>
    public required string? ClientId { get; init; }

    /// <summary>The catalogues to ask for holdings; where there are none, any partner may hold the item.</summary>
    public required IReadOnlyList<Catalogue> Catalogues { get; init; }

    /// <summary>The sources of citations and of free copies; one that is not set is not asked.</summary>
    public required SourceSettings Sources { get; init; }

    /// <summary>Null: traces, metrics and logs are not exported.</summary>
    public required string? ApplicationInsights { get; init; }

    /// <exception cref="BadSettingsException">Settings are missing or wrong; the message names all of them.</exception>
    public static AppSettings From(IConfiguration configuration)
    {
        var read = new SettingsReader(configuration);
        var settings = Read(read);
        read.ThrowIfAny();
        return settings;
    }

    internal static AppSettings Read(SettingsReader read)
    {
        // The Functions host reads these too, and reports little where they are missing.
        var schedules = new JobSchedules(read.Text("Schedules:Sweep"), read.Text("Schedules:Reminders"), read.Text("Schedules:Retention"));
        read.Text("TASKHUB_NAME");
        return new AppSettings
        {
            RecordsAt = RecordsAt.From(read),
            Schedules = schedules,
            MalwareScanning = read.Switch("Service:MalwareScanning"),
            MailEndpoint = read.Address("Mail:Endpoint"),
            MailSender = read.Text("Mail:Sender"),
            MailLimits = new MailLimits(read.Number("Mail:PerMinute"), read.Number("Mail:PerHour"), read.Number("Mail:PerDay")),
            Issuer = read.Text("SignIn:Issuer"),
            Audience = read.Text("SignIn:Audience"),
            MetadataAddress = read.Address("SignIn:MetadataAddress"),
            Scope = read.Optional("SignIn:Scope"),
            FreshSignIn = read.Freshness("SignIn:FreshSignIn"),
            ClientSecret = read.Text("SignIn:ClientSecret"),
            Portals = read.Origins("Service:Portals"),
            PublicAddress = read.Address("Service:PublicAddress"),
            DownloadKey = read.Key("Service:DownloadKey", ShortestKey),
            GatewayKey = read.OptionalKey(GatewayOptions.Setting, ShortestGatewayKey),
            GatewayKeyPrevious = read.OptionalKey(GatewayOptions.PreviousSetting, ShortestGatewayKey),
            PartnerSecrets = PartnerSecretsFrom(read),
            Circulation = CirculationFrom(read),
            Replies = RepliesFrom(read),
            ClientId = read.Optional($"{Records}:clientId"),
            Catalogues = read.Catalogues("Catalogues"),
            Sources = SourcesFrom(read),
            ApplicationInsights = read.Optional("APPLICATIONINSIGHTS_CONNECTION_STRING"),
        };
    }

    private static SourceSettings SourcesFrom(SettingsReader read) => new()
    {
        Crossref = read.OptionalAddress("Sources:Crossref"),
        PubMed = read.OptionalAddress("Sources:PubMed"),
        OpenLibrary = read.OptionalAddress("Sources:OpenLibrary"),
        Unpaywall = read.OptionalAddress("Sources:Unpaywall"),
        OpenAlex = read.OptionalAddress("Sources:OpenAlex"),
        Doaj = read.OptionalAddress("Sources:Doaj"),
        PubMedCentral = read.OptionalAddress("Sources:PubMedCentral"),
        Contact = read.Optional("Sources:Contact"),
    };

    private static PartnerSecretKeys PartnerSecretsFrom(SettingsReader read)
    {
        var current = read.Key(PartnerSecretKeys.Setting, PartnerSecretKeys.Shortest);
        var previous = read.Optional(PartnerSecretKeys.PreviousSetting) is null
            ? null
            : read.Key(PartnerSecretKeys.PreviousSetting, PartnerSecretKeys.Shortest);
        return new PartnerSecretKeys(current, previous);
    }

    /// <summary>All of them but the folder and the port, or none.</summary>
    private static InboundMail? RepliesFrom(SettingsReader read)
    {
        string[] names = ["Replies:Host", "Replies:User", "Replies:Password", "Replies:Mailbox", "Replies:AuthServer"];
        var (port, folder) = (read.Number("Replies:Port"), read.Optional("Replies:Folder"));
        if (names.All(name => read.Optional(name) is null))
        {
            return null;
        }

        var mailbox = ReplyMailbox.TryParse(read.Text(names[3]));
        if (mailbox is null && read.Optional(names[3]) is not null)
        {
            read.Fault(names[3], "is not an address with at most 20 characters before the @ and no + in it");
        }

        return new InboundMail(
            read.Text(names[0]), port ?? ImapsPort, MailSecurity.Tls, read.Text(names[1]), read.Text(names[2]), mailbox ?? new ReplyMailbox("-", "-"),
            folder ?? "INBOX", read.Text(names[4]));
    }

    /// <summary>Either all three settings, or none.</summary>
    private static AlmaOptions? CirculationFrom(SettingsReader read)
    {
        string[] names = ["Circulation:Address", "Circulation:ApiKey", "Circulation:FeeOwner"];
        return names.All(name => read.Optional(name) is null) ? null : new AlmaOptions(read.Address(names[0]), read.Text(names[1]), read.Text(names[2]));
    }
}

/// <summary>Where the records are kept.</summary>
public abstract record RecordsAt
{
    private RecordsAt()
    {
    }

    /// <summary>A storage account with a key: Azurite.</summary>
    public sealed record Account(string ConnectionString) : RecordsAt;

    /// <summary>A storage account without keys; the app's own identity has access.</summary>
    public sealed record Services(Uri Tables, Uri Blobs, Uri Queues) : RecordsAt;

    internal static RecordsAt From(SettingsReader read) => read.Optional(AppSettings.Records) is { } connection
        ? new Account(connection)
        : new Services(
            read.Address($"{AppSettings.Records}:tableServiceUri"),
            read.Address($"{AppSettings.Records}:blobServiceUri"),
            read.Address($"{AppSettings.Records}:queueServiceUri"));
}
