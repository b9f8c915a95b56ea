using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Lending;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Domain.Renewing;
using Hkall.Domain.Tests.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Fees;
using Hkall.Service.Inbox;
using Hkall.Service.Lending;
using Hkall.Service.Staff;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Orders;

/// <summary>
/// Every action on a request in every situation: from an old page it changes nothing, given twice it is carried out once, and one id is one
/// order.
/// </summary>
public class EveryOrderTests
{
    private const string Lam = "lam";

    private static CancellationToken None => CancellationToken.None;

    public static TheoryData<string> StaffActions => [.. StaffCommands.Names];

    public static TheoryData<string> LendingNames => [.. LendingCommands.Names];

    public static TheoryData<string> FeeActions => [FeeCommands.Settle, FeeCommands.Waive];

    public static TheoryData<string> PatronActions => ["cancel", "unwanted", "renew", "cost-decision", "office-delivery", "report-scan", "declaration", "offer-decision", "messages"];

    [Theory]
    [MemberData(nameof(StaffActions))]
    public async Task Every_action_of_staff_holds_to_what_was_seen_and_is_given_once(string action)
    {
        await using var service = await ServiceAsync();
        foreach (var (name, situation) in StoredSituations.Borrowing)
        {
            await ShouldHoldAsync(
                $"{action}: {name}", service, await StoredSituations.StoreAsync(service, situation),
                (id, terms, note) => service.Get<Staff.StaffActions>().ActAsync(Lam, id, action, terms, () => Task.FromResult(FormOf(action, note)), None));
        }
    }

    [Theory]
    [MemberData(nameof(FeeActions))]
    public async Task Every_order_about_a_fee_holds_to_what_was_seen_and_is_given_once(string action)
    {
        await using var service = await ServiceAsync();
        foreach (var (name, situation) in StoredSituations.Borrowing.Where(one => one.Request.Fees.Count > 0))
        {
            await ShouldHoldAsync(
                $"{action}: {name}", service, await StoredSituations.StoreAsync(service, situation),
                (id, terms, note) => service.Get<Staff.StaffActions>().FeeAsync(
                    Lam, null, id, 1, action, terms, _ => Task.FromResult(new FeeForm { Amount = new MoneyForm("HKD", 1), Reason = note }), None));
        }
    }

    [Theory]
    [MemberData(nameof(PatronActions))]
    public async Task Every_action_of_a_patron_holds_to_what_was_seen_and_is_given_once(string action)
    {
        await using var service = await ServiceAsync();
        foreach (var (name, situation) in StoredSituations.Borrowing)
        {
            await ShouldHoldAsync(
                $"{action}: {name}", service, await StoredSituations.StoreAsync(service, situation),
                (id, terms, note) => service.Requests.HandleAsync(id, CommandOf(action, situation), Actor.Patron, None, terms: terms.For(action, note)));
        }
    }

    [Theory]
    [MemberData(nameof(LendingNames))]
    public async Task Every_action_of_lending_holds_to_what_was_seen_and_is_given_once(string action)
    {
        await using var service = await ServiceAsync();
        foreach (var (name, situation) in StoredSituations.Lending)
        {
            await ShouldHoldAsync(
                $"{action}: {name}", service, await StoredSituations.StoreAsync(service, situation),
                (id, terms, note) => service.Get<LendingActions>().ActAsync(Lam, id, action, terms, () => Task.FromResult(LendingFormOf(action, note)), None));
        }
    }

    /// <summary>A word that starts something, one that goes on with it, and one that ends it.</summary>
    [Theory]
    [InlineData(CallbackStatus.Shipped)]
    [InlineData(CallbackStatus.Renewed)]
    [InlineData(CallbackStatus.Completed)]
    public async Task Every_word_of_a_library_holds_to_what_was_seen_and_is_recorded_once(CallbackStatus said)
    {
        await using var service = await ServiceAsync();
        foreach (var (name, situation) in StoredSituations.Borrowing.Where(one => one.Request.Rota.Any(entry => entry is { Symbol: "HKU", WasAsked: true })))
        {
            await ShouldHoldAsync(
                $"{said}: {name}", service, await StoredSituations.StoreAsync(service, situation),
                (id, terms, note) => service.Get<Staff.StaffActions>().RecordLibrarySaidAsync(
                    Lam, id, terms,
                    () => Task.FromResult(new LibrarySaidForm { Symbol = "HKU", Status = said, By = SaidBy.Telephone, Note = note }),
                    None));
        }
    }

    private static async Task<AService> ServiceAsync() => new(await World.InMemoryAsync(), Mishap.None);

