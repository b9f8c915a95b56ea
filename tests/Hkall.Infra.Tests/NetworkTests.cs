namespace Hkall.Infra.Tests;

/// <summary>The network is a parameter: without it accounts and vault are open to every caller with a role, with it to the app's network alone.</summary>
public sealed class NetworkTests
{
    private const string Network = "param network = { addresses: '10.20.0.0/24', app: '10.20.0.0/26', endpoints: '10.20.0.64/27' }";

    public static TheoryData<string> Environments => [Plan.Dev, Plan.Prod];

    [Theory, MemberData(nameof(Environments))]
    public async Task Without_the_parameter_there_is_no_network(string environment)
    {
        var plan = await Plan.ForAsync(environment);

        plan.Resources.ShouldNotContain(resource => resource.Text("type").StartsWith("Microsoft.Network/", StringComparison.Ordinal));
        plan.All("Microsoft.Storage/storageAccounts").ShouldAllBe(account => account.Text("properties.publicNetworkAccess") == "Enabled");
        plan.One("Microsoft.KeyVault/vaults").Text("properties.publicNetworkAccess").ShouldBe("Enabled");
    }

    [Fact]
    public async Task With_it_the_accounts_and_the_vault_are_closed_and_each_part_in_use_has_a_private_address()
    {
        var plan = await Plan.ForAsync(Plan.Prod, Network);

        foreach (var closed in plan.All("Microsoft.Storage/storageAccounts").Append(plan.One("Microsoft.KeyVault/vaults")))
        {
            closed.Text("properties.publicNetworkAccess").ShouldBe("Disabled");
            closed.Text("properties.networkAcls.defaultAction").ShouldBe("Deny");
        }

        var targets = plan.All("Microsoft.Network/privateEndpoints")
            .SelectMany(endpoint => endpoint.List("properties.privateLinkServiceConnections").Select(link =>
                $"{endpoint.Text("name")} {link.List("properties.groupIds").Single().GetString()}"));
        targets.ShouldBe(
            [
                "hkall-prod-host-blob blob", "hkall-prod-host-queue queue", "hkall-prod-host-table table", "hkall-prod-packages-blob blob",
                "hkall-prod-records-blob blob", "hkall-prod-records-queue queue", "hkall-prod-records-table table", "hkall-prod-vault vault",
            ],
            ignoreOrder: true);
        plan.All("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count.ShouldBe(8);
        plan.All("Microsoft.Network/privateDnsZones").Count.ShouldBe(4);
    }

    [Fact]
    public async Task With_it_the_app_calls_from_its_own_subnet()
    {
        var plan = await Plan.ForAsync(Plan.Prod, Network);

        plan.All("Microsoft.Network/virtualNetworks/subnets").Select(subnet => subnet.OwnName()).ShouldBe(["app", "endpoints"], ignoreOrder: true);
        plan.All("Microsoft.Network/virtualNetworks/subnets").Single(subnet => subnet.OwnName() == "app")
            .List("properties.delegations").Single().Text("properties.serviceName").ShouldBe("Microsoft.App/environments");
        plan.One("Microsoft.Web/sites").At("properties").TryGetProperty("virtualNetworkSubnetId", out var subnet).ShouldBeTrue();
        subnet.ToString().ShouldContain("network");
    }
}
