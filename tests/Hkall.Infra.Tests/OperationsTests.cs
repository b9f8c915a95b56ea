namespace Hkall.Infra.Tests;

public sealed class OperationsTests
{
    private const string WithScheduler = "param scheduler = { sku: 'Consumption', allowedAddresses: ['203.0.113.0/24'] }";
    private const string OwnDomain = "hkall@mail.library.example";

    public static TheoryData<string> Environments => [Plan.Dev, Plan.Prod];

    [Theory]
    [InlineData("hkall.parked.messages")]
    [InlineData("hkall.sweep.repairs")]
    [InlineData("hkall.sweep.runs")]
    [InlineData("hkall.mail.backlog")]
    [InlineData("hkall.jobs.age")]
    public async Task Somebody_is_told_when_a_figure_goes_wrong(string metric)
    {
        foreach (var environment in (string[])[Plan.Dev, Plan.Prod])
        {
            var plan = await Plan.ForAsync(environment);
            var alert = plan.All("Microsoft.Insights/scheduledQueryRules")
                .Single(rule => rule.List("properties.criteria.allOf").Single().Text("query").Contains($"\"{metric}\"", StringComparison.Ordinal));

            alert.Flag("properties.enabled").ShouldBeTrue();
            alert.List("properties.actions.actionGroups").ShouldHaveSingleItem().GetString()
                .ShouldBe(plan.One("Microsoft.Insights/actionGroups").Text("id"));
            alert.List("properties.scopes").ShouldHaveSingleItem().GetString()
                .ShouldBe(plan.One("Microsoft.OperationalInsights/workspaces").Text("id"));
        }
    }

