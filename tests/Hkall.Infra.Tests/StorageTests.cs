using System.Text.Json;
using Hkall.Service.Storage.Azure;

namespace Hkall.Infra.Tests;

public sealed class StorageTests
{
    public static TheoryData<string> Environments => [Plan.Dev, Plan.Prod];

    [Theory, MemberData(nameof(Environments))]
    public async Task The_host_the_package_and_the_records_each_have_an_account(string environment)
    {
        var plan = await Plan.ForAsync(environment);
        var names = plan.All("Microsoft.Storage/storageAccounts").Select(account => account.Text("name")).ToList();

        names.Count.ShouldBe(3);
        names.ShouldContain(name => name.StartsWith($"hkall{environment}host", StringComparison.Ordinal));
        names.ShouldContain(name => name.StartsWith($"hkall{environment}pkg", StringComparison.Ordinal));
        names.ShouldContain(name => name.StartsWith($"hkall{environment}rec", StringComparison.Ordinal));
        plan.AppSettings["AzureWebJobsStorage__accountName"].ShouldContain("host");
        plan.AppSettings["Records__tableServiceUri"].ShouldContain("rec");
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task No_account_can_be_entered_with_a_key_or_by_the_public(string environment)
    {
        foreach (var account in (await Plan.ForAsync(environment)).All("Microsoft.Storage/storageAccounts"))
        {
            account.Flag("properties.allowSharedKeyAccess").ShouldBeFalse();
            account.Flag("properties.allowBlobPublicAccess").ShouldBeFalse();
            account.Flag("properties.allowCrossTenantReplication").ShouldBeFalse();
            account.Text("properties.minimumTlsVersion").ShouldBe("TLS1_2");
            account.Flag("properties.supportsHttpsTrafficOnly").ShouldBeTrue();
        }
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task No_container_can_be_read_by_the_public(string environment)
    {
        foreach (var container in Children(await Plan.ForAsync(environment), "blobServices/containers"))
        {
            container.Text("properties.publicAccess").ShouldBe("None");
        }
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task A_deleted_file_or_container_can_be_brought_back(string environment)
    {
        var services = Children(await Plan.ForAsync(environment), "blobServices");

        services.Count.ShouldBe(3);
        foreach (var service in services)
        {
            service.Flag("properties.deleteRetentionPolicy.enabled").ShouldBeTrue();
            service.Number("properties.deleteRetentionPolicy.days").ShouldBe(7);
            service.Flag("properties.containerDeleteRetentionPolicy.enabled").ShouldBeTrue();
            service.Number("properties.containerDeleteRetentionPolicy.days").ShouldBe(7);
        }
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task Scans_and_messages_left_lying_are_deleted_after_thirty_days(string environment)
    {
        var policy = (await Plan.ForAsync(environment)).One("Microsoft.Storage/storageAccounts/managementPolicies");
        var rules = policy.List("properties.policy.rules").ToList();

        policy.Text("name").ShouldContain("rec");
        rules.SelectMany(rule => rule.List("definition.filters.prefixMatch")).Select(prefix => prefix.GetString())
            .ShouldBe([$"{StorageClients.ScansContainer}/", $"{StorageClients.MessagesContainer}/"], ignoreOrder: true);
        foreach (var rule in rules)
        {
            rule.Flag("enabled").ShouldBeTrue();
            rule.Number("definition.actions.baseBlob.delete.daysAfterModificationGreaterThan").ShouldBe(30);
        }
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task Every_table_container_and_queue_the_service_uses_is_made_in_the_records_account(string environment)
    {
        var plan = await Plan.ForAsync(environment);

        InRecords(plan, "tableServices/tables").ShouldBe(
            [StorageClients.RequestsTable, StorageClients.PointersTable, StorageClients.PartnersTable, StorageClients.ParkedTable, StorageClients.PostTable,
                StorageClients.StatisticsTable, StorageClients.InvoicesTable, StorageClients.SessionsTable,
                StorageClients.AuditTable, StorageClients.LettersTable, StorageClients.PoliciesTable], ignoreOrder: true);
        InRecords(plan, "blobServices/containers").ShouldBe([StorageClients.ScansContainer, StorageClients.MessagesContainer], ignoreOrder: true);
        InRecords(plan, "queueServices/queues").ShouldBe([StorageClients.PartnerQueue, $"{StorageClients.PartnerQueue}-poison"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_records_of_the_real_service_stand_in_three_zones_and_cannot_be_deleted_in_passing()
    {
        var plan = await Plan.ForAsync(Plan.Prod);
        var records = plan.All("Microsoft.Storage/storageAccounts").Single(account => account.Text("name").Contains("rec", StringComparison.Ordinal));

        records.Text("sku.name").ShouldBe("Standard_ZRS");
        var @lock = plan.One("Microsoft.Authorization/locks");
        @lock.Text("properties.level").ShouldBe("CanNotDelete");
        @lock.Text("id").ShouldContain(records.Text("name"));
    }

    private static IEnumerable<string> InRecords(Plan plan, string kind) =>
        Children(plan, kind).Where(child => child.Text("name").Contains("rec", StringComparison.Ordinal)).Select(child => child.OwnName());

    [Fact]
    public async Task Files_are_checked_for_malware_only_where_it_is_asked_for_and_the_app_may_read_what_was_found()
    {
        var without = await Plan.ForAsync(Plan.Dev);
        without.All("Microsoft.Security/defenderForStorageSettings").ShouldBeEmpty();
        without.AppSettings.Keys.ShouldNotContain("Service__MalwareScanning");

        var with = await Plan.ForAsync(Plan.Dev, "\nparam malwareScanning = true\n");
        var defender = with.One("Microsoft.Security/defenderForStorageSettings");
        defender.Flag("properties.malwareScanning.onUpload.isEnabled").ShouldBeTrue();
        defender.Number("properties.malwareScanning.onUpload.capGBPerMonth").ShouldBe(500);
        with.AppSettings["Service__MalwareScanning"].ShouldBe("true");
    }

    private static IReadOnlyList<JsonElement> Children(Plan plan, string kind) => plan.All($"Microsoft.Storage/storageAccounts/{kind}");
}
