using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.BothWays;

/// <summary>No route that changes something is forgotten by the tests of both ways.</summary>
public sealed class EveryRouteTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    /// <summary>Routes that the theories name by their path.</summary>
    private static readonly string[] Named =
    [
        "POST /api/staff/requests/{id}/{action}", "POST /api/staff/lending/{id}/{action}",
        "PUT /api/staff/partners/{symbol}", "POST /staff/partners/{symbol}/edit",
        "POST /staff/worklists/{name}",
        "POST /api/staff/patrons/{patronId}/fees/{feeId}/settle", "POST /api/staff/patrons/{patronId}/fees/{feeId}/waive",
        "POST /staff/requests/{id}/fees/{number:int}",
        "POST /api/staff/parked/{id}/retry", "POST /api/staff/parked/{id}/dismiss", "POST /staff/parked/{id}/retry", "POST /staff/parked/{id}/dismiss",
        "POST /api/staff/requests/{id}/place-for", "POST /staff/place",
        "POST /api/requests", "POST /place/loan", "POST /place/copy", "POST /place/help",
        "PUT /api/me/preferences", "POST /account/preferences", "POST /account/history",
    ];

    private const string Policies = "PolicyVersionPagesTests drafts, mends, puts in force and takes back on the page, PolicyJourneyTests over HTTP.";

    /// <summary>Routes that have one way only, or whose input is a file or a link; each with the reason.</summary>
    private static readonly Dictionary<string, string> Apart = new()
    {
        ["POST /api/citations"] = "It changes nothing; CitationJourneyTests and CitationPageTests look references up both ways.",
        ["POST /find/citation"] = "It changes nothing; CitationJourneyTests and CitationPageTests look references up both ways.",
        ["POST /api/options"] = "It changes nothing; the page that shows the options is read with GET.",
        ["POST /api/requests/renew-all"] = "No input; RenewAllTests renews all loans both ways.",
        ["POST /requests/renew-all"] = "No input; RenewAllTests renews all loans both ways.",
        ["POST /api/requests/{id}/messages"] = "It is never in the wrong state; ConversationTests and ConversationPageTests write both ways.",
        ["POST /requests/{id}/messages"] = "It is never in the wrong state; ConversationTests and ConversationPageTests write both ways.",
        ["POST /sign-out"] = "The API has no session.",
        ["POST /account/devices"] = "The API has no session; DevicesTests signs out here and there.",
        ["POST /sign-out/back-channel"] = "The identity provider calls it; ProviderSignOutTests and LogoutTokenTests do.",
        ["POST /language"] = "It is about the pages only.",
        ["POST /api/downloads/{token}"] = "The link in the mail; DownloadPageTests reads both.",
        ["POST /downloads/{token}"] = "The link in the mail; DownloadPageTests reads both.",
        ["POST /api/answers/{token}"] = "The link in a letter to a library; AnswerPageTests and LibrariesByMailTests use both.",
        ["POST /answer/{token}"] = "The link in a letter to a library; AnswerPageTests and LibrariesByMailTests use both.",
        ["POST /api/lending/answers/{token}"] = "The link in a letter to a borrower; BorrowersByLetterTests and BorrowerAnswerPageTests use both.",
        ["POST /lending/answer/{token}"] = "The link in a letter to a borrower; BorrowersByLetterTests and BorrowerAnswerPageTests use both.",
        ["POST /lending/files/{token}"] = "The link of a borrowing library; LendingAnswersTests uses it.",
        ["PUT /api/staff/requests/{id}/file"] = "The pages have no form for it.",
        ["PUT /api/staff/lending/{id}/file"] = "A file; LendingAnswersTests and LendingJourney upload it.",
        ["POST /staff/lending/{id}/file"] = "A file; LendingAnswersTests and LendingJourney upload it.",
        ["POST /staff/new-partner"] = "The API adds and changes with one call; the page refuses to add a symbol twice (DirectoryTests).",
        ["PUT /api/staff/letters/{notice}/{language}"] = "LettersPageTests and LettersTests change letters both ways.",
        ["DELETE /api/staff/letters/{notice}/{language}"] = "LettersPageTests and LettersTests put the shipped text back both ways.",
        ["POST /staff/letters/{notice}"] = "LettersPageTests and LettersTests change letters both ways.",
        ["POST /staff/letters/{notice}/preview"] = "It changes nothing; the API previews with dryRun=true.",
        ["PUT /api/staff/rates"] = "One form on one page; RatesPageTests enters, refuses and removes rates both ways.",
        ["POST /staff/rates"] = "One form on one page; RatesPageTests enters, refuses and removes rates both ways.",
        ["POST /api/staff/closures"] = "One form on one page; ClosuresPageTests closes a day and takes it back both ways.",
        ["DELETE /api/staff/closures/{id}"] = "A button on one page; ClosuresPageTests closes a day and takes it back both ways.",
        ["PUT /api/staff/holidays/{year}"] = "A document once a year; HolidaysPageTests confirms the computed list on the page.",
        ["POST /staff/holidays"] = "One button on one page; HolidaysPageTests presses it.",
        ["POST /staff/closures"] = "One form on one page; ClosuresPageTests closes a day and takes it back both ways.",
        ["POST /staff/closures/{id}"] = "A button on one page; ClosuresPageTests closes a day and takes it back both ways.",
        ["POST /api/staff/lending/batch"] = "LendingListTests picks books both ways.",
        ["POST /staff/lending/worklists/{name}"] = "LendingListTests picks books both ways.",
        ["POST /api/staff/invoices"] = "InvoicesTests and InvoicePagesTests issue invoices both ways.",
        ["POST /api/staff/invoices/{number}/{action}"] = "InvoicesTests and InvoicePagesTests take every action both ways.",
        ["POST /staff/invoices"] = "InvoicesTests and InvoicePagesTests issue invoices both ways.",
        ["POST /staff/invoices/{number}"] = "InvoicesTests and InvoicePagesTests take every action both ways.",
        ["POST /api/staff/partners/import"] = "A document; DirectoryDocumentTests imports it.",
        ["POST /staff/directory/import"] = "A document; DirectoryDocumentTests imports it.",
        ["POST /staff/requests/{id}/person"] = "It changes nothing: it shows who the patron is, and AuditPagesTests reads it.",
        ["POST /api/staff/proposals/{id}/approve"] = "StaffPowerTests and ProposalPagesTests decide both ways.",
        ["POST /api/staff/proposals/{id}/reject"] = "StaffPowerTests and ProposalPagesTests decide both ways.",
        ["POST /staff/proposals/{id}"] = "StaffPowerTests and ProposalPagesTests decide both ways.",
        ["POST /api/staff/policies"] = Policies,
        ["POST /api/staff/policies/check"] = "It keeps and changes nothing.",
        ["PUT /api/staff/policies/{version}"] = Policies,
        ["DELETE /api/staff/policies/{version}"] = Policies,
        ["POST /api/staff/policies/{version}/put-in-force"] = Policies,
        ["POST /api/staff/policies/{version}/cancel"] = Policies,
        ["POST /api/staff/policies/{version}/again"] = Policies,
        ["POST /staff/policies"] = Policies,
        ["POST /staff/policies/{version:int}"] = Policies,
        ["POST /staff/policies/{version:int}/fields"] = "The API has the document; PolicyFieldsPageTests changes a draft in fields.",
        ["POST /api/staff/views"] = "HandlingPagesTests keeps and removes views both ways.",
        ["DELETE /api/staff/views/{view}"] = "HandlingPagesTests keeps and removes views both ways.",
        ["POST /staff/views"] = "HandlingPagesTests keeps and removes views both ways.",
        ["POST /staff/views/{view}/remove"] = "HandlingPagesTests keeps and removes views both ways.",
        ["POST /api/staff/patrons/{patronId}/end-sessions"] = "EndingSessionsTests ends sessions both ways.",
        ["POST /staff/sessions"] = "EndingSessionsTests ends sessions both ways.",
        ["POST /staff/directory/take-over"] = "The document after the review; DirectoryDocumentTests imports it.",
    };

    [Fact]
    public void Every_route_that_changes_something_is_tested_both_ways_or_says_why_not()
    {
        var table = RouteTable.Of(fixture.Bench);
        IEnumerable<AnAction> actions =
        [
            .. PatronsActions.All, StaffsActions.Edit, StaffsActions.AddLibrary, StaffsActions.LibrarySaid, StaffsActions.Batch, StaffsActions.Scan,
            StaffsActions.KeyIn,
        ];
        string[] tested =
        [
            .. actions.Select(action => action.Api), .. actions.Select(action => action.Page),
            .. StaffsActions.OnRequests.Concat(StaffsActions.OnLendings).Select(action => action.Page), .. Named,
        ];

        table.Count.ShouldBeGreaterThan(50);
        table.Except(tested).Except(Apart.Keys).ShouldBeEmpty("Add the route to a theory of both ways.");
        Named.Concat(Apart.Keys).Except(table).ShouldBeEmpty("These routes do not exist any more.");
        Apart.Keys.Intersect(tested).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_patron_reaches_a_route_of_staff_either_way()
    {
        var patron = new ACaller(fixture.Bench, fixture.Bench.NewPatron());
        var routes = RouteTable.Of(fixture.Bench).Where(route => route.Contains("/staff/", StringComparison.Ordinal)).ToList();

        routes.Count.ShouldBeGreaterThan(25);
        foreach (var route in routes)
        {
            var path = System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]*\}", "1");
            var answer = path.Contains(" /api/", StringComparison.Ordinal) ? await patron.CallAsync(path, "{}") : await patron.SendAsync(path, "action=note");
            answer.Status.ShouldBe(403, route);
        }
    }
}
