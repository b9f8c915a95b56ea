using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hkall.Domain.Accounts;
using Hkall.Domain.Calendar;
using Hkall.Domain.Fees;
using Hkall.Service.Engine;
using Polly;

namespace Hkall.Service.Circulation.Alma;

/// <summary>
/// The Library's circulation system, through the Alma users API. A query is one call: <c>expand=loans,requests</c> returns the
/// two totals with the user, the blocks and the expiry date of the card.
/// </summary>
public sealed class AlmaCirculation(IHttpClientFactory clients, AlmaOptions options, TimeProvider clock) : ICirculation
{
    /// <summary>The name of the HTTP client, under which its handlers are registered.</summary>
    public const string Client = "alma";

    private const string Active = "ACTIVE";
    private const int LongestBlock = 200;

    /// <summary>In bytes. An answer has some kilobytes; anything larger is not an answer.</summary>
    internal const int LargestAnswer = 1024 * 1024;

    /// <summary>"User with identifier … was not found", in its three forms.</summary>
    private static readonly HashSet<string> NotFound = ["401861", "401890", "4019998"];

    /// <summary>The states of a fee in which we look for ours: it may have been paid since we entered it.</summary>
    private static readonly string[] FeeStates = ["ACTIVE", "CLOSED", "EXPORTED", "INDISPUTE"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<AccountAnswer> AskAsync(string libraryId, CancellationToken cancellation)
    {
        try
        {
            using var answer = await GetAsync(PathOf(libraryId, "?view=full&expand=loans,requests"), cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                return await IsUnknownPatronAsync(answer, cancellation)
                    ? new AccountAnswer.UnknownPatron()
                    : new AccountAnswer.NoAnswer(Told(answer));
            }

            var user = await ReadAsync<AlmaUser>(answer, cancellation);
            return Read(user) is { } account ? new AccountAnswer.Known(account) : new AccountAnswer.NoAnswer("an answer without its numbers");
        }
        catch (Exception failure) when (IsTrouble(failure, cancellation))
        {
            return new AccountAnswer.NoAnswer(failure.GetType().Name);
        }
    }

    public async Task<Attempt> EnterAsync(FeeEntry entry, bool again, CancellationToken cancellation)
    {
        try
        {
            if (again && await IsEnteredAsync(entry, cancellation))
            {
                return new Attempt.Delivered();
            }
        }
        catch (Exception failure) when (IsTrouble(failure, cancellation))
        {
            // This try entered nothing; whether an earlier one did is still unknown.
            return new Attempt.Later(null, failure.GetType().Name);
        }

        try
        {
            var fee = new AlmaFee
            {
                Type = new Coded { Value = TypeOf(entry.Kind) },
                OriginalAmount = entry.Amount.Amount,
                Owner = new Coded { Value = options.FeeOwner },
                Comment = $"HKALL and Partners, request {entry.Reference} [{entry.Key}]",
            };
            using var post = New(HttpMethod.Post, PathOf(entry.LibraryId, "/fees"));
            post.Content = JsonContent.Create(fee, options: Json);
            using var answer = await clients.CreateClient(Client).SendAsync(post, cancellation);
            return Read(answer);
        }
        catch (Exception failure) when (IsTrouble(failure, cancellation))
        {
            return new Attempt.Unknown(failure.GetType().Name);
        }
    }

    private static Attempt Read(HttpResponseMessage answer) => (int)answer.StatusCode switch
    {
        >= 200 and < 300 => new Attempt.Delivered(),
        (int)HttpStatusCode.TooManyRequests => new Attempt.Later(answer.Headers.RetryAfter?.Delta, Told(answer)),

        // The fault is ours to fix, in the key and its permissions; the fee itself is valid.
        (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden => new Attempt.Later(null, Told(answer)),
        (int)HttpStatusCode.RequestTimeout or >= 500 => new Attempt.Unknown(Told(answer)),
        _ => new Attempt.Refused(Told(answer)),
    };

    /// <summary>Codes of Alma's table of fine and fee types; an amount taken off the account is a credit.</summary>
    private static string TypeOf(LedgerKind kind) => kind switch
    {
        LedgerKind.OverdueFine => "OVERDUEFINE",
        LedgerKind.Replacement => "LOSTITEMREPLACEMENTFEE",
        LedgerKind.Processing => "LOSTITEMPROCESSFEE",
        LedgerKind.SupplyCharge => "DOCUMENTDELIVERYSERVICE",
        LedgerKind.Damage => "DAMAGEDITEMFINE",
        LedgerKind.Other => "OTHER",
        LedgerKind.Settlement or LedgerKind.Waiver or LedgerKind.TakenOff or LedgerKind.PaidBack => "CREDIT",
    };

    private OwnAccount? Read(AlmaUser user)
    {
        if (!int.TryParse(user.Loans?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var loans)
            || !int.TryParse(user.Requests?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var requests))
        {
            return null;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), LibraryCalendar.HongKong).DateTime);
        var blocks = (user.UserBlock ?? [])
            .Where(block => block.Status == Active && !(DateOf(block.ExpiryDate) < today))
            .Select(block => Text(block.Description));
        return new OwnAccount
        {
            CheckOuts = loans,
            Holds = requests,
            Blocks = [.. user.Status?.Value is null or Active ? [] : (string[])["the account is not active."], .. blocks.Distinct()],
            CardExpiresOn = DateOf(user.ExpiryDate),
        };
    }

