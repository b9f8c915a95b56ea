namespace Hkall.Infra.Tests;

public sealed class SettingsTests
{
    private static readonly string[] Expected =
    [
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "Records__blobServiceUri", "Records__queueServiceUri", "Records__tableServiceUri", "Records__credential", "Records__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "Mail__Endpoint", "Mail__Sender", "Mail__PerMinute", "Mail__PerHour", "Mail__PerDay",
        "SignIn__Issuer", "SignIn__Audience", "SignIn__MetadataAddress", "SignIn__ClientSecret",
        "Service__PublicAddress", "Service__DownloadKey",
        "Schedules__Sweep", "Schedules__Reminders", "Schedules__Retention",
        "TASKHUB_NAME",
    ];

    private static readonly string[] Timers = ["Schedules__Sweep", "Schedules__Reminders", "Schedules__Retention"];

    public static TheoryData<string> Environments => [Plan.Dev, Plan.Prod];

    [Theory, MemberData(nameof(Environments))]
    public async Task Every_setting_the_app_reads_is_set_and_no_other(string environment)
    {
        var settings = (await Plan.ForAsync(environment)).AppSettings;

        settings.Keys.ShouldBe(Expected, ignoreOrder: true);
        settings.Where(setting => string.IsNullOrWhiteSpace(setting.Value)).ShouldBeEmpty();
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
    public async Task The_download_key_is_a_reference_to_the_secret_the_template_makes_once(string environment)
    {
        var plan = await Plan.ForAsync(environment);
        var compiled = (await Template.MainAsync()).WithModules().SelectMany(template => template.Resources)
            .Single(resource => resource.Text("type") == "Microsoft.KeyVault/vaults/secrets");

        plan.AppSettings["Service__DownloadKey"].ShouldStartWith("[format('@Microsoft.KeyVault(SecretUri={0}secrets/download-key/)'");
        plan.One("Microsoft.KeyVault/vaults/secrets").OwnName().ShouldBe("download-key");
        // Made again with every deployment, it would kill the links in mails already sent.
        compiled.Find("@options.onlyIfNotExists").ShouldNotBeNull();
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
}
