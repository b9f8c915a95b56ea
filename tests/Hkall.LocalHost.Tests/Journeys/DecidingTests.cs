using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>What patrons decide on the way, over HTTP: charges, declarations, renewals, offices; and what staff complete.</summary>
public sealed class DecidingTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _patron = _bench.Patron("okafor");
        _staff = _bench.LendingStaff();
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_charge_stops_the_request_until_the_patron_accepts_it()
    {
        var id = await QuotedAsync();

        (await _patron.SeesAsync(id)).At("cost.amount.amount").ShouldBe("450.00");
        var accepted = new { accept = true, amount = new { currency = "HKD", amount = 450 } };
        (await _patron.PostAsync($"/api/requests/{id}/cost-decision", accepted)).ShouldBe(200).Json.At("status").ShouldBe("expected");
        (await _patron.PostAsync($"/api/requests/{id}/cost-decision", accepted)).ShouldBeProblem(409, "nothing-to-decide");
        await _bench.AdvanceAsync("P2D");
        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "cost-decision", "item-expected"]);
    }

    [Fact]
    public async Task A_declined_charge_is_not_ordered_and_the_next_library_is_asked()
    {
        var id = await QuotedAsync();

        (await _patron.PostAsync($"/api/requests/{id}/cost-decision", new { accept = false })).ShouldBe(200);

        (await _patron.SeesAsync(id)).Timeline().ShouldContain("cost-declined");
        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldNotBe("HKU");
    }

    [Fact]
    public async Task Without_an_answer_nothing_is_ordered()
    {
        var id = await QuotedAsync();

        await _bench.AdvanceAsync("P10D");

        (await _patron.SeesAsync(id)).Timeline().ShouldContain("cost-declined");
        (await _patron.MailAsync(id)).ShouldContain("cost-reminder");
    }

    [Fact]
    public async Task A_charge_within_what_the_patron_would_pay_is_not_asked_about_again()
    {
        await _bench.ScriptAsync("*", "conditional-cost");
        var id = await _patron.HasPlacedAsync(new
        {
            service = "loan",
            item = new { title = "The Structure of Scientific Revolutions", isbn = "9780226458120" },
            maxCost = new { currency = "HKD", amount = 500 },
        });

        (await _patron.StatusAsync(id)).ShouldBe("expected");
        (await _patron.MailAsync(id)).ShouldNotContain("cost-decision");
    }

    [Fact]
    public async Task A_charge_is_accepted_as_it_was_shown_and_one_that_has_changed_is_not()
    {
        var id = await QuotedAsync();
        var shown = (await _patron.SeesAsync(id)).At("cost.amount.amount");
        shown.ShouldBe("450.00");

        (await _patron.PostAsync($"/api/requests/{id}/cost-decision", new { accept = true })).ShouldBlame(400, "missing-member", "amount");
        foreach (var accept in new[] { true, false })
        {
            (await _patron.PostAsync($"/api/requests/{id}/cost-decision", new { accept, amount = new { currency = "HKD", amount = 300 } })).ShouldBeProblem(
                409, "price-changed");
        }

        (await _patron.PostAsync($"/api/requests/{id}/cost-decision", new { accept = true, amount = new { currency = "hkd", amount = 450 } })).ShouldBlame(
            400, "unknown-currency", "amount.currency");
        (await _patron.PostAsync($"/api/requests/{id}/cost-decision", new { accept = true, amount = new { currency = "HKD", amount = 450 } })).ShouldBe(200);

        (await _patron.StatusAsync(id)).ShouldBe("expected");
    }

    [Fact]
    public async Task No_library_is_asked_for_a_copy_before_the_declaration_is_signed()
    {
        var id =
            await _patron.HasPlacedAsync(
                new { service = "copy", item = new { title = "Bell System Technical Journal", issn = "0005-8580", volume = "27", pages = "379-423" } });
        (await _patron.StatusAsync(id)).ShouldBe("awaiting-declaration");

        (await _patron.PostAsync($"/api/requests/{id}/declaration", new { researchOrPrivateStudy = true, notRelatedToAnother = true, noEarlierCopy = false }))
            .ShouldBeProblem(422, "declaration-required");
        (await _patron.PostAsync($"/api/requests/{id}/declaration", Orders.Declared)).ShouldBe(200);
        await _bench.AdvanceAsync("P2D");

        (await _patron.StatusAsync(id)).ShouldBe("ready-to-download");
        (await _patron.PostAsync($"/api/requests/{id}/declaration", Orders.Declared)).ShouldBe(200);
    }

    [Fact]
    public async Task A_second_article_of_one_issue_is_refused_with_the_clause_and_the_loan_is_offered()
    {
        await _patron.HasPlacedAsync(Article("The first article"));

        var refused = (await _patron.PlaceAsync(Article("The second article"))).ShouldBeProblem(422, "copyright-limit");

        refused.Json.At("detail").ShouldNotBeNull().ShouldContain("Cap. 528F");
        refused.Json.At("detail").ShouldNotBeNull().ShouldContain("borrow");
    }

    [Theory]
    [InlineData("renew-approved", "renewed")]
    [InlineData("renew-declined", "renewal-declined")]
    [InlineData("loan-not-renewable", "renewal-declined")]
    [InlineData("renew-silent", "renewal-declined")]
    public async Task A_renewal_is_asked_of_the_lender_and_answered_by_mail_either_way(string scenario, string mail)
    {
        var id = await OnLoanAsync(scenario);
        var dueOn = (await _patron.SeesAsync(id)).At("loan.dueOn");
        (await _patron.SeesAsync(id)).Actions().ShouldContain("renew");

        (await _patron.PostAsync($"/api/requests/{id}/renew")).ShouldBe(200).Json.At("renewal").ShouldBe("asked");
        (await _patron.PostAsync($"/api/requests/{id}/renew")).Status.ShouldBeOneOf(200, 409);
        await _bench.AdvanceAsync("P8D");

        (await _patron.MailAsync(id)).ShouldContain(mail);
        ((await _patron.SeesAsync(id)).At("loan.dueOn") != dueOn).ShouldBe(mail == "renewed");
    }

    [Fact]
    public async Task After_the_last_day_a_renewal_is_refused_with_its_reason()
    {
        var id = await OnLoanAsync("loan");
        var renewBy = (await _patron.SeesAsync(id)).At("loan.renewBy");

        await _bench.MoveToAsync($"{renewBy}T23:59:59+08:00");
        (await _patron.SeesAsync(id)).Actions().ShouldContain("renew");
        await _bench.AdvanceAsync("PT1S");

        (await _patron.SeesAsync(id)).Actions().ShouldNotContain("renew");
        (await _patron.PostAsync($"/api/requests/{id}/renew")).ShouldBeProblem(409, "past-renewal-deadline");
    }

    [Fact]
    public async Task An_item_for_an_office_goes_out_for_delivery_and_is_checked_out_there()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        (await _patron.PostAsync($"/api/requests/{id}/office-delivery", new { office = "English Department, LBY 101" })).ShouldBe(200);
        await _bench.AdvanceAsync("P2D");

        await _staff.DoesAsync("receive", id);
        (await _patron.StatusAsync(id)).ShouldBe("out-for-delivery");
        (await _staff.WorklistAsync("to-deliver")).ShouldBe([id]);
        await _staff.DoesAsync("check-out", id);

        (await _patron.StatusAsync(id)).ShouldBe("on-loan");
        (await _bench.Patron("smith").PostAsync($"/api/requests/{id}/office-delivery", new { office = "Hall A" })).ShouldBe(404);
    }

    [Fact]
    public async Task What_a_patron_half_remembers_staff_complete_and_send_out()
    {
        var id = await _patron.HasPlacedAsync(new { service = "loan", staffHelp = true, item = new { title = "A book about revolutions in science" } });
        (await _staff.WorklistAsync("to-review")).ShouldBe([id]);

        (await _staff.TriesToAsync("edit", id, new { item = new { title = "Kuhn", isbn = "9780226458121" } })).ShouldBeProblem(422, "invalid-item");
        await _staff.DoesAsync("edit", id, new { item = new { title = "The Structure of Scientific Revolutions", isbn = "9780226458120" } });
        await _staff.DoesAsync("approve", id);

        (await _patron.StatusAsync(id)).ShouldBe("expected");
        (await _staff.TriesToAsync("approve", id)).ShouldBeProblem(409, "not-in-review");
    }

    [Fact]
    public async Task Before_placing_the_patron_sees_what_can_be_had_when_and_why_not()
    {
        var options =
            (await _bench.Patron("smith").PostAsync("/api/options", new { title = "The Age of Extremes", isbn = "9780679730057" })).ShouldBe(200).Json.Items();

        options.Select(option => $"{option.At("service")} {option.At("tier")} {option.At("access")}").ShouldBe(["copy local allowed", "loan local notAllowed"]);
        options[1].At("why").ShouldBe("Not offered to your user group.");
        var held = (await _patron.PostAsync("/api/options", new { title = "Nineteen Eighty-Four", isbn = "9780451524935" })).ShouldBe(200).Json;
        held.At("heldHere").ShouldNotBeNull();
        var copy = held.GetProperty("ownCopies").EnumerateArray().ShouldHaveSingleItem();
        copy.At("callNumber").ShouldNotBeNull();
        copy.At("location")!.ShouldContain("/F");
        copy.At("available").ShouldBe("True");
    }

    [Fact]
    public async Task Libraries_of_HKALL_are_asked_before_local_ones_and_those_before_overseas_ones()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);

        var tiers = (await _staff.SeesAsync(id)).GetProperty("state")
            .GetProperty("rota").EnumerateArray().Select(library => library.GetProperty("tier").GetString()!).ToList();

        tiers.Count.ShouldBeGreaterThan(2);
        tiers.ShouldContain("overseas");
        tiers.ShouldBe(tiers.OrderBy(tier => Array.IndexOf(["hkall", "local", "overseas"], tier)));
    }

    [Fact]
    public async Task A_link_from_a_database_fills_the_form()
    {
        var item = (await _patron.GetAsync(
            "/api/openurl?url_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.jtitle=Nature&rft.atitle=Molecular+Structure&rft.issn=0028-0836&rft.volume=171&rft.spage=737&rft.epage=738&rft.date=1953-04-25&rft.aulast=Watson&rft.aufirst=J.")).ShouldBe(200).Json;

        item.At("service").ShouldBe("copy");
        item.At("item.title").ShouldBe("Nature");
        item.At("item.articleAuthor").ShouldBe("Watson, J.");
        item.At("item.pages").ShouldBe("737-738");
        item.At("item.year").ShouldBe("1953");
    }

    private async Task<string> QuotedAsync()
    {
        await _bench.ScriptAsync("*", "conditional-cost");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        (await _patron.StatusAsync(id)).ShouldBe("awaiting-cost-decision");
        return id;
    }

    private async Task<string> OnLoanAsync(string scenario)
    {
        await _bench.ScriptAsync("*", scenario);
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.AdvanceAsync("P2D");
        await _staff.DoesAsync("receive", id);
        await _staff.DoesAsync("check-out", id);
        return id;
    }

    private static object Article(string title) => new
    {
        service = "copy",
        item = new { title = "Bell System Technical Journal", issn = "0005-8580", volume = "27", issue = "3", articleTitle = title },
        declaration = Orders.Declared,
    };
}
