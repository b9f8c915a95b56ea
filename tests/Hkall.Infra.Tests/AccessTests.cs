using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hkall.Infra.Tests;

public sealed partial class AccessTests
{
    /// <summary>Words that give away a key or a connection that carries one.</summary>
    private static readonly string[] Keys =
        ["AccountKey", "SharedAccessKey", "SharedAccessSignature", "DefaultEndpointsProtocol", "listKeys", "listConnectionStrings", "listAccountSas",
            "listServiceSas", "list("];

    /// <summary>Words that have no business in an output.</summary>
    private static readonly string[] Secrets = [.. Keys, "ConnectionString", "InstrumentationKey", "primaryKey", "downloadKey", "/secrets/"];

    public static TheoryData<string> Environments => [Plan.Dev, Plan.Prod];

    [Theory, MemberData(nameof(Environments))]
    public async Task The_app_may_do_what_it_needs_where_it_needs_it_and_no_more(string environment)
    {
        var names = (await RolesAsync()).ToDictionary(role => role.Value, role => role.Key);

        var given = (await Plan.ForAsync(environment)).All("Microsoft.Authorization/roleAssignments")
            .Select(assignment => $"{names[RoleOf(assignment)]} on {Where(assignment, environment)}");

        given.ShouldBe(
            [
                "Storage Blob Data Owner on host",
                "Storage Queue Data Contributor on host",
                "Storage Table Data Contributor on host",
                "Storage Blob Data Contributor on packages",
                "Storage Blob Data Contributor on records",
                "Storage Queue Data Contributor on records",
                "Storage Table Data Contributor on records",
                "Key Vault Secrets User on vaults",
                "Monitoring Metrics Publisher on components",
                "Communication and Email Service Owner on communicationServices",
            ],
            ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task The_identity_that_fetches_the_package_has_that_container_s_account_and_nothing_else_and_the_service_has_not(string environment)
    {
        var plan = await Plan.ForAsync(environment);
        var given = plan.All("Microsoft.Authorization/roleAssignments")
            .Select(assignment => (Who: assignment.Text("properties.principalId"), Where: Where(assignment, environment))).ToList();

        var publisher = given.Where(one => one.Where == "packages").ToList().ShouldHaveSingleItem().Who;
        given.Where(one => one.Who == publisher).ShouldHaveSingleItem();
        given.Where(one => one.Where != "packages").Select(one => one.Who).Distinct().ShouldHaveSingleItem().ShouldNotBe(publisher);
    }

    [Fact]
    public async Task Every_role_is_given_by_its_name_in_the_one_list()
    {
        var assignments = (await Template.MainAsync()).WithModules().SelectMany(template => template.Resources)
            .Where(resource => resource.Text("type") == "Microsoft.Authorization/roleAssignments").ToList();

        assignments.ShouldNotBeEmpty();
        foreach (var assignment in assignments)
        {
            var role = assignment.Text("properties.roleDefinitionId");
            role.ShouldContain("variables('roleIds')[");
            Guid().IsMatch(role).ShouldBeFalse(role);
        }
    }

    [Fact]
    public async Task The_members_of_a_group_may_change_secrets_only_where_the_group_is_named()
    {
        const string group = "22222222-2222-2222-2222-222222222222";
        var officer = (await RolesAsync())["Key Vault Secrets Officer"];

        (await Plan.ForAsync(Plan.Prod)).All("Microsoft.Authorization/roleAssignments").ShouldNotContain(assignment => RoleOf(assignment) == officer);
        var named = (await Plan.ForAsync(Plan.Prod, $"param vaultOfficersGroupId = '{group}'"))
            .All("Microsoft.Authorization/roleAssignments").Single(assignment => RoleOf(assignment) == officer);
        named.Text("properties.principalId").ShouldBe(group);
        named.Text("properties.principalType").ShouldBe("Group");
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task The_vault_goes_by_roles_and_nothing_in_it_can_be_purged(string environment)
    {
        var vault = (await Plan.ForAsync(environment)).One("Microsoft.KeyVault/vaults");

        vault.Flag("properties.enableRbacAuthorization").ShouldBeTrue();
        vault.Flag("properties.enableSoftDelete").ShouldBeTrue();
        vault.Flag("properties.enablePurgeProtection").ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task Mail_and_logs_cannot_be_entered_with_a_key(string environment)
    {
        var plan = await Plan.ForAsync(environment);

        plan.One("Microsoft.Communication/communicationServices").Flag("properties.disableLocalAuth").ShouldBeTrue();
        plan.One("Microsoft.OperationalInsights/workspaces").Flag("properties.features.disableLocalAuth").ShouldBeTrue();
    }

    [Fact]
    public async Task No_key_is_read_or_passed_anywhere()
    {
        var template = (await Template.MainAsync()).Root.GetRawText();

        foreach (var word in Keys)
        {
            template.ShouldNotContain(word, Case.Insensitive);
        }
    }

    [Fact]
    public async Task No_output_of_the_template_or_a_module_carries_a_secret()
    {
        var outputs = (await Template.MainAsync()).WithModules().SelectMany(template => template.Root.Members("outputs")).ToList();

        outputs.ShouldNotBeEmpty();
        foreach (var output in outputs)
        {
            output.Value.Text("type").ShouldNotStartWith("secure", Case.Insensitive, output.Name);
            foreach (var word in Secrets)
            {
                output.Value.GetRawText().ShouldNotContain(word, Case.Insensitive, output.Name);
            }
        }
    }

    private static string RoleOf(JsonElement assignment) => assignment.Text("properties.roleDefinitionId").Split('/')[^1];

    /// <summary>On what: the two accounts by what they are for, all else by its type.</summary>
    private static string Where(JsonElement assignment, string environment)
    {
        var parts = assignment.Text("id").Split('/');
        var (type, name) = (parts[^6], parts[^5]);
        return type != "storageAccounts" ? type
            : name.StartsWith($"hkall{environment}host", StringComparison.Ordinal) ? "host"
            : name.StartsWith($"hkall{environment}pkg", StringComparison.Ordinal) ? "packages"
            : "records";
    }

    private static async Task<IReadOnlyDictionary<string, string>> RolesAsync() =>
        (await Template.MainAsync()).WithModules().SelectMany(template => template.Root.Members("variables.roleIds"))
            .DistinctBy(role => role.Name).ToDictionary(role => role.Name, role => role.Value.GetString()!);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Guid();
}
