using System.Reflection;
using Hkall.Functions.Scheduling;
using Hkall.Functions.Settings;
using Hkall.Functions.Tests.Kit;
using Hkall.Functions.Upkeep;
using Hkall.Service.Storage.Azure;
using Microsoft.Azure.Functions.Worker;

namespace Hkall.Functions.Tests;

/// <summary>Every trigger of the app, as the Functions host will see it.</summary>
public sealed class TriggersTests
{
    private static readonly IReadOnlyList<MethodInfo> Functions =
        [.. typeof(FrontDoor).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)];

    private static string NameOf(MethodInfo function) => function.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static IEnumerable<(string Function, T Trigger)> Of<T>()
        where T : Attribute =>
        from function in Functions
        from parameter in function.GetParameters()
        let trigger = parameter.GetCustomAttribute<T>()
        where trigger is not null
        select (NameOf(function), trigger);

    [Fact]
    public void Function_names_match_the_deployed_list() => Functions.Select(NameOf).ShouldBe(
        ["Patrons", "Staff", "Partners", "PartnersIso18626", "Pages", "Home", "PartnerInbox", "PartnerInboxPoison", "Sweep", "Reminders", "Retention",
            "RequestLifecycle", "TakeTurn", "JobsWatch", "RunLateJobs"], ignoreOrder: true);

    /// <summary>The desk checks every call itself; a key in front would only be one more secret to keep.</summary>
    [Fact]
    public void Http_functions_need_no_key_because_the_service_checks_every_caller() => Of<HttpTriggerAttribute>()
        .Select(http => (http.Function, http.Trigger.Route, http.Trigger.AuthLevel)).ShouldBe(
            [
                ("Patrons", FrontDoor.PatronsRoute, AuthorizationLevel.Anonymous),
                ("Staff", "api/staff/{*path}", AuthorizationLevel.Anonymous),
                ("Partners", "api/partners/{*path}", AuthorizationLevel.Anonymous),
                ("PartnersIso18626", "api/iso18626", AuthorizationLevel.Anonymous),
                ("Pages", FrontDoor.PagesRoute, AuthorizationLevel.Anonymous),
                ("Home", FrontDoor.HomeRoute, AuthorizationLevel.Anonymous),
            ],
            ignoreOrder: true);

    [Fact]
    public void Every_method_is_let_through_since_the_desk_says_which_are_taken() =>
        Of<HttpTriggerAttribute>().ShouldAllBe(http => http.Trigger.Methods == null || http.Trigger.Methods.Length == 0);

    [Fact]
    public void The_queues_are_those_the_desk_writes_to() => Of<QueueTriggerAttribute>()
        .Select(queue => (queue.Function, queue.Trigger.QueueName, queue.Trigger.Connection)).ShouldBe(
            [
                ("PartnerInbox", StorageClients.PartnerQueue, AppSettings.Records),
                ("PartnerInboxPoison", StorageClients.PartnerQueue + "-poison", AppSettings.Records),
            ],
            ignoreOrder: true);

    [Fact]
    public void The_schedules_are_settings_that_are_set() =>
        Of<TimerTriggerAttribute>().Select(timer => timer.Trigger.Schedule.Trim('%')).ShouldBeSubsetOf(Sample.Settings().Keys);

    [Fact]
    public void The_orchestrations_and_their_activities_are_called_by_their_names()
    {
        Of<OrchestrationTriggerAttribute>().Select(found => found.Function).ShouldBe([nameof(RequestLifecycle), nameof(JobsWatch)], ignoreOrder: true);
        Of<ActivityTriggerAttribute>().Select(found => found.Function).ShouldBe([nameof(TakeTurn), nameof(RunLateJobs)], ignoreOrder: true);
    }

    /// <summary>Without a client no nudge could be given.</summary>
    [Fact]
    public void Every_function_that_can_wake_a_request_has_a_durable_client() => Functions
        .Where(function => !function.GetParameters().Any(parameter => parameter.GetCustomAttribute<DurableClientAttribute>() is not null))
        .Select(NameOf).ShouldBe(["PartnerInboxPoison", "Reminders", "RequestLifecycle", "JobsWatch"], ignoreOrder: true);
}