    private static async Task ShouldHoldAsync<TRequest>(
        string what, AService service, VersionedRequest<TRequest> old, Func<string, OrderTerms, string, Task<Outcome<TRequest>>> act)
        where TRequest : class, IRequestState
    {
        var id = old.Request.Id;

        // Somebody else writes a note: whoever opened the page before has not seen it.
        await NoteAsync(service, id);
        var now = await JournalAsync(service, id);
        var seen = new RequestVersion(id, now);
        foreach (var unseen in new[] { RequestVersion.Of(old), new RequestVersion(id, now + 7), new RequestVersion("7YBQX1AGBZMSD7W1X4SXJB9YAJ", now) })
        {
            (await act(id, new OrderTerms([unseen], "old"), "a note")).ShouldBeOfType<ChangedSince<TRequest>>(what).Stored.Request.Id.ShouldBe(id);
            (await JournalAsync(service, id)).ShouldBe(now, what);
        }

        var first = await act(id, new OrderTerms([seen], "once"), "a note");
        var after = await JournalAsync(service, id);
        var again = await act(id, new OrderTerms([seen], "once"), "a note");
        (await JournalAsync(service, id)).ShouldBe(after, $"{what}, given twice");
        if (first is not Done<TRequest>)
        {
            return;
        }

        again.ShouldBeOfType<Done<TRequest>>(what).Before.ShouldBeTrue(what);
        (await act(id, new OrderTerms([seen], "once"), "another note")).ShouldBeOfType<OrderIdReused<TRequest>>(what);
        (await act(id, new OrderTerms([seen], "another"), "a note")).ShouldBeOfType<ChangedSince<TRequest>>(what);
        (await JournalAsync(service, id)).ShouldBe(after, what);
    }

    private static Task NoteAsync(AService service, string id) => LendingIds.IsWellFormed(id)
        ? service.Get<LendingRequestProcessor>().HandleAsync(id, new AddLendingNote("wong", "Called."), Actor.Staff("wong"), None)
        : service.Requests.HandleAsync(id, new AddNote("wong", "Called."), Actor.Staff("wong"), None);

    private static async Task<int> JournalAsync(AService service, string id) => LendingIds.IsWellFormed(id)
        ? (await service.Get<RequestStore<LendingRequest, LendingEvent>>().ReadAsync(id, id, None))!.Stored.Journal
        : (await service.Get<RequestStore<PatronRequest, RequestEvent>>().ReadAsync(Patrons.Ho.Id, id, None))!.Stored.Journal;

    private static StaffForm FormOf(string action, string note) => new()
    {
        Note = note,
        Barcode = action == "label" ? "B1" : null,
        Amount = action is "cost-accept" or "cost-decline" or "charge-fee" or "charge-supply"
            ? new MoneyForm(Things.Charge.Currency, Things.Charge.Amount) : null,
        Fee = action == "charge-fee" ? Hkall.Domain.Fees.ManualFee.Other : null,
        By = action is "cost-accept" or "cost-decline" or "unwanted" or "renew" ? SaidBy.Telephone : null,
        Step = action == "undo" ? Step.Receive : null,
        LenderDueOn = action == "set-dates" ? new DateOnly(2027, 3, 31) : null,
        How = action is "asked" or "told" or "found-elsewhere" ? AskedBy.Telephone : null,
        Message = action == "write" ? PatronMessage.Free : null,
        Library = "The Bookshop",
        Tier = Tier.Hkall,
    };

    private static LendingActionForm LendingFormOf(string action, string note) => new()
    {
        Note = note,
        Unfilled = action == "unfilled" ? UnfilledReason.NotHeld : null,
        Retry = action == "retry" ? RetryReason.AtBindery : null,
        Conditions = action == "conditional" ? [LoanCondition.LibraryUseOnly] : null,
        Kind = action == "heard" ? BorrowerMessageKind.Cancel : null,
        Barcode = action == "ship" ? "B1" : null,
        Compliance = action == "will-supply" ? "Other: s. 50" : null,
    };

    private static RequestCommand CommandOf(string action, PatronRequest request) => action switch
    {
        "cancel" => new CancelRequest(Who.Patron),
        "unwanted" => new DeclareUnwanted(Who.Patron),
        "renew" => new RenewLoan(Blocked: null),
        "cost-decision" => new DecideCost(Accept: true, request.Quote?.Cost),
        "office-delivery" => new ChooseOffice("Department of Translation"),
        "report-scan" => new ReportScan(ScanFault.Wrong, Who.Patron),
        "declaration" => new SignDeclaration(Things.SignedDeclaration, Things.PatronsName),
        "offer-decision" => new DecideOffer(Way: null),
        "messages" => new WriteToStaff("Is it coming?"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };
}
