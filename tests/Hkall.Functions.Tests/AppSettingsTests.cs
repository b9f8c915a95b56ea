using System.Text.Json;
using Hkall.Functions.Settings;
using Hkall.Functions.Tests.Kit;
using Hkall.Service.Replies;

namespace Hkall.Functions.Tests;

public sealed class AppSettingsTests
{
    /// <summary>Of the sample's own: read by the Functions host and nobody else.</summary>
    private static readonly string[] TheHosts =
        ["FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "AzureWebJobsDisableHomepage", "AzureWebJobsStorage"];

    private static HashSet<string> Read()
    {
        // Both ways of reaching the records are asked for, with and without a connection string.
        var asked = new HashSet<string>();
        foreach (var leftOut in new[] { "", AppSettings.Records })
        {
            var reader = new SettingsReader(Sample.Configuration(Sample.Settings().Where(setting => setting.Key != leftOut)));
            AppSettings.Read(reader);
            asked.UnionWith(reader.Asked);
        }

        return asked;
    }

    [Fact]
    public void The_sample_has_every_setting_that_is_read_and_no_other() =>
        Sample.Settings().Keys.Except(TheHosts).ShouldBe(Read(), ignoreOrder: true);

    [Fact]
    public void The_sample_is_enough_to_start_with() =>
        AppSettings.From(Sample.Configuration(Sample.Settings())).RecordsAt.ShouldBe(new RecordsAt.Account("UseDevelopmentStorage=true"));

    [Fact]
    public void Without_a_connection_string_the_records_are_reached_by_address_and_identity()
    {
        var settings = Sample.Settings();
        settings["Records"] = "";
        settings["Records:tableServiceUri"] = "https://records.table.core.windows.net";
        settings["Records:blobServiceUri"] = "https://records.blob.core.windows.net";
        settings["Records:queueServiceUri"] = "https://records.queue.core.windows.net";
        settings["Records:clientId"] = "11111111-2222-3333-4444-555555555555";

        var read = AppSettings.From(Sample.Configuration(settings));
        read.ClientId.ShouldBe("11111111-2222-3333-4444-555555555555");
        read.RecordsAt.ShouldBeOfType<RecordsAt.Services>().Queues.ShouldBe(new Uri("https://records.queue.core.windows.net"));
    }

    [Theory]
    [InlineData("Mail:Sender", "")]
    [InlineData("Mail:Endpoint", "not an address")]
    [InlineData("SignIn:Issuer", "")]
    [InlineData("SignIn:Audience", "")]
    [InlineData("SignIn:MetadataAddress", "http://login.example.edu/keys")]
    [InlineData("SignIn:FreshSignIn", "sometimes")]
    [InlineData("Service:PublicAddress", "")]
    [InlineData("Service:DownloadKey", "c2hvcnQ=")]
    [InlineData("Service:PartnerSecretsKey", "")]
    [InlineData("Service:PartnerSecretsKey", "c2hvcnQ=")]
    [InlineData("Service:PartnerSecretsKeyPrevious", "c2hvcnQ=")]
    [InlineData("Service:GatewayKeyPrevious", "thirty-one-characters-are-few-1")]
    [InlineData("Service:MalwareScanning", "sometimes")]
    [InlineData("Schedules:Sweep", "")]
    [InlineData("Schedules:Reminders", "")]
    [InlineData("Schedules:Retention", "")]
    [InlineData("Mail:PerHour", "none")]
    [InlineData("Mail:PerDay", "0")]
    [InlineData("TASKHUB_NAME", "")]
    [InlineData("Service:GatewayKey", "thirty-one-characters-are-few-1")]
    [InlineData("Service:GatewayKey", "a key with spaces in it, however long it may be")]
    [InlineData("Service:GatewayKey", "eine-Umlaute-enthaltende-lange-Ängstlichkeit")]
    public void A_wrong_setting_is_named_at_the_start_and_its_value_is_not_told(string name, string value)
    {
        var settings = Sample.Settings();
        settings[name] = value;

        var told = Should.Throw<BadSettingsException>(() => AppSettings.From(Sample.Configuration(settings))).Message;
        told.ShouldContain(name.Replace(":", "__", StringComparison.Ordinal));
        told.ShouldNotContain(value.Length == 0 ? "''" : value);
    }

    [Theory]
    [InlineData("Service:GatewayKey")]
    [InlineData("Service:GatewayKeyPrevious")]
    [InlineData("Service:PartnerSecretsKey")]
    [InlineData("Service:PartnerSecretsKeyPrevious")]
    [InlineData("SignIn:ClientSecret")]
    [InlineData("Circulation:ApiKey")]
    public void A_secret_that_the_vault_did_not_give_is_no_secret(string name)
    {
        var settings = Sample.Settings();
        settings[name] = "@Microsoft.KeyVault(SecretUri=https://hkall.vault.azure.net/secrets/some-key/)";

        Should.Throw<BadSettingsException>(() => AppSettings.From(Sample.Configuration(settings))).Message
            .ShouldBe($"The setting {name.Replace(":", "__", StringComparison.Ordinal)} is a secret that could not be read from the vault.");
    }

    [Fact]
    public void A_gateway_is_believed_by_its_key_and_without_one_there_is_none()
    {
        AppSettings.From(Sample.Configuration(Sample.Settings())).GatewayKey.ShouldBeNull();

        var settings = Sample.Settings();
        settings["Service:GatewayKey"] = "a-key-that-only-the-gateway-and-we-know";
        AppSettings.From(Sample.Configuration(settings)).GatewayKey.ShouldBe("a-key-that-only-the-gateway-and-we-know");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    public void What_is_switched_on_or_off_says_true_or_false_and_is_off_where_it_says_nothing(string value, bool on)
    {
        var settings = Sample.Settings();
        settings["Service:MalwareScanning"] = value;

        AppSettings.From(Sample.Configuration(settings)).MalwareScanning.ShouldBe(on);
    }

    [Fact]
    public void The_circulation_system_is_connected_by_three_settings_or_by_none()
    {
        AppSettings.From(Sample.Configuration(Sample.Settings())).Circulation.ShouldBeNull();

        var settings = Sample.Settings();
        settings["Circulation:Address"] = "https://api-ap.hosted.exlibrisgroup.com";
        Should.Throw<BadSettingsException>(() => AppSettings.From(Sample.Configuration(settings))).Message
            .ShouldBe("The setting Circulation__ApiKey is missing. The setting Circulation__FeeOwner is missing.");

        settings["Circulation:ApiKey"] = "l8xx";
        settings["Circulation:FeeOwner"] = "MAIN";
        AppSettings.From(Sample.Configuration(settings)).Circulation!.FeeOwner.ShouldBe("MAIN");
    }

    [Fact]
    public void The_mailbox_of_answers_is_known_whole_or_not_at_all()
    {
        AppSettings.From(Sample.Configuration(Sample.Settings())).Replies.ShouldBeNull();

        var settings = Sample.Settings();
        settings["Replies:Host"] = "mail.library.example";
        settings["Replies:User"] = "ill";
        settings["Replies:Password"] = "secret";
        settings["Replies:Mailbox"] = "interlibrary-loans-and-more@library.example";
        Should.Throw<BadSettingsException>(() => AppSettings.From(Sample.Configuration(settings))).Message.ShouldBe(
            "The setting Replies__Mailbox is not an address with at most 20 characters before the @ and no + in it. The setting Replies__AuthServer is missing.");

        settings["Replies:Mailbox"] = "ill@library.example";
        settings["Replies:AuthServer"] = "mx.library.example";
        var replies = AppSettings.From(Sample.Configuration(settings)).Replies!;
        (replies.Port, replies.Security, replies.Folder).ShouldBe((993, MailSecurity.Tls, "INBOX"));
        replies.ToString().ShouldBe("ill at mail.library.example:993", "The password stands in no log.");
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Should.Throw<BadSettingsException>(() => AppSettings.From(Sample.Configuration([]))).Message
            .Split(". ").Length.ShouldBeGreaterThanOrEqualTo(10);

    [Fact]
    public void Host_settings_fit_the_limits_of_the_service()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var extensions = host.RootElement.GetProperty("extensions");

        extensions.GetProperty("http").GetProperty("routePrefix").GetString().ShouldBeEmpty();
        extensions.GetProperty("queues").GetProperty("messageEncoding").GetString().ShouldBe("none", "The triggers decode, so that no message is lost.");
        extensions.GetProperty("queues").GetProperty("maxDequeueCount").GetInt32().ShouldBe(Service.Inbox.InboxOptions.MaxDeliveries);
        extensions.GetProperty("durableTask").GetProperty("hubName").GetString().ShouldBe("%TASKHUB_NAME%");
    }
}