    [Theory]
    [InlineData("refused-callers", "AppRequests | where ResultCode in (\"401\", \"403\")", 300)]
    [InlineData("refused-signatures", "ResultCode == \"401\" and (Url has \"/api/partners/\" or Url has \"/api/iso18626\")", 20)]
    [InlineData("failed-sign-ins", "Url has \"/sign-in/callback\"", 20)]
    [InlineData("throttled-callers", "AppRequests | where ResultCode == \"429\"", 100)]
    [InlineData("vault-reads", "AZKVAuditLogs | where OperationName in (\"SecretGet\"", 0)]
    public async Task Somebody_is_told_of_refused_callers_floods_and_strangers_in_the_vault(string name, string query, int threshold)
    {
        foreach (var environment in (string[])[Plan.Dev, Plan.Prod])
        {
            var plan = await Plan.ForAsync(environment);
            var alert = plan.All("Microsoft.Insights/scheduledQueryRules").Single(rule => rule.Text("name").EndsWith($"-{name}", StringComparison.Ordinal));
            var criterion = alert.List("properties.criteria.allOf").Single();

            alert.Flag("properties.enabled").ShouldBeTrue();
            alert.List("properties.actions.actionGroups").ShouldHaveSingleItem();
            criterion.Text("query").ShouldContain(query);
            criterion.Text("operator").ShouldBe("GreaterThan");
            criterion.Number("threshold").ShouldBe(threshold);
        }
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task The_apps_own_reading_of_secrets_is_no_alert_and_the_vaults_log_has_a_table_of_its_own(string environment)
    {
        var plan = await Plan.ForAsync(environment);

        plan.All("Microsoft.Insights/scheduledQueryRules").Single(rule => rule.Text("name").EndsWith("-vault-reads", StringComparison.Ordinal))
            .List("properties.criteria.allOf").Single().Text("query").ShouldContain(".principalId");
        plan.All("Microsoft.Insights/diagnosticSettings").Single(setting => setting.Text("id").Contains("/vaults/", StringComparison.Ordinal))
            .Text("properties.logAnalyticsDestinationType").ShouldBe("Dedicated");
    }

    [Fact]
    public async Task Alerts_go_to_the_address_in_the_parameter()
    {
        var group = (await Plan.ForAsync(Plan.Prod)).One("Microsoft.Insights/actionGroups");

        group.List("properties.emailReceivers").Select(receiver => receiver.Text("emailAddress")).ShouldBe(["hkall-operations@library.example"]);
    }

    [Fact]
    public async Task The_real_service_has_a_budget_and_one_without_the_parameter_has_none()
    {
        var budget = (await Plan.ForAsync(Plan.Prod)).One("Microsoft.Consumption/budgets");

        budget.Number("properties.amount").ShouldBePositive();
        budget.Text("properties.timePeriod.startDate").ShouldEndWith("-01", Case.Sensitive, "Azure takes the first of a month only.");
        budget.Members("properties.notifications").Count().ShouldBe(2);
        (await Plan.ForAsync(Plan.Dev)).All("Microsoft.Consumption/budgets").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task Orchestrations_live_in_the_hosts_account_unless_a_scheduler_is_asked_for(string environment)
    {
        var plan = await Plan.ForAsync(environment);

        plan.Resources.ShouldNotContain(resource => resource.Text("type").StartsWith("Microsoft.DurableTask", StringComparison.Ordinal));
        plan.AppSettings.Keys.ShouldNotContain(name => name.Contains("DURABLE_TASK", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_scheduler_that_is_asked_for_is_made_entered_by_identity_and_used()
    {
        var plan = await Plan.ForAsync(Plan.Prod, WithScheduler);

        plan.One("Microsoft.DurableTask/schedulers").List("properties.ipAllowlist").Select(range => range.GetString()).ShouldBe(["203.0.113.0/24"]);
        plan.One("Microsoft.DurableTask/schedulers/taskHubs").OwnName().ShouldBe(plan.AppSettings["TASKHUB_NAME"]);
        plan.AppSettings["DURABLE_TASK_SCHEDULER_CONNECTION_STRING"].ShouldContain("Authentication=ManagedIdentity;ClientID=");
        plan.AppSettings["AzureFunctionsJobHost__extensions__durableTask__storageProvider__type"].ShouldBe("azureManaged");
        plan.AppSettings["AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName"].ShouldBe(
            "DURABLE_TASK_SCHEDULER_CONNECTION_STRING");
        plan.All("Microsoft.Authorization/roleAssignments")
            .ShouldContain(assignment => assignment.Text("id").Contains("Microsoft.DurableTask", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mail_comes_from_azures_domain_until_the_librarys_own_is_verified()
    {
        var before = await Plan.ForAsync(Plan.Prod);
        var after = await Plan.ForAsync(Plan.Prod, replace: ("senderName: 'hkall'", "senderName: 'hkall', domainVerified: true"));

        before.AppSettings["Mail__Sender"].ShouldContain("DoNotReply@");
        Linked(before).ShouldEndWith("/AzureManagedDomain");
        after.AppSettings["Mail__Sender"].ShouldBe(OwnDomain);
        Linked(after).ShouldEndWith("/mail.library.example");
        after.One("Microsoft.Communication/emailServices/domains/senderUsernames").OwnName().ShouldBe("hkall");
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task Mails_do_not_track_what_patrons_open_or_click(string environment)
    {
        foreach (var domain in (await Plan.ForAsync(environment)).All("Microsoft.Communication/emailServices/domains"))
        {
            domain.Text("properties.userEngagementTracking").ShouldBe("Disabled");
        }
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task The_app_its_vault_its_mail_and_its_accounts_report_to_the_workspace(string environment)
    {
        var plan = await Plan.ForAsync(environment);
        var workspace = plan.One("Microsoft.OperationalInsights/workspaces").Text("id");
        var diagnostics = plan.All("Microsoft.Insights/diagnosticSettings");

        diagnostics.ShouldAllBe(setting => setting.Text("properties.workspaceId") == workspace);
        foreach (var (type, times) in ((string, int)[])[("sites", 1), ("vaults", 1), ("communicationServices", 1), ("blobServices", 3), ("queueServices", 3),
            ("tableServices", 3)])
        {
            diagnostics.Count(setting => setting.Text("id").Contains($"/{type}/", StringComparison.Ordinal)).ShouldBe(times, type);
        }
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task The_log_that_names_recipients_is_not_kept(string environment) =>
        (await Plan.ForAsync(environment)).All("Microsoft.Insights/diagnosticSettings")
            .Single(setting => setting.Text("id").Contains("communicationServices", StringComparison.Ordinal))
            .List("properties.logs").Select(log => log.Text("category")).ShouldBe(["EmailSendMailOperational"]);

    private static string Linked(Plan plan) =>
        plan.One("Microsoft.Communication/communicationServices").List("properties.linkedDomains").ShouldHaveSingleItem().GetString()!;
}
