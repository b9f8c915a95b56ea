using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hkall.Service.Inbox;
using Hkall.Service.Locating;

namespace Hkall.Infra.Tests;

public sealed partial class SettingsTests
{
    private static readonly string[] Expected =
    [
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "Records__blobServiceUri", "Records__queueServiceUri", "Records__tableServiceUri", "Records__credential", "Records__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "Mail__Endpoint", "Mail__Sender", "Mail__PerMinute", "Mail__PerHour", "Mail__PerDay",
        "SignIn__Issuer", "SignIn__Audience", "SignIn__MetadataAddress", "SignIn__Scope", "SignIn__FreshSignIn", "SignIn__ClientSecret",
        "Service__PublicAddress", "Service__DownloadKey", "Service__PartnerSecretsKey",
        "Schedules__Sweep", "Schedules__Reminders", "Schedules__Retention",
        "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "AzureWebJobsDisableHomepage", "TASKHUB_NAME",
    ];

    private static readonly string[] Timers = ["Schedules__Sweep", "Schedules__Reminders", "Schedules__Retention"];

    /// <summary>Every parameter that a setting comes from, given.</summary>
    private const string Everything = """

        param circulation = { address: 'https://api-ap.hosted.exlibrisgroup.com', feeOwner: 'MAIN' }
        param replies = {
          host: 'mail.library.example'
          user: 'ill'
          mailbox: 'ill@library.example'
          authServer: 'mx.library.example'
          port: 993
          folder: 'INBOX'
        }
        param portals = ['https://portal.library.example', 'https://campus.library.example']
        param gateway = true
        param changingKeys = ['gateway-key', 'partner-secrets-key']
        param malwareScanning = true
        param sources = {
          crossref: 'https://api.crossref.org'
          pubMed: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils'
          openLibrary: 'https://openlibrary.org'
          unpaywall: 'https://api.unpaywall.org'
          openAlex: 'https://api.openalex.org'
          doaj: 'https://doaj.org'
          pubMedCentral: 'https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles'
          contact: 'ill@library.example'
        }
        param catalogues = [
          { name: 'ours', address: 'https://sru.library.example/ours', own: true }
          {
            name: 'union'
            address: 'https://sru.library.example/union'
            version: '2.0'
            recordSchema: 'info:srw/schema/1/marcxml-v1.1'
            indexes: { isbn: 'alma.isbn', issn: 'alma.issn', title: 'alma.title', author: 'alma.creator' }
            own: false
            libraries: { HKU: 'HKU', 'CU-L': 'CUHK' }
          }
        ]
        """;

    /// <summary>Of a machine of one's own: a connection string instead of an identity, and what the Functions tools ask for.</summary>
    private static readonly string[] OnOnesOwnMachine =
        ["Records", "AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME"];

    public static TheoryData<string> Environments => [Plan.Dev, Plan.Prod];

    [Theory, MemberData(nameof(Environments))]
    public async Task Every_setting_the_app_reads_is_set_and_no_other(string environment)
    {
        var settings = (await Plan.ForAsync(environment)).AppSettings;

        settings.Keys.ShouldBe(Expected, ignoreOrder: true);
        settings.Where(setting => string.IsNullOrWhiteSpace(setting.Value)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_setting_the_code_reads_is_in_the_sample_and_set_by_its_parameter()
    {
        var sample = Sample();
        var read = ReadByTheCode();

        read.Count.ShouldBeGreaterThan(20, "The code's settings are not found any more.");
        read.Except(sample).ShouldBeEmpty("Missing in local.settings.sample.json.");
        sample.Except(OnOnesOwnMachine).Except((await Plan.ForAsync(Plan.Prod, Everything)).AppSettings.Keys).ShouldBeEmpty("Not set by the template.");
    }

    [Fact]
    public async Task The_template_names_the_worker_runtime_that_the_local_settings_name() =>
        (await Template.MainAsync()).Root.GetRawText().ShouldContain("dotnet-isolated");

    [Fact]
    public void Every_setting_is_in_the_table_of_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));

