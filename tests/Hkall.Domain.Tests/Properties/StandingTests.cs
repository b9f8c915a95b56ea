using Hkall.Domain.Correcting;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Tests.Kit;
using Hkall.Domain.Tests.Table;

namespace Hkall.Domain.Tests.Properties;

/// <summary>What is true of a request wherever it stands.</summary>
public class StandingTests
{
    private static readonly Lazy<HashSet<(RequestStatus From, Type Command, RequestStatus To)>> Tabled = new(() =>
    [
        .. from situation in Situations.All
           from row in Commands.For(situation.Request)
           select (situation.Request.Status, row.Command.GetType(), situation.Request.Meets(row.Command, row.At).Status),
    ]);

    [Fact]
    public void No_request_goes_where_the_table_does_not_say() => ForEveryWalk.EachStep(step =>
        (Tabled.Value.Contains((step.Before.Status, step.Command.GetType(), step.After.Status)) || IsBackWhereItWas(step)).ShouldBeTrue());

    /// <summary>Where a step is undone to depends on what was before it, of which the table has but some cases.</summary>
    private static bool IsBackWhereItWas(Step step) => step.Command is UndoStep or ReopenRequest
        && (step.After.Status == step.Before.Status
            || (step.Before.Request.Steps is [.., var last]
                && (step.After.Status == last.From || step.After.Request.Loan is { Recalled: true })));

    [Fact]
    public void An_open_request_has_a_deadline_and_a_closed_one_has_none_but_a_reason() => ForEveryWalk.EachStep(step =>
    {
        var request = step.After.Request;
        (request.Deadline is not null).ShouldBe(request.Status.IsOpen());
        (request.ClosedAt is not null).ShouldBe(!request.Status.IsOpen());
        (request.ClosedWhy is not null).ShouldBe(!request.Status.IsOpen());
    });

    [Fact]
    public void Every_deadline_belongs_to_the_status_of_its_request() => ForEveryWalk.EachStep(step =>
    {
        if (step.After.Request.Deadline is { } deadline)
        {
            AwaitedIn(step.After.Status).ShouldContain(deadline.For);
        }
    });

    [Fact]
    public void At_most_one_library_is_expected_to_supply() => ForEveryWalk.EachStep(step =>
        step.After.Request.Rota.Count(entry => entry.IsActive).ShouldBeLessThanOrEqualTo(1));

    [Fact]
    public void While_something_is_awaited_of_a_library_there_is_one() => ForEveryWalk.EachStep(step =>
    {
        if (step.After.Request is
            {
                Status: not (RequestStatus.ReadyToDownload or RequestStatus.InReview or RequestStatus.AwaitingDeclaration),
                Deadline: not null
            } request)
        {
            (request.Supplier?.Symbol ?? request.ToAskByHand).ShouldNotBeNull();
        }
    });

    [Fact]
    public void A_file_is_downloaded_at_most_five_times_and_never_after_its_window() => ForEveryWalk.EachStep(step =>
    {
        if (step.After.Request.Download is { } download)
        {
            download.Used.ShouldBeLessThanOrEqualTo(5);
        }

        if (step.Events.OfType<FileDownloaded>().Any())
        {
            step.At.ShouldBeLessThan(Libraries.Lingnan.EndOf(step.After.Request.Download!.Until));
        }
    });

    [Fact]
    public void An_item_that_may_only_be_used_here_is_never_checked_out() => ForEveryWalk.EachStep(step =>
    {
        if (step.Events.OfType<ItemCheckedOut>().Any())
        {
            step.Before.Request.Loan.ShouldNotBeNull().LibraryUseOnly.ShouldBeFalse();
        }
    });

    private static DeadlineKind[] AwaitedIn(RequestStatus status) => status switch
    {
        RequestStatus.InReview =>
            [DeadlineKind.Review, DeadlineKind.OfferReminder, DeadlineKind.OfferDecision, DeadlineKind.FurtherSearch, DeadlineKind.PatronAnswer],
        RequestStatus.AwaitingDeclaration => [DeadlineKind.DeclarationReminder, DeadlineKind.Declaration],
        RequestStatus.AwaitingCostDecision => [DeadlineKind.CostReminder, DeadlineKind.CostDecision],
        RequestStatus.OutForDelivery => [DeadlineKind.OfficeDelivery],
        RequestStatus.Sourcing => [DeadlineKind.AskingByHand, DeadlineKind.SupplierReply, DeadlineKind.Retry, DeadlineKind.Conditions,
            DeadlineKind.PatronAnswer],
        RequestStatus.Expected => [DeadlineKind.Shipment, DeadlineKind.Scan],
        RequestStatus.Cancelling => [DeadlineKind.CancelAnswer],
        RequestStatus.InTransit => [DeadlineKind.Arrival],
        RequestStatus.ReadyForPickup or RequestStatus.LibraryUse => [DeadlineKind.PickupReminder, DeadlineKind.PickupExpiry],
        RequestStatus.OnLoan => [DeadlineKind.DueReminder, DeadlineKind.DueDate, DeadlineKind.RenewalAnswer],
        RequestStatus.Recalled => [DeadlineKind.DueDate],
        RequestStatus.Overdue => [DeadlineKind.OverdueNotice],
        RequestStatus.Returning => [DeadlineKind.SendingBack, DeadlineKind.LenderReceipt],
        RequestStatus.ReadyToDownload => [DeadlineKind.DownloadReminder, DeadlineKind.DownloadWindow],
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => [],
    };
}
