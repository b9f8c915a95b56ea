using CsCheck;
using Hkall.Domain.Calendar;
using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.Moving;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Moving;

/// <summary>
/// Whatever is closed, even from some days ago, and wherever a request stands: no date of ours ends on a closed day, and none ends earlier than before.
/// </summary>
public class AnyClosureTests
{
    private static readonly ARequest[] Requests =
    [
        ARequest.Asking("HKU").OnTheShelf(), ARequest.Asking("HKU").ForUseHere(), ARequest.Asking("HKU").OnLoan(), ARequest.Asking("HKU").OnLoan().Renewed(),
        ARequest.Asking("HKU").OnLoan().Recalled(), ARequest.Asking("HKU").OnLoan().RenewalAsked(), ARequest.Asking("HKU").Quoted(Money.Hkd(450)),
        ARequest.AskingForACopy("HKU").ReadyToDownload(), ARequest.Placed(ServiceType.Copy, Things.Article, ["HKU"], but: order => order with { Declaration = null }),
        ARequest.Asking("HKU").Overdue(), ARequest.Asking("HKU").Promised().Shipped(dueOn: "2026-12-11").Received().CheckedOut(),
    ];

    private static readonly Gen<(int Request, (int After, int Days)[] Closures)> Any = Gen.Select(
        Gen.Int[0, Requests.Length - 1], Gen.Select(Gen.Int[-7, 70], Gen.Int[0, 12]).Array[1, 4]);

    [Fact]
    public void No_date_ends_on_a_closed_day_and_none_ends_earlier() => Any.Sample(
        any =>
        {
            var request = Requests[any.Request];
            var before = Lingnan;
            foreach (var ((after, days), number) in any.Closures.Select((closure, number) => (closure, number)))
            {
                var from = Lingnan.DateOf(request.Now).AddDays(after);
                ClosedDays closed = new(from, from.AddDays(days));
                request = request with { Rules = Rules with { Calendar = before.ButClosed([closed]) } };
                var command = new MoveDates($"C-{number}", [closed], before);
                var moved = request.Meets(command);

                var dates = Dates(request, before).Zip(Dates(moved, moved.Rules.Calendar)).ToList();
                dates.ShouldAllBe(date => date.Second >= date.First);
                Dates(moved, moved.Rules.Calendar).ShouldAllBe(date => !moved.Rules.Calendar.IsInClosure(date));
                Ours(moved.Request).ShouldAllBe(date => moved.Request.Deadline!.At != default && date >= Lingnan.DateOf(moved.Now));
                moved.Decide(command).ShouldBeOfType<Ignored<PatronRequest, RequestEvent>>().Events.ShouldBeEmpty();
                (request, before) = (moved, request.Rules.Calendar);
            }
        },
        iter: 2000);

    private static IEnumerable<DateOnly> Dates(ARequest request, LibraryCalendar calendar) =>
    [
        .. Ours(request.Request),
        .. Renewal.Of(request.Request, request.Now, Rules with { Calendar = calendar }, blocked: null) is { Possible: true, By: { } by }
            && request.Request.Loan is { RenewalAsked: false } ? [by] : Array.Empty<DateOnly>(),
    ];

    /// <summary>The dates that we gave the patron, besides the last day to renew.</summary>
    private static IEnumerable<DateOnly> Ours(PatronRequest request) => new[]
    {
        request.Status is RequestStatus.ReadyForPickup or RequestStatus.LibraryUse ? request.Shelf!.Until : (DateOnly?)null,
        request.Status is RequestStatus.OnLoan or RequestStatus.Recalled ? request.Loan!.DueOn : null,
        request.Quote?.DecideBy,
        request.Declaring?.Until,
        request.Status == RequestStatus.ReadyToDownload ? request.Download!.Until : null,
    }.OfType<DateOnly>();
}
