using Hkall.Domain.Lending;
using Hkall.Domain.Placing;

namespace Hkall.Service.Pages.Staff.Lending;

/// <summary>Addresses of the lending side, and which paper goes with what.</summary>
public static class LendingLinks
{
    public const string Slips = "slips";
    public const string Labels = "labels";

    public static string Request(string id) => $"/staff/lending/{id}";

    public static string File(string id) => $"/staff/lending/{id}/file";

    /// <summary>The form for what came by letter, call or visit.</summary>
    public const string KeyIn = "/staff/lending/new";

    public static string Worklist(string name) => $"/staff/lending/worklists/{name}";

    public static string Paper(string kind, string id) => $"{PaperOf(kind)}?ids={id}";

    public static string PaperOf(string kind) => $"/staff/lending/paper/{kind}";

    /// <summary>What is printed for one request as it stands.</summary>
    public static IReadOnlyList<string> PaperFor(LendingRequest request) => request.Status.Stage() switch
    {
        LendingStage.Preparing or LendingStage.Withdrawing => request.Service == ServiceType.Loan ? [Slips, Labels] : [Slips],
        LendingStage.Answering => [Slips],
        LendingStage.Lent or LendingStage.ComingBack => request.Service == ServiceType.Loan ? [Labels] : [],
        LendingStage.Collecting or LendingStage.Closed => [],
    };

    /// <summary>What is printed for a whole list of work.</summary>
    public static IReadOnlyList<string> PaperOfList(string worklist) => worklist switch
    {
        "to-pull" or "to-scan" => [Slips],
        "to-ship" => [Labels, Slips],
        _ => [],
    };
}
