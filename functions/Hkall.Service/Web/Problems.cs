using System.Globalization;
using System.Text.Json;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Texts;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Web;

/// <summary>A call is malformed: RFC 9457 with a stable code, and the faulty fields if there are any.</summary>
public sealed class BadInputException(int status, string code, Text detail, IReadOnlyDictionary<string, Text[]>? errors = null) : Exception(detail.English)
{
    public int Status => status;

    public string Code => code;

    public Text Detail => detail;

    public IReadOnlyDictionary<string, Text[]>? Errors => errors;

    public static BadInputException Field(string field, string code, Text why) =>
        new(StatusCodes.Status400BadRequest, code, why, new Dictionary<string, Text[]> { [field] = [why] });
}

/// <summary>An answer that refuses.</summary>
public interface IRefusing
{
    /// <summary>Whether it shows what there is all the same.</summary>
    bool ShowsSomething { get; }
}

/// <summary>Problem documents, the only form in which this service refuses; on a page they are pages.</summary>
public static class Problems
{
    /// <summary>How many seconds a client waits after "not now": long enough for a failover, short enough for a person.</summary>
    public const int RetryAfterSeconds = 10;

    public static IResult Of(int status, string code, Text detail, IReadOnlyDictionary<string, Text[]>? errors = null) =>
        new Problem(status, code, detail, errors);

    /// <summary>The request is no longer as the caller saw it. The answer carries it as it is now.</summary>
    /// <param name="now">The request, as the call would have answered with it.</param>
    public static IResult ChangedSince<TView>(TView now) =>
        ((Problem)Of(StatusCodes.Status412PreconditionFailed, "changed-since", "The request has changed since you saw it. Nothing was done."))
            .With(JsonSerializer.SerializeToElement(now, PagedJson.Options));

    /// <summary>The caller gave another order under this key before.</summary>
    public static IResult KeyReused() => Of(
        StatusCodes.Status409Conflict, "idempotency-key-reused", "This Idempotency-Key was used for another request.");

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, "not-found", "There is no such thing here.");

    public static IResult NotNow(string code, Text detail) => new Delayed(Of(StatusCodes.Status503ServiceUnavailable, code, detail), RetryAfterSeconds);

    private const string NotSignedCode = "bad-signature";

    /// <summary>A message whose signature is not that of the library it speaks for.</summary>
    public static IResult NotSigned(Text detail) => Of(StatusCodes.Status401Unauthorized, NotSignedCode, detail);

    /// <summary>The caller has done this as often as allowed.</summary>
    public static IResult TooOften(TimeSpan after) => new Delayed(
        Of(StatusCodes.Status429TooManyRequests, "too-often", "This was done too often in a short time. Please try again later."),
        Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)));

    /// <summary>
    /// 422 if the patron or the item is the reason, 410 for a closed download, 404 for a missing thing, 428 if the order does not say what it
    /// is about, 409 if the request's state is the reason.
    /// </summary>
    public static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.InvalidItem or Refusal.NotEligible or Refusal.NotOffered or Refusal.HeldHere or Refusal.CopyrightLimit or Refusal.DeclarationRequired
            or Refusal.NotOfficeEligible
            or Refusal.ComplianceRequired or Refusal.WrongAmount or Refusal.NoRate or Refusal.DateNotPossible => StatusCodes.Status422UnprocessableEntity,
        Refusal.NoSuchFee => StatusCodes.Status404NotFound,
        Refusal.NotNamed => StatusCodes.Status428PreconditionRequired,
        Refusal.NoDownloadsLeft or Refusal.WindowClosed => StatusCodes.Status410Gone,
        Refusal.QuotaReached or Refusal.Blocked or Refusal.AccountUnknown or Refusal.NothingOwed or Refusal.DuplicateRequest or Refusal.TooLate
            or Refusal.NoAddress or Refusal.NoFile or Refusal.NotExpected or Refusal.NotOnShelf
            or Refusal.LibraryUseOnly or Refusal.NotWithPatron or Refusal.NothingToSendBack or Refusal.NoSupplierAsked or Refusal.NothingToLose
            or Refusal.NotACopy or Refusal.AlreadyClosed or Refusal.NothingToDecide or Refusal.NothingToDeclare or Refusal.NotInReview
            or Refusal.NobodyToAsk or Refusal.AlreadyAsked or Refusal.RotaFull or Refusal.PriceChanged or Refusal.OtherLibrary or Refusal.BalanceChanged
            or Refusal.StatusChanged or Refusal.WhichLibrary or Refusal.ResupplyLimit or Refusal.NotShipped or Refusal.LibraryNotAsked
            or Refusal.AskFirst or Refusal.NobodyToAskByHand or Refusal.NothingToTell or Refusal.AlreadyAnswered
            or Refusal.CardEnds or Refusal.TermEnds or Refusal.NotRenewable or Refusal.PastRenewalDeadline or Refusal.AlreadyRecalled or Refusal.RenewalLimit
            or Refusal.AlreadyPromised or Refusal.NotPromised or Refusal.NotALoan or Refusal.BarcodeRequired or Refusal.CancelToAnswer or Refusal.NotLent
            or Refusal.NothingToUndo or Refusal.NotClosed or Refusal.NothingToCharge or Refusal.NoRenewalAsked or Refusal.NoCancelAsked
            or Refusal.NothingToInvoice or Refusal.InvoiceNotSent or Refusal.InvoicePaid or Refusal.InvoiceClosed or Refusal.NothingToPay
            or Refusal.AlreadyReminded or Refusal.NothingToTakeBack
            or Refusal.TooManyMessages or Refusal.NothingToStop
            or Refusal.SecondPersonNeeded or Refusal.OwnProposal or Refusal.ProposalOver or Refusal.ProposalStale => StatusCodes.Status409Conflict,
    };

    public static IResult Of(Refusal refusal, string why) => Of(StatusOf(refusal), Names.Of(refusal), why);

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request cannot be read.",
        StatusCodes.Status401Unauthorized => "Please sign in.",
        StatusCodes.Status403Forbidden => "This is not allowed.",
        StatusCodes.Status404NotFound => "Not found.",
        StatusCodes.Status405MethodNotAllowed => "This cannot be done here.",
        StatusCodes.Status409Conflict => "Not as things stand.",
        StatusCodes.Status410Gone => "No longer available.",
        StatusCodes.Status412PreconditionFailed => "It has changed.",
        StatusCodes.Status413PayloadTooLarge => "Too large.",
        StatusCodes.Status415UnsupportedMediaType => "The form of the content is not supported.",
        StatusCodes.Status422UnprocessableEntity => "The request cannot be taken.",
        StatusCodes.Status428PreconditionRequired => "Please say what it is about.",
        StatusCodes.Status429TooManyRequests => "Too often; please wait.",
        StatusCodes.Status503ServiceUnavailable => "Not now; please try again.",
        _ => "Something went wrong.",
    };

    /// <summary>A problem document, or the same content as a page if a page was requested.</summary>
    private sealed class Problem(int status, string code, Text detail, IReadOnlyDictionary<string, Text[]>? errors) : IResult, IRefusing
    {
        private JsonElement? _request;

        public bool ShowsSomething => _request is not null;

        /// <summary>The same, with the request as it is now.</summary>
        public Problem With(JsonElement request)
        {
            _request = request;
            return this;
        }

        public Task ExecuteAsync(HttpContext context)
        {
            var pages = context.RequestServices.GetService<IErrorPages>();
            return (pages?.AreWanted(context) == true ? pages.Of(status, code, detail, errors) : Document()).ExecuteAsync(context);
        }

        private IResult Document()
        {
            // A machine that signs its messages does not sign in.
            var title = code == NotSignedCode ? "The signature is not valid." : TitleOf(status);
            var problem = new ProblemDetails { Status = status, Title = title, Detail = detail.English, Type = $"urn:hkall:problem:{code}" };
            problem.Extensions["code"] = code;
            if (errors is not null)
            {
                problem.Extensions["errors"] = errors.ToDictionary(error => error.Key, error => error.Value.Select(why => why.English));
            }

            if (_request is { } request)
            {
                problem.Extensions["request"] = request;
            }

            return Results.Json(problem, statusCode: status, contentType: "application/problem+json");
        }
    }

    private sealed class Delayed(IResult inner, int seconds) : IResult, IRefusing
    {
        public bool ShowsSomething => false;

        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return inner.ExecuteAsync(context);
        }
    }
}

