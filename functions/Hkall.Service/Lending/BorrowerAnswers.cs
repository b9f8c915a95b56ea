using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>A letter of ours to a borrower whose link was opened: the request as it stands, and what the borrower can answer now.</summary>
public sealed record OpenedBorrowerLetter(
    AnswerLink Link, LendingRequest Request, string Reference, IReadOnlyList<BorrowerAnswer> Choices, IReadOnlyList<BorrowerAnswer> Given);

/// <summary>
/// Answers of borrowers by the link in a letter. An answer takes the way of the borrower's own message. Opening the link changes nothing:
/// mail scanners open links.
/// </summary>
public sealed class BorrowerAnswers(
    AnswerTokens tokens, RequestStore<LendingRequest, LendingEvent> store, LendingRequestProcessor processor, PartnerDirectory directory, OwnLibrary own)
{
    /// <summary>Days after which the link of a letter about a closed request ends.</summary>
    public const int DaysAfterClose = 90;

    /// <returns>Null if we did not make the token, or if it has ended: nobody learns which.</returns>
    public async Task<OpenedBorrowerLetter?> OpenAsync(string token, CancellationToken cancellation) =>
        tokens.ReadBorrowers(token) is { } link
        && await store.ReadAsync(link.RequestId, link.RequestId, cancellation) is { } stored
        && (await directory.FindAsync(link.Symbol, cancellation) is not { } partner || Hearing.Admits(partner))
            ? Opened(link, stored.Request)
            : null;

    /// <param name="read">Reads the input; it is read only if the link is one of ours.</param>
    /// <exception cref="BadInputException">The input is invalid.</exception>
    public async Task<Outcome<LendingRequest>> AnswerAsync(string token, Func<Task<BorrowerAnswerForm>> read, CancellationToken cancellation)
    {
        if (await OpenAsync(token, cancellation) is not { } letter)
        {
            return new NoSuchRequest<LendingRequest>();
        }

        var form = await read();
        var news = form.ToNews(letter.Link);

        // The rules set aside what does not fit, since a system cannot be asked back. A person can: they read why.
        return letter.Choices.Contains(form.Answer) || letter.Given.Contains(form.Answer)
            ? await processor.HandleAsync(letter.Link.RequestId, news, Actor.Link, cancellation)
            : new CommandRefused<LendingRequest>(Refusal.AlreadyAnswered, "The request does not wait for this answer.");
    }

    /// <summary>What the borrower can answer in this status, the likeliest first.</summary>
    public static IReadOnlyList<BorrowerAnswer> ChoicesOf(LendingRequest request)
    {
        BorrowerAnswer[] arrival = request.Arrived ? [] : [BorrowerAnswer.Received];
        return request.Status switch
        {
            LendingStatus.Conditional => [BorrowerAnswer.ConditionsAccepted, BorrowerAnswer.ConditionsDeclined, BorrowerAnswer.Notification],
            LendingStatus.ToAnswer or LendingStatus.ToPull or LendingStatus.ToShip or LendingStatus.ToScan =>
                [BorrowerAnswer.Cancel, BorrowerAnswer.Notification],
            LendingStatus.Shipped or LendingStatus.OnLoan =>
                [.. arrival, BorrowerAnswer.Renew, BorrowerAnswer.ShippedReturn, BorrowerAnswer.Lost, BorrowerAnswer.Notification],
            LendingStatus.RenewalAsked or LendingStatus.Overdue or LendingStatus.Recalled =>
                [.. arrival, BorrowerAnswer.ShippedReturn, BorrowerAnswer.Lost, BorrowerAnswer.Notification],
            LendingStatus.Supplied => [BorrowerAnswer.Received, BorrowerAnswer.Notification],
            LendingStatus.CancelAsked or LendingStatus.Returning => [BorrowerAnswer.Notification],
            LendingStatus.Completed or LendingStatus.Unfilled or LendingStatus.RetryPossible or LendingStatus.Cancelled or LendingStatus.Lost => [],
        };
    }

    private OpenedBorrowerLetter? Opened(AnswerLink link, LendingRequest request)
    {
        if (link.Symbol != request.Borrower.Symbol || (request.ClosedAt is { } closed && processor.Now >= closed.AddDays(DaysAfterClose)))
        {
            return null;
        }

        var given = Enum.GetValues<BorrowerAnswer>()
            .Where(answer => request.Heard.Contains(RequestFold.MarkOf(link.Symbol, BorrowerAnswerForm.MessageIdOf(link, answer)))).ToList();
        return new OpenedBorrowerLetter(link, request, own.ReferenceOf(request.Id), [.. ChoicesOf(request).Except(given)], given);
    }
}
