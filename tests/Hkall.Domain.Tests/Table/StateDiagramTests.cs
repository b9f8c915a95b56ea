using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using Hkall.Domain.Tests.Lending;

namespace Hkall.Domain.Tests.Table;

/// <summary>Writes <c>docs/states.md</c> from what the rules answer, so that the diagrams cannot differ from the rules.</summary>
public partial class StateDiagramTests
{
    private const string Before = """
        # The states of a request

        A test writes this page from the rules (`tests/Hkall.Domain.Tests/Table/StateDiagramTests.cs`). An arrow is a change of status.
        The table below each diagram names what causes it. Commands that keep the status are left out. The last table of each section has
        the status that the supplying library reports in ISO 18626 beside ours.


        """;

    [Fact]
    public void The_diagrams_in_the_documentation_show_every_change_of_status_that_the_rules_make() =>
        (Before + Loans() + Copies() + RequestsToLend()).ShouldMatchApproved("../../docs/states.md");

    private static string Loans() => Section("Loans for our patrons", Of(ServiceType.Loan), Statuses(ServiceType.Loan));

    private static string Copies() => Section("Copies for our patrons", Of(ServiceType.Copy), Statuses(ServiceType.Copy));

    private static IEnumerable<Change> Of(ServiceType service) =>
        from situation in Situations.All
        where situation.Request.Request.Service == service
        from row in Commands.For(situation.Request)
        let after = situation.Request.After(situation.Request.Decide(row.Command, row.At), row.At).Status
        where after != situation.Request.Status
        select new Change(Names.Of(situation.Request.Status), Names.Of(after), CauseOf(row.Command, situation.Request.Request.Deadline));

    private static string RequestsToLend() => Section(
        "Requests to lend",
        from situation in LendingTable.Situations
        from row in LendingTable.For(situation.Request)
        let after = situation.Request.After(situation.Request.Decide(row.Command, row.At), row.At).Status
        where after != situation.Request.Status
        select new Change(Names.Of(situation.Request.Status), Names.Of(after), CauseOf(row.Command, situation.Request.Request.Deadline)),
        Enum.GetValues<LendingStatus>().Select(status => (Names.Of(status), Iso18626Of(status))));

    private static string CauseOf(object command, Deadline? deadline) => command switch
    {
        DeadlineReached or LendingDeadlineReached => $"deadline {Names.Of(deadline!.For)}",
        SupplierNews => $"supplier {Words(command)}",
        BorrowerNews => $"borrower {Words(command)}",
        _ => Words(command),
    };

    private static string Words(object command) => WordStart().Replace(command.GetType().Name, match => " " + match.Value.ToLowerInvariant()).Trim();

    private static string Section(string title, IEnumerable<Change> changes, IEnumerable<(string Status, string Iso18626)> statuses)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n```mermaid\nstateDiagram-v2\n");
        var arrows = changes.GroupBy(change => (change.From, change.To))
            .OrderBy(arrow => arrow.Key.From, StringComparer.Ordinal).ThenBy(arrow => arrow.Key.To, StringComparer.Ordinal).ToList();
        foreach (var arrow in arrows)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Id(arrow.Key.From)} --> {Id(arrow.Key.To)}\n");
        }

        text.Append("```\n\n| from | to | caused by |\n|---|---|---|\n");
        foreach (var arrow in arrows)
        {
            var causes = arrow.Select(change => change.Cause).Distinct().Order(StringComparer.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"| `{arrow.Key.From}` | `{arrow.Key.To}` | {string.Join(", ", causes)} |\n");
        }

        text.Append("\n| status | ISO 18626 status |\n|---|---|\n");
        foreach (var (status, iso18626) in statuses)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{status}` | {iso18626} |\n");
        }

        return text.Append('\n').ToString();
    }

    /// <summary>Mermaid takes a dash for the start of an arrow.</summary>
    private static string Id(string status) => status.Replace('-', '_');

    private static IEnumerable<(string Status, string Iso18626)> Statuses(ServiceType service) =>
        Enum.GetValues<RequestStatus>()
            .Where(status => Situations.All.Any(situation => situation.Request.Request.Service == service && situation.Request.Status == status))
            .Select(status => (Names.Of(status), Iso18626Of(status, service)));

    /// <summary>The status of the supplying library in its last message, ISO 18626-1:2021.</summary>
    private static string Iso18626Of(RequestStatus status, ServiceType service) => status switch
    {
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => "none: no library has been asked",
        RequestStatus.AwaitingCostDecision => "`WillSupply` with a condition, or `RetryPossible`",
        RequestStatus.Sourcing => "`RequestReceived`, `ExpectToSupply`",
        RequestStatus.Expected => "`WillSupply`",
        RequestStatus.Cancelling => "`WillSupply`, until it answers our Cancel",
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Returning => "`Loaned`",
        RequestStatus.Overdue => "`Loaned` or `Overdue`",
        RequestStatus.Recalled => "`Recalled`",
        RequestStatus.ReadyToDownload => "`CopyCompleted`",
        RequestStatus.Completed => service switch
        {
            ServiceType.Loan => "`LoanCompleted`",
            ServiceType.Copy => "`CopyCompleted`",
        },
        RequestStatus.Cancelled => "`Cancelled`",
        RequestStatus.Unfilled => "`Unfilled`",
        RequestStatus.Lost => "`CompletedWithoutReturn`",
    };

    /// <summary>The status that we report as the supplying library, ISO 18626-1:2021.</summary>
    private static string Iso18626Of(LendingStatus status) => status switch
    {
        LendingStatus.ToAnswer or LendingStatus.Conditional => "`ExpectToSupply`",
        LendingStatus.ToPull or LendingStatus.ToShip or LendingStatus.ToScan or LendingStatus.CancelAsked => "`WillSupply`",
        LendingStatus.Shipped or LendingStatus.OnLoan or LendingStatus.RenewalAsked or LendingStatus.Returning => "`Loaned`",
        LendingStatus.Overdue => "`Overdue`",
        LendingStatus.Recalled => "`Recalled`",
        LendingStatus.Supplied => "`CopyCompleted`",
        LendingStatus.Completed => "`LoanCompleted` or `CopyCompleted`",
        LendingStatus.Unfilled => "`Unfilled`",
        LendingStatus.RetryPossible => "`RetryPossible`",
        LendingStatus.Cancelled => "`Cancelled`",
        LendingStatus.Lost => "`CompletedWithoutReturn`",
    };

    private sealed record Change(string From, string To, string Cause);

    [GeneratedRegex("[A-Z]")]
    private static partial Regex WordStart();
}