/// <summary>Turns an exception into a problem document. Only an unexpected one is a 500, and that reveals no internals.</summary>
public sealed partial class ProblemHandler(ILogger<ProblemHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var result = exception switch
        {
            BadInputException bad => Problems.Of(bad.Status, bad.Code, bad.Detail, bad.Errors),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                Problems.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is larger than this call takes."),
            BadHttpRequestException bad => Problems.Of(bad.StatusCode, "bad-request", "The request cannot be read."),
            BlobTooLargeException large =>
                Problems.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", $"The file is larger than {large.MaxBytes} bytes."),
            StorageUnavailableException => Problems.NotNow("storage-unavailable", "The records cannot be reached. Nothing was changed that was not confirmed."),
            RequestBusyException => Problems.NotNow("busy", "Others are changing the same request. Please try again."),
            TooManyUploadsException => Problems.NotNow("too-many-uploads", "Too many files are being sent at once. Please try again."),
            TooOftenException often => Problems.TooOften(often.After),
            InfectedFileException infected => Problems.Of(
                StatusCodes.Status422UnprocessableEntity, "infected-file", $"Malware was found in the file ({infected.Malware}). It was not stored."),
            FileNotScannedException => Problems.NotNow("file-not-scanned", "The file cannot be checked for malware now. Please try again."),
            HistoryFullException => Problems.Of(StatusCodes.Status409Conflict, "history-full", "The request's history is full; please ask the Library."),
            // A form cannot be read while the storage of its keys is down; the storage error may be several exceptions deep.
            _ when exception.GetBaseException() is StorageUnavailableException =>
                Problems.NotNow("storage-unavailable", "The records cannot be reached. Nothing was changed that was not confirmed."),
            // The caller has disconnected, so nothing needs an answer. The server may report this before it cancels the request.
            ConnectionResetException or ConnectionAbortedException => Results.Empty,
            OperationCanceledException when context.RequestAborted.IsCancellationRequested => Results.Empty,
            _ => null,
        };
        if (result is null)
        {
            // The exception middleware has removed the endpoint from the context and put it here.
            Unforeseen(log, context.Request.Method, context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName, exception);
            result = Problems.Of(
                StatusCodes.Status500InternalServerError, "internal-error", "Something went wrong. The request id helps the Library to find it.");
        }

        await result.ExecuteAsync(context);
        return true;
    }

    [LoggerMessage(3501, LogLevel.Error, "{Method} {Endpoint} failed")]
    private static partial void Unforeseen(ILogger log, string method, string? endpoint, Exception failure);
}
