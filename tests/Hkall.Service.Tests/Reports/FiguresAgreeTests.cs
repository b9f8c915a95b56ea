using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Delivering;
using Hkall.Domain.Escalating;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Placing;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;
using Hkall.Service.Reports;

namespace Hkall.Service.Tests.Reports;

/// <summary>Whatever happens to requests, the reports about them add up. Each request takes random steps that the rules allow.</summary>
public sealed class FiguresAgreeTests
{
    private const int Requests = 400;
    private const int Steps = 18;

    private static readonly RuleBook Rules = new(
        new Policy(), new LibraryCalendar(LibraryCalendar.HongKong, Holidays.OfHongKong().Select(holiday => holiday.Date)));
    private static readonly DateTimeOffset Start = new(2026, 9, 7, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly string[] Libraries = ["HKU", "CUHK", "HKUST"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void In_every_period_requests_reasons_and_libraries_add_up(int seed)
    {
        var random = new Random(seed);
        var all = Enumerable.Range(0, Requests).Select(_ => Walk(random)).Select(request => CountedRequest.Of(request, Rules.Calendar)).ToList();
        foreach (var month in (int[])[9, 10, 11])
        {
            ShouldAgree([.. all.Where(request => request.PlacedOn.Month == month)]);
        }

        ShouldAgree(all);
        all.Select(request => request.EndOf()).Distinct().Count().ShouldBe(Enum.GetValues<RequestEnd>().Length, "every end occurs");
    }

    private static void ShouldAgree(IReadOnlyList<CountedRequest> requests)
    {
        var facts = Figures.Of([.. requests]);
        var rate = FillingReports.FillRate(facts).Rows.Where(row => (string?)row[1] == ReportFacts.All).ToList();
        int Sum(int column) => rate.Sum(row => (int)row[column]!);
        var (placed, filled, unfilled, cancelled, underWay) = (Sum(2), Sum(3), Sum(4), Sum(5), Sum(6));

        placed.ShouldBe(requests.Count);
        (filled + unfilled + cancelled + underWay).ShouldBe(placed);
        underWay.ShouldBeLessThanOrEqualTo(requests.Count(request => request.ClosedOn is null), "nothing closed is under way");

        var reasons = FillingReports.Unfilled(facts).Rows;
        Times(reasons, "request").ShouldBe(unfilled);
        Times(reasons, "cancelled").ShouldBe(cancelled);

        var libraries = FillingReports.Libraries(facts).Rows;
        libraries.ShouldAllBe(row => (int)row[2]! == (int)row[3]! + (int)row[4]! + (int)row[5]! + (int)row[6]! + (int)row[7]!);
        libraries.Sum(row => (int)row[2]!).ShouldBe(requests.Sum(request => request.Asked.Count));
        libraries.Sum(row => (int)row[3]!).ShouldBe(filled, "each filled request has one library that supplied it");
        libraries.Sum(row => (int)row[4]!).ShouldBeLessThanOrEqualTo(underWay);
        Times(reasons, "library").ShouldBe(libraries.Sum(row => (int)row[5]! + (int)row[6]!));

        PromiseReport.Of(facts).Rows.ShouldAllBe(row => (int)row[2]! == (int)row[3]! + (int)row[4]! + (int)row[5]! + (int)row[6]! && (int)row[4]! >= 0);
    }

    private static int Times(IReadOnlyList<IReadOnlyList<object?>> rows, string of) => rows.Where(row => (string?)row[0] == of).Sum(row => (int)row[2]!);

    private static PatronRequest Walk(Random random)
    {
        var now = Start.AddDays(random.Next(80));
        var request = ((Decided<PatronRequest, RequestEvent>)PlacingRules.Decide(
            new PlaceRequest
            {
                RequestId = "R-1",
                PatronId = "P-1",
                Group = PatronGroup.Undergraduate,
                Service = ServiceType.Loan,
                Item = new Item { Title = "The Story of the Stone" },
                Rota = [.. Libraries.Take(1 + random.Next(Libraries.Length)).Select(symbol => new RotaEntry(symbol, symbol, Tier.Hkall))],
                AcceptTiers = [Tier.Hkall],
                OpenRequests = [],
            },
            now,
            Rules)).Request;
        for (var step = 0; step < Steps; step++)
        {
            now = now.AddHours(random.Next(1, 60));
            request = RequestRules.Decide(request, Next(request, random, $"m-{step}", ref now), now, Rules) is Change<PatronRequest, RequestEvent> change
                ? change.Request
                : request;
        }

        return request;
    }

    private static RequestCommand Next(PatronRequest request, Random random, string message, ref DateTimeOffset now)
    {
        if (request.Deadline is { } deadline && random.Next(4) == 0)
        {
            now = deadline.At > now ? deadline.At : now;
            return new DeadlineReached(deadline.Id);
        }

        var symbol = random.Next(5) == 0 ? Libraries[random.Next(Libraries.Length)] : request.Supplier?.Symbol ?? Libraries[0];
        return random.Next(16) switch
        {
            0 or 1 => new WillSupply(symbol, message),
            2 or 3 => new Shipped(symbol, message),
            4 => new Unfilled(symbol, message, ReasonCode.OnLoan),
            5 or 6 => new ReceiveItem(),
            7 or 8 => new CheckOutItem(),
            9 => new CheckInItem(),
            10 => new SendItemBack(),
            11 => new LenderReceived(symbol, message),
            12 => random.Next(2) == 0 ? new CancelRequest(Who.Patron) : new CancelConfirmed(symbol, message),
            13 => random.Next(3) == 0 ? new DeclareUnwanted(Who.Patron) : new GiveUpSearch(),
            14 => random.Next(2) == 0 ? new Recall(symbol, message) : new LenderLost(symbol, message),
            _ => random.Next(2) == 0 ? new DeclareLost("gone") : new AskNextSupplier(ReasonCode.PassedOverByStaff),
        };
    }
}
