using System.Reflection;
using Hkall.Domain;
using Hkall.Service.Engine;

namespace Hkall.Service.Tests.Directions;

/// <summary>Each folder stands in a list and uses only the folders before it, so no two folders depend on each other.</summary>
public sealed class DirectionTests
{
    private static readonly string[] OfTheDomain =
    [
        "Calendar", "Model", "Citations", "Fees", "Accounts", "Cancelling", "Escalating", "Supplying", "Charging", "Copyright", "Downloading",
        "Delivering", "OnLoan", "Renewing", "Returning", "Reviewing", "Correcting", "Moving", "Messaging", "Placing", "Lending",
    ];

    private static readonly string[] OfTheService =
    [
        "Storage", "Telemetry", "Engine", "Outwards", "Texts", "Web", "Policies", "Sessions", "Throttling", "Members", "Auditing", "Partners", "Mailing", "Notices",
        "Locating", "Circulation", "Citing", "FreeCopies", "Placing", "Fees", "Scans", "Downloads", "MyRequests", "Replies", "Lending", "Invoicing", "Inbox", "Iso18626",
        "Reports", "OpeningDays", "PolicyVersions", "PolicyLab", "Staff", "Counter", "Slips", "Privacy", "Upkeep",
    ];

    [Fact]
    public void A_folder_of_the_domain_uses_only_the_folders_before_it() => Backwards(typeof(PatronRequest).Assembly, OfTheDomain).ShouldBeEmpty();

    [Fact]
    public void A_folder_of_the_service_uses_only_the_folders_before_it() => Backwards(typeof(RequestIds).Assembly, OfTheService).ShouldBeEmpty();

    [Fact]
    public void Every_folder_has_its_place_in_the_list()
    {
        FolderGraph.Folders(typeof(PatronRequest).Assembly).ShouldBe(OfTheDomain, ignoreOrder: true);
        FolderGraph.Folders(typeof(RequestIds).Assembly).ShouldBe(OfTheService, ignoreOrder: true);
    }

    [Fact]
    public void The_domain_references_no_other_project_and_the_service_only_the_domain_and_the_program_for_scans()
    {
        OurReferences(typeof(PatronRequest).Assembly).ShouldBeEmpty();
        OurReferences(typeof(RequestIds).Assembly).ShouldBe(["Hkall.Domain", "Hkall.Scans"], ignoreOrder: true);
    }

    private static Dictionary<string, string> Backwards(Assembly assembly, string[] order) => FolderGraph.Of(assembly)
        .Where(use => use.Key.Split(" -> ") is [var from, var to] && Array.IndexOf(order, to) > Array.IndexOf(order, from))
        .ToDictionary();

    private static IEnumerable<string> OurReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Hkall.", StringComparison.Ordinal));
}
