namespace Hkall.Infra.Tests;

public sealed class AppTests
{
    public static TheoryData<string> Environments => [Plan.Dev, Plan.Prod];

    [Theory, MemberData(nameof(Environments))]
    public async Task The_app_runs_isolated_dotnet_10_on_flex_consumption(string environment)
    {
        var plan = await Plan.ForAsync(environment);
        var app = plan.One("Microsoft.Web/sites");

        // A wrong runtime passes the linter and fails in Azure, so it is spelt out here.
        app.Text("properties.functionAppConfig.runtime.name").ShouldBe("dotnet-isolated");
        app.Text("properties.functionAppConfig.runtime.version").ShouldBe("10.0");
        app.Text("kind").ShouldBe("functionapp,linux");
        plan.One("Microsoft.Web/serverfarms").Text("sku.name").ShouldBe("FC1");
        plan.One("Microsoft.Web/serverfarms").Flag("properties.reserved").ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task The_app_answers_by_https_only_with_tls_1_2_and_without_ftp(string environment)
    {
        var app = (await Plan.ForAsync(environment)).One("Microsoft.Web/sites");

        app.Flag("properties.httpsOnly").ShouldBeTrue();
        app.Text("properties.siteConfig.minTlsVersion").ShouldBe("1.2");
        app.Text("properties.siteConfig.scmMinTlsVersion").ShouldBe("1.2");
        app.Text("properties.siteConfig.ftpsState").ShouldBe("Disabled");
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task Nobody_publishes_with_a_password(string environment)
    {
        var policies = (await Plan.ForAsync(environment)).All("Microsoft.Web/sites/basicPublishingCredentialsPolicies");

        policies.Select(policy => policy.OwnName()).ShouldBe(["ftp", "scm"], ignoreOrder: true);
        policies.ShouldAllBe(policy => !policy.At("properties.allow").GetBoolean());
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task The_app_runs_and_reads_secrets_as_one_identity_and_fetches_its_package_as_another(string environment)
    {
        var plan = await Plan.ForAsync(environment);
        var identities = plan.All("Microsoft.ManagedIdentity/userAssignedIdentities").Select(one => one.Text("id")).ToList();
        var identity = identities.Single(id => id.EndsWith("-identity", StringComparison.Ordinal));
        var publisher = identities.Single(id => id.EndsWith("-publisher", StringComparison.Ordinal));
        var app = plan.One("Microsoft.Web/sites");

        app.Text("identity.type").ShouldBe("UserAssigned");
        app.Members("identity.userAssignedIdentities").Select(one => one.Name).ShouldBe([identity, publisher], ignoreOrder: true);
        app.Text("properties.keyVaultReferenceIdentity").ShouldBe(identity);
        app.Text("properties.functionAppConfig.deployment.storage.authentication.type").ShouldBe("UserAssignedIdentity");
        app.Text("properties.functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId").ShouldBe(publisher);
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task The_package_goes_to_a_container_that_is_made(string environment)
    {
        var plan = await Plan.ForAsync(environment);

        plan.One("Microsoft.Web/sites").Text("properties.functionAppConfig.deployment.storage.value").ShouldContain("'releases'");
        plan.All("Microsoft.Storage/storageAccounts/blobServices/containers")
            .ShouldContain(container => container.Text("name").Contains("pkg", StringComparison.Ordinal) && container.OwnName() == "releases");
    }
}