    private static string Text(Coded? description)
    {
        var text = (description?.Desc ?? description?.Value ?? "ask at the Service Counter").Trim();
        return (text.Length > LongestBlock ? text[..LongestBlock] : text) + (text.EndsWith('.') ? string.Empty : ".");
    }

    /// <summary>Dates arrive as <c>2030-01-16Z</c>, instants as <c>2013-01-03T14:04:00Z</c>; we use the leading date.</summary>
    private static DateOnly? DateOf(string? date) =>
        date is { Length: >= 10 } && DateOnly.TryParseExact(date[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    /// <exception cref="HttpRequestException">Alma did not return one of the lists: the fee may be in it.</exception>
    private async Task<bool> IsEnteredAsync(FeeEntry entry, CancellationToken cancellation)
    {
        foreach (var state in FeeStates)
        {
            using var answer = await GetAsync(PathOf(entry.LibraryId, $"/fees?status={state}"), cancellation);
            answer.EnsureSuccessStatusCode();
            var fees = await ReadAsync<AlmaFees>(answer, cancellation);
            if (fees.Fee?.Any(fee => fee.Comment?.Contains($"[{entry.Key}]", StringComparison.Ordinal) == true) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<bool> IsUnknownPatronAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.NotFound))
        {
            return false;
        }

        var errors = await ReadAsync<AlmaErrors>(answer, cancellation);
        return errors.ErrorList?.Error?.Any(error => error.ErrorCode is { } code && NotFound.Contains(code)) == true;
    }

    private async Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellation)
    {
        using var get = New(HttpMethod.Get, path);
        return await clients.CreateClient(Client).SendAsync(get, cancellation);
    }

    private HttpRequestMessage New(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(options.Address, path));
        request.Headers.TryAddWithoutValidation("Authorization", $"apikey {options.ApiKey}");
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    private static string PathOf(string libraryId, string rest) => $"/almaws/v1/users/{Uri.EscapeDataString(libraryId)}{rest}";

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellation) =>
        await answer.Content.ReadFromJsonAsync<T>(Json, cancellation) ?? throw new JsonException("An empty answer.");

    private static string Told(HttpResponseMessage answer) => string.Create(CultureInfo.InvariantCulture, $"Alma answered {(int)answer.StatusCode}.");

    /// <summary>No connection, no answer in time, no tries left, or an answer that is not JSON.</summary>
    private static bool IsTrouble(Exception failure, CancellationToken cancellation) => failure switch
    {
        HttpRequestException or JsonException or NotSupportedException or InvalidOperationException or ExecutionRejectedException or IOException => true,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => false,
    };
}
