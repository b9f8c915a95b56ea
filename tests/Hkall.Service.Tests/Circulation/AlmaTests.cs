using Hkall.Domain.Accounts;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Service.Circulation;
using Hkall.Service.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Circulation;

/// <summary>The Library's circulation system over HTTP: what it says, and what becomes of a call that it answers badly or not at all.</summary>
public sealed class AlmaTests : IAsyncLifetime
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8)));

    private AlmaServer _alma = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken None => CancellationToken.None;

    private ICirculation Circulation => _services.GetRequiredService<ICirculation>();

    public async Task InitializeAsync()
    {
        _alma = await AlmaServer.StartAsync();
        _services = _alma.Connect(Clock);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _alma.DisposeAsync();
    }

    [Fact]
    public async Task One_call_reads_loans_requests_blocks_and_the_expiry_of_the_card()
    {
        _alma.Has("s1", loans: 14, requests: 3, expires: "2027-08-31Z", "Overdue items");
        _alma.Users["s1"]["user_block"]!.AsArray().Add(AlmaServer.Block("Lifted", "INACTIVE", null));
        _alma.Users["s1"]["user_block"]!.AsArray().Add(AlmaServer.Block("Over", "ACTIVE", "2026-11-22T16:00:00Z"));

        (await Circulation.AskAsync("s1", None)).ShouldBe(new AccountAnswer.Known(
            new OwnAccount { CheckOuts = 14, Holds = 3, Blocks = ["Overdue items."], CardExpiresOn = new DateOnly(2027, 8, 31) }));
        _alma.Calls.ShouldBe(["GET /almaws/v1/users/s1?view=full&expand=loans,requests"]);
    }

    [Fact]
    public async Task An_account_that_is_not_active_is_blocked()
    {
        _alma.Has("s1");
        _alma.Users["s1"]["status"]!["value"] = "INACTIVE";

        (await Circulation.AskAsync("s1", None)).ShouldBeOfType<AccountAnswer.Known>().Account.Blocks.ShouldBe(["the account is not active."]);
    }

    [Theory]
    [InlineData("drips")]
    [InlineData("never ends")]
    [InlineData("moves")]
    public async Task An_answer_without_end_or_from_elsewhere_is_none(string how)
    {
        await using var hasty = _alma.Connect(Clock, TimeSpan.FromMilliseconds(100));
        _alma.Has("s1");
        for (var tries = 0; tries < 3; tries++)
        {
            _alma.Instead.Enqueue(Bad(how));
        }

        (await hasty.GetRequiredService<ICirculation>().AskAsync("s1", None)).ShouldBeOfType<AccountAnswer.NoAnswer>();
        _alma.Calls.ShouldAllBe(call => !call.Contains("elsewhere"));
    }

    private static Func<HttpContext, Task> Bad(string how) => how switch
    {
        "drips" => AlmaServer.Dripping,
        "never ends" => AlmaServer.Endless,
        _ => AlmaServer.Moved,
    };

    [Fact]
    public async Task Whom_it_does_not_know_is_unknown_and_not_without_an_answer() =>
        (await Circulation.AskAsync("nobody/else?", None)).ShouldBeOfType<AccountAnswer.UnknownPatron>();

    [Fact]
    public async Task A_question_that_fails_is_put_again()
    {
        _alma.Has("s1", loans: 2);
        _alma.Instead.Enqueue(AlmaServer.Status(500));
        _alma.Instead.Enqueue(AlmaServer.Status(503));

        (await Circulation.AskAsync("s1", None)).ShouldBeOfType<AccountAnswer.Known>().Account.CheckOuts.ShouldBe(2);
        _alma.Calls.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(429, "")]
    [InlineData(403, "{}")]
    [InlineData(400, "no JSON at all")]
    [InlineData(200, "no JSON at all")]
    [InlineData(200, "{}")]
    [InlineData(200, "{\"loans\":{\"value\":\"many\"},\"requests\":{\"value\":\"0\"}}")]
    [InlineData(200, "null")]
    public async Task A_bad_answer_is_no_answer(int status, string body)
    {
        for (var n = 0; n < 3; n++)
        {
            _alma.Instead.Enqueue(AlmaServer.Status(status, body, status == 429 ? "0" : null));
        }

        (await Circulation.AskAsync("s1", None)).ShouldBeOfType<AccountAnswer.NoAnswer>();
    }

    [Fact]
    public async Task A_wrong_key_is_no_answer_and_not_an_unknown_patron()
    {
        await using var strangers = _alma.Connect(Clock, key: "wrong");
        _alma.Has("s1");

        (await strangers.GetRequiredService<ICirculation>().AskAsync("s1", None)).ShouldBeOfType<AccountAnswer.NoAnswer>();
    }

    [Fact]
    public async Task A_system_that_keeps_silent_or_is_away_is_not_waited_for_for_ever()
    {
        await using (var impatient = _alma.Connect(Clock, TimeSpan.FromMilliseconds(200)))
        {
            for (var n = 0; n < 3; n++)
            {
                _alma.Instead.Enqueue(AlmaServer.Silent);
            }

            (await impatient.GetRequiredService<ICirculation>().AskAsync("s1", None)).ShouldBeOfType<AccountAnswer.NoAnswer>();
        }

        await _alma.DisposeAsync();
        (await Circulation.AskAsync("s1", None)).ShouldBeOfType<AccountAnswer.NoAnswer>();
        (await Circulation.EnterAsync(Fee("key-1"), again: false, None)).ShouldBeOfType<Attempt.Unknown>();
    }

    [Theory]
    [InlineData(LedgerKind.OverdueFine, "OVERDUEFINE")]
    [InlineData(LedgerKind.Replacement, "LOSTITEMREPLACEMENTFEE")]
    [InlineData(LedgerKind.Processing, "LOSTITEMPROCESSFEE")]
    [InlineData(LedgerKind.SupplyCharge, "DOCUMENTDELIVERYSERVICE")]
    [InlineData(LedgerKind.Damage, "DAMAGEDITEMFINE")]
    [InlineData(LedgerKind.Other, "OTHER")]
    [InlineData(LedgerKind.Waiver, "CREDIT")]
    [InlineData(LedgerKind.TakenOff, "CREDIT")]
    [InlineData(LedgerKind.PaidBack, "CREDIT")]
    public async Task A_fee_is_entered_under_its_type_with_the_key_by_which_it_is_found_again(LedgerKind kind, string type)
    {
        _alma.Has("s1");

        (await Circulation.EnterAsync(Fee("R1:7:fee-1", kind), again: false, None)).ShouldBeOfType<Attempt.Delivered>();

        var fee = _alma.Fees.ShouldHaveSingleItem();
        fee["type"]!["value"]!.GetValue<string>().ShouldBe(type);
        fee["original_amount"]!.GetValue<decimal>().ShouldBe(22.5m);
        fee["owner"]!["value"]!.GetValue<string>().ShouldBe("MAIN");
        fee["comment"]!.GetValue<string>().ShouldBe("HKALL and Partners, request K7M2QF [R1:7:fee-1]");
    }

    [Fact]
    public async Task A_fee_whose_answer_was_lost_is_looked_for_and_not_entered_twice()
    {
        _alma.Has("s1");
        await using var impatient = _alma.Connect(Clock, TimeSpan.FromMilliseconds(200));
        var circulation = impatient.GetRequiredService<ICirculation>();
        await circulation.EnterAsync(Fee("key-1"), again: false, None);
        _alma.Instead.Enqueue(AlmaServer.Silent);

        (await circulation.EnterAsync(Fee("key-2"), again: false, None)).ShouldBeOfType<Attempt.Unknown>();
        _alma.Calls.Count(call => call.StartsWith("POST", StringComparison.Ordinal)).ShouldBe(2, "A fee is never sent again by the line itself.");

        (await Circulation.EnterAsync(Fee("key-1"), again: true, None)).ShouldBeOfType<Attempt.Delivered>();
        _alma.Fees.Count.ShouldBe(1, "It was there.");
        (await Circulation.EnterAsync(Fee("key-2"), again: true, None)).ShouldBeOfType<Attempt.Delivered>();
        _alma.Fees.Count.ShouldBe(2, "It had not been taken in.");
    }

    [Fact]
    public async Task A_fee_is_not_entered_when_existing_fees_cannot_be_read()
    {
        for (var n = 0; n < 3; n++)
        {
            _alma.Instead.Enqueue(AlmaServer.Status(500));
        }

        (await Circulation.EnterAsync(Fee("key-1"), again: true, None)).ShouldBeOfType<Attempt.Later>();
        _alma.Calls.ShouldAllBe(call => call.StartsWith("GET", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(429, typeof(Attempt.Later))]
    [InlineData(401, typeof(Attempt.Later))]
    [InlineData(403, typeof(Attempt.Later))]
    [InlineData(500, typeof(Attempt.Unknown))]
    [InlineData(400, typeof(Attempt.Refused))]
    public async Task The_answer_says_whether_a_fee_was_entered(int status, Type outcome)
    {
        _alma.Instead.Enqueue(AlmaServer.Status(status, "{}", "7"));

        var attempt = await Circulation.EnterAsync(Fee("key-1"), again: false, None);

        attempt.ShouldBeOfType(outcome);
        _alma.Calls.Count.ShouldBe(1);
        (attempt as Attempt.Later)?.After.ShouldBe(status == 429 ? TimeSpan.FromSeconds(7) : null);
    }

    private static FeeEntry Fee(string key, LedgerKind kind = LedgerKind.OverdueFine) => new(key, "s1", kind, Money.Hkd(22.5m), "K7M2QF");
}