        // Those of one account are told together, by their ends.
        Sample()
            .Where(name => !readme.Contains($"`{name}`", StringComparison.Ordinal) && !readme.Contains($"…{name.Split("__")[^1]}`", StringComparison.Ordinal))
            .ShouldBe(["FUNCTIONS_WORKER_RUNTIME"]);
    }

    [Fact]
    public async Task The_catalogues_are_told_as_the_app_reads_them()
    {
        var plan = await Plan.ForAsync(Plan.Prod, Everything);
        var union = Catalogue.ParseList(plan.AppSettings["Catalogues"]).Single(catalogue => !catalogue.Own);

        (union.Version, union.RecordSchema, union.Indexes.Author).ShouldBe((SruVersion.V20, "info:srw/schema/1/marcxml-v1.1", "alma.creator"));
        union.Libraries.ShouldBe(new Dictionary<string, string> { ["HKU"] = "HKU", ["CU-L"] = "CUHK" }, ignoreOrder: true);
        (await MembersAsync("Catalogue")).ShouldBe(Names(typeof(Catalogue)).Except(["single"]), ignoreOrder: true);
        (await MembersAsync("CatalogueIndexes")).ShouldBe(Names(typeof(CatalogueIndexes)), ignoreOrder: true);
    }

    [Fact]
    public async Task Portals_and_a_gateway_are_let_in_by_their_parameters_and_the_gateways_key_is_a_reference()
    {
        var plan = await Plan.ForAsync(Plan.Prod, Everything);

        plan.AppSettings["Service__Portals"].ShouldBe("https://portal.library.example https://campus.library.example");
        plan.AppSettings["Service__GatewayKey"].ShouldContain("@Microsoft.KeyVault(SecretUri={0}secrets/gateway-key/)");
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task The_host_lets_the_largest_request_through_and_leaves_the_first_page_to_the_service(string environment)
    {
        var settings = (await Plan.ForAsync(environment)).AppSettings;

        settings["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"].ShouldBe(PartnerEndpoints.LargestRequestBytes.ToString(CultureInfo.InvariantCulture));
        settings["AzureWebJobsDisableHomepage"].ShouldBe("true");
        foreach (var name in new[] { "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "AzureWebJobsDisableHomepage" })
        {
            settings[name].ShouldBe(Sampled(name), "On one's own machine it is as in Azure.");
        }
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task No_two_settings_differ_only_by_case(string environment)
    {
        // Azure and .NET would take one of them, and not say which.
        var names = (await Plan.ForAsync(environment)).AppSettings.Keys.ToList();

        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(names.Count);
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task Storage_is_entered_by_the_apps_identity(string environment)
    {
        var settings = (await Plan.ForAsync(environment)).AppSettings;

        foreach (var connection in (string[])["AzureWebJobsStorage", "Records"])
        {
            settings[$"{connection}__credential"].ShouldBe("managedidentity");
            settings[$"{connection}__clientId"].ShouldEndWith(".clientId]");
        }
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task Only_the_address_of_application_insights_is_a_connection_string_and_it_opens_nothing(string environment)
    {
        var plan = await Plan.ForAsync(environment);

        plan.AppSettings.Where(setting => setting.Value.Contains("ConnectionString", StringComparison.OrdinalIgnoreCase)).Select(setting => setting.Key)
            .ShouldBe(["APPLICATIONINSIGHTS_CONNECTION_STRING"]);
        plan.AppSettings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"].ShouldContain("Authorization=AAD");
        plan.One("Microsoft.Insights/components").Flag("properties.DisableLocalAuth").ShouldBeTrue();
        plan.One("Microsoft.Insights/components").At("properties.WorkspaceResourceId").GetString()
            .ShouldBe(plan.One("Microsoft.OperationalInsights/workspaces").Text("id"));
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task The_apps_own_keys_are_references_to_secrets_the_template_makes_once(string environment)
    {
        var plan = await Plan.ForAsync(environment);
        var compiled = (await Template.MainAsync()).WithModules().SelectMany(template => template.Resources)
            .Where(resource => resource.Text("type") == "Microsoft.KeyVault/vaults/secrets").ToList();

        plan.AppSettings["Service__DownloadKey"].ShouldStartWith("[format('@Microsoft.KeyVault(SecretUri={0}secrets/download-key/)'");
        plan.AppSettings["Service__PartnerSecretsKey"].ShouldStartWith("[format('@Microsoft.KeyVault(SecretUri={0}secrets/partner-secrets-key/)'");
        plan.All("Microsoft.KeyVault/vaults/secrets").Select(secret => secret.OwnName()).ShouldBe(["download-key", "partner-secrets-key"], ignoreOrder: true);
        // Made again with every deployment, they would kill the links in mails already sent, and leave no partner's secret readable.
        compiled.Count.ShouldBe(2);
        compiled.ShouldAllBe(secret => secret.Find("@options.onlyIfNotExists") != null);
    }

    [Fact]
    public async Task A_previous_key_serves_only_while_its_key_is_being_changed()
    {
        (await Plan.ForAsync(Plan.Prod)).AppSettings.Keys.ShouldNotContain(name => name.EndsWith("Previous", StringComparison.Ordinal));

        var changing = (await Plan.ForAsync(Plan.Prod, "param changingKeys = ['partner-secrets-key']")).AppSettings;
        changing.Keys.Where(name => name.EndsWith("Previous", StringComparison.Ordinal)).ShouldBe(["Service__PartnerSecretsKeyPrevious"]);
        changing["Service__PartnerSecretsKeyPrevious"].ShouldContain("@Microsoft.KeyVault(SecretUri={0}secrets/partner-secrets-key-previous/)");
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task Timers_are_six_field_cron_in_utc(string environment)
    {
        var settings = (await Plan.ForAsync(environment)).AppSettings;

        foreach (var timer in Timers)
        {
            settings[timer].Split(' ').Length.ShouldBe(6, timer);
        }

        settings.Keys.ShouldNotContain("WEBSITE_TIME_ZONE");
    }

    [Fact]
    public async Task The_mailbox_of_answers_is_read_by_its_parameter_and_its_password_is_a_reference()
    {
        var plan = await Plan.ForAsync(
            Plan.Prod, "param replies = { host: 'mail.library.example', user: 'ill', mailbox: 'ill@library.example', authServer: 'mx.library.example', port: 1993 }");

        plan.AppSettings.Keys.Except(Expected).ShouldBe(
            ["Replies__Host", "Replies__User", "Replies__Password", "Replies__Mailbox", "Replies__AuthServer", "Replies__Port"], ignoreOrder: true);
        plan.AppSettings["Replies__Port"].ShouldBe("1993");
        plan.AppSettings["Replies__Password"].ShouldContain("@Microsoft.KeyVault(SecretUri={0}secrets/replies-password/)");
    }

    [Fact]
    public async Task The_circulation_system_is_connected_by_its_parameter_and_its_key_is_a_reference()
    {
        var plan = await Plan.ForAsync(Plan.Prod, "param circulation = { address: 'https://api-ap.hosted.exlibrisgroup.com', feeOwner: 'MAIN' }");

        plan.AppSettings.Keys.Except(Expected).ShouldBe(["Circulation__Address", "Circulation__ApiKey", "Circulation__FeeOwner"], ignoreOrder: true);
        plan.AppSettings["Circulation__Address"].ShouldBe("https://api-ap.hosted.exlibrisgroup.com");
        plan.AppSettings["Circulation__FeeOwner"].ShouldBe("MAIN");
        plan.AppSettings["Circulation__ApiKey"].ShouldContain("@Microsoft.KeyVault(SecretUri={0}secrets/alma-api-key/)");
    }

    [Fact]
    public async Task The_service_is_reached_where_its_parameter_says()
    {
        var plan = await Plan.ForAsync(Plan.Prod, "param publicAddress = 'https://ill.library.example'");

        plan.AppSettings["Service__PublicAddress"].ShouldBe("https://ill.library.example");
    }

    private static string Root => Path.Combine(BicepCli.InfraFolder, "..");

    private static JsonDocument SampleFile() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "local.settings.sample.json")));

    private static HashSet<string> Sample()
    {
        using var sample = SampleFile();
        return [.. sample.RootElement.GetProperty("Values").EnumerateObject().Select(setting => setting.Name)];
    }

    private static string? Sampled(string name)
    {
        using var sample = SampleFile();
        return sample.RootElement.GetProperty("Values").GetProperty(name).GetString();
    }

    /// <summary>
    /// Names of settings as they stand in the sources, wherever they are read: by the settings reader, from the configuration
    /// itself, or by a constant that names one.
    /// </summary>
    private static HashSet<string> ReadByTheCode()
    {
        string[] projects = ["Hkall.Functions", "Hkall.Service"];
        var sources = projects.SelectMany(project => Directory.EnumerateFiles(Path.Combine(Root, "functions", project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));
        return [.. sources.SelectMany(file => Named().Matches(File.ReadAllText(file)))
            .Select(
                match => match.Groups["name"].Value.Replace("{AppSettings.Records}", "Records", StringComparison.Ordinal)
                    .Replace("{Records}", "Records", StringComparison.Ordinal))
            .Select(name => name.Replace(":", "__", StringComparison.Ordinal))];
    }

    private static async Task<IEnumerable<string>> MembersAsync(string type) => (await Template.MainAsync()).WithModules()
        .SelectMany(template => template.Root.Members("definitions"))
        .First(definition => definition.Name == type || definition.Name.EndsWith($".{type}", StringComparison.Ordinal))
        .Value.Members("properties").Select(member => member.Name);

    private static IEnumerable<string> Names(Type type) =>
        type.GetProperties()
            .Where(property => property.GetMethod is { IsStatic: false }).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    /// <summary>Asked of the reader or of the configuration, named by a constant, or in a list of names.</summary>
    [GeneratedRegex("(?:\\bread\\.\\w+\\(|[cC]onfiguration\\??\\[|GetSection\\(|GetConnectionString\\()\\$?\"(?<name>[^\"]+)\"|[\\[,=] ?\"(?<name>[A-Z][a-z]\\w*:[A-Z][a-z]\\w+)\"")]
    private static partial Regex Named();
}
