using Hkall.Domain.Lending;
using Hkall.Domain.Model;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The addresses of the lending pages, and the slips and labels for each stage.</summary>
public static class LendingLinks
{
    public const string Slips = "slips";
    public const string Labels = "labels";

    public static string Request(string id) => $"/staff/lending/{id}";

    /// <param name="from">The list from which the request is opened, to go back to.</param>
    public static string Request(string id, string? from) => from is null ? Request(id) : $"{Request(id)}?from={Uri.EscapeDataString(from)}";

    public static string File(string id) => $"/staff/lending/{id}/file";

    /// <summary>The letter of a message that staff tell by hand, to print.</summary>
    public static string Letter(string id, int number) => $"/staff/lending/{id}/letters/{number}";

    /// <summary>The form for requests by letter, call or visit.</summary>
    public const string KeyIn = "/staff/lending/new";

    public static string Worklist(string name) => $"/staff/lending/worklists/{name}";

    public static string Paper(string kind, string id) => $"{PaperOf(kind)}?ids={id}";

    public static string PaperOf(string kind) => $"/staff/lending/paper/{kind}";

    /// <summary>The slips and labels to print for one request in its current status.</summary>
    public static IReadOnlyList<string> PaperFor(LendingRequest request) => request.Status.Stage() switch
    {
        LendingStage.Preparing or LendingStage.Withdrawing => request.Service == ServiceType.Loan ? [Slips, Labels] : [Slips],
        LendingStage.Answering => [Slips],
        LendingStage.Lent or LendingStage.ComingBack => request.Service == ServiceType.Loan ? [Labels] : [],
        LendingStage.Collecting or LendingStage.Closed => [],
    };

    /// <summary>The actions on the ticked requests of a list.</summary>
    public static IReadOnlyList<string> ActionsOfList(string worklist) => worklist switch
    {
        "to-pull" => ["pulled"],
        "to-ship" => ["ship"],
        "returns" => ["returned"],
        _ => [],
    };

    /// <summary>The slips and labels to print for a whole worklist.</summary>
    public static IReadOnlyList<string> PaperOfList(string worklist) => worklist switch
    {
        "to-pull" or "to-scan" => [Slips],
        "to-ship" => [Labels, Slips],
        _ => [],
    };
}
