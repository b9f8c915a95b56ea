using System.Text;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Iso18626.Vendors;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.LocalHost.Libraries;

/// <summary>A simulated library's side of ISO 18626: it reads our messages and writes its steps as XML.</summary>
internal static class IsoSpeaking
{
    /// <summary>Our message in the terms of the scenarios; null where it is not a message of ours to a supplier.</summary>
    /// <param name="asked">The request that the message is about, where the library has received it.</param>
    public static OutgoingMessage? Heard(
        ReadMessage read, string messageId, SimulatedLibrary library, OutgoingMessage? asked, PublicAddress address, DateTimeOffset now)
    {
        if (read is not { Faults.Count: 0, Message: { } message, Header.RequesterRequestId: { } theirId } || Word(message, library.Symbol) is not { } word)
        {
            return null;
        }

        var requestId = theirId.Split('-')[0];
        var service = message is SupplyRequest { Service.Service: RequestedService.Copy } || asked?.Service == ServiceType.Copy
            ? ServiceType.Copy : ServiceType.Loan;
        return new OutgoingMessage
        {
            MessageId = messageId,
            Message = word,
            RequestId = requestId,
            To = library.Symbol,
            Service = service,
            Item = message is SupplyRequest { Item.Title: { } title } request
                ? new Item { Title = title, Author = request.Item.Author } : asked?.Item ?? new Item { Title = "?" },
            At = now,
            CallbackUrl = address.Callbacks(library.Symbol),
            FileUrl = service == ServiceType.Copy ? address.File(library.Symbol, requestId) : null,
        };
    }

    /// <summary>The id of the request that a message is about.</summary>
    public static string? RequestIdIn(ReadMessage read) => read.Header?.RequesterRequestId?.Split('-')[0];

    public static byte[] Confirmation(ReadMessage read, DateTimeOffset now, IsoVersion version, bool understood)
    {
        var header = new ConfirmationHeader
        {
            Supplier = read.Header?.Supplier,
            Requester = read.Header?.Requester,
            Timestamp = read.Header?.Timestamp ?? now,
            RequesterRequestId = read.Header?.RequesterRequestId,
            Received = now,
            Status = understood ? MessageStatus.OK : MessageStatus.ERROR,
        };
        IReadOnlyList<ErrorData> errors = understood ? [] : [new ErrorData { Type = ErrorType.BadlyFormedMessage }];
        return IsoXml.Write(
            read.Kind == MessageKind.RequesterMessage
                ? new RequesterMessageConfirmation { Header = header, Action = (read.Message as RequesterMessage)?.Action, Errors = errors }
                : new RequestConfirmation { Header = header, Errors = errors },
            version);
    }

    /// <summary>A step as XML, with the flaw that the step asks for.</summary>
    public static byte[] Step(PendingStep pending, Speech speech, OwnLibrary library)
    {
        var xml = IsoXml.Write(VendorProfile.Of(speech.Vendor).Told(Message(pending, library)), speech.Version);
        return pending.Step.Flaw switch
        {
            Flaw.None or Flaw.SentTwice or Flaw.BadSignature => xml,
            Flaw.NotJson => xml[..^12],
            Flaw.UnknownStatus =>
                Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(xml).Replace("<status>", "<status>ShelvedUpsideDown", StringComparison.Ordinal)),
        };
    }

    private static RequestingAction? Word(IsoMessage message, string symbol) => message switch
    {
        SupplyRequest request => request.Service!.RequestType switch
        {
            RequestType.New or null => Domain.RequestingAction.Request,
            RequestType.Retry => Domain.RequestingAction.Retry,
            RequestType.Reminder => Domain.RequestingAction.Reminder,
        },
        RequesterMessage requester => requester.Action switch
        {
            RequesterAction.StatusRequest => Domain.RequestingAction.AskStatus,
            RequesterAction.Received => Domain.RequestingAction.Received,
            RequesterAction.Cancel => Domain.RequestingAction.Cancel,
            RequesterAction.Renew => Domain.RequestingAction.Renew,
            RequesterAction.ShippedReturn => Domain.RequestingAction.Returned,
            RequesterAction.Lost => Domain.RequestingAction.Lost,
            RequesterAction.Notification when requester.Note?.StartsWith("The item is damaged", StringComparison.Ordinal) == true =>
                Domain.RequestingAction.Damaged,
            RequesterAction.Notification when requester.Note?.StartsWith("Not all parts", StringComparison.Ordinal) == true =>
                Domain.RequestingAction.PartsMissing,
            RequesterAction.Notification when requester.Note?.StartsWith("We said that we ", StringComparison.Ordinal) == true
                || requester.Note?.StartsWith("We said that the item ", StringComparison.Ordinal) == true
                || requester.Note?.StartsWith("We gave wrong details", StringComparison.Ordinal) == true => Domain.RequestingAction.Correction,
            RequesterAction.Notification when requester.Note?.Contains(" was agreed, and not ", StringComparison.Ordinal) == true =>
                Domain.RequestingAction.DisputeCharge,
            RequesterAction.Notification =>
                requester.Note?.StartsWith("The item is lost", StringComparison.Ordinal) == true ? Domain.RequestingAction.Lost
                : VendorProfile.AnswerToConditions(requester) == true || requester.Note?.Contains("Agree", StringComparison.OrdinalIgnoreCase) == true
                    || requester.Note?.StartsWith("The copy supplied", StringComparison.Ordinal) == true
                    ? Domain.RequestingAction.AcceptCost
                : Domain.RequestingAction.Note,
            RequesterAction.ShippedForward or RequesterAction.HoldReturn or null => null,
        },
        _ => null,
    };

    private static SupplierMessage Message(PendingStep pending, OwnLibrary library)
    {
        var step = pending.Step;
        var (reason, status, answer) = Says(step.News);
        return new SupplierMessage
        {
            Header = new Header
            {
                Supplier = AgencyId.Parse(pending.Library.AgencyId),
                Requester = AgencyId.Parse(library.AgencyId),
                Timestamp = step.Due,
                RequesterRequestId = pending.Answers.RequestId,
                SupplierRequestId = $"{pending.Library.Symbol}-{pending.Answers.RequestId}",
            },
            Info = new MessageInfo
            {
                Reason = reason,
                Answer = answer,
                ReasonUnfilled = step is { News: News.Unfilled, Reason: { } why } ? new Code(AsCode(why)) : null,
                ReasonRetry = step is { News: News.RetryPossible, Reason: { } retry } ? new Code(AsCode(retry)) : null,
                Note = step.News is News.RenewalDeclined or News.CancelDeclined or News.Note ? step.Reason : null,
                Retry = step.Cost is { } cost ? new RetryInfo { OfferedCosts = [new Costs(new Code("HKD"), cost)] }
                    : step is { News: News.RetryPossible, DueOn: { } after } ? new RetryInfo { After = WholeDay(after) }
                    : null,
            },
            Status = new StatusInfo
            {
                Status = status,
                Due = step is { News: not News.RetryPossible, DueOn: { } due } ? WholeDay(due) : null,
                LastChange = step.Due
            },
            Delivery = step.News == News.Shipped || step.LibraryUseOnly
                ? new DeliveryInfo
                {
                    Sent = step.Due,
                    ItemIds = [$"{pending.Library.Symbol}-{pending.Answers.RequestId[^6..]}"],
                    LoanConditions = step.LibraryUseOnly ? [new Code("LibraryUseOnly")] : []
                }
                : null,
        };
    }

    private static (ReasonForMessage Reason, SupplyStatus Status, YesNo? Answer) Says(News news) => news switch
    {
        News.WillSupply or News.Conditional => (ReasonForMessage.RequestResponse, SupplyStatus.WillSupply, null),
        News.ExpectToSupply => (ReasonForMessage.RequestResponse, SupplyStatus.ExpectToSupply, null),
        News.RetryPossible => (ReasonForMessage.RequestResponse, SupplyStatus.RetryPossible, null),
        News.Unfilled => (ReasonForMessage.RequestResponse, SupplyStatus.Unfilled, null),
        News.Shipped => (ReasonForMessage.StatusChange, SupplyStatus.Loaned, null),
        News.CopyReady or News.Scan => (ReasonForMessage.StatusChange, SupplyStatus.CopyCompleted, null),
        News.Cancelled => (ReasonForMessage.CancelResponse, SupplyStatus.Cancelled, YesNo.Y),
        News.CancelDeclined => (ReasonForMessage.CancelResponse, SupplyStatus.Loaned, YesNo.N),
        News.Recalled => (ReasonForMessage.StatusChange, SupplyStatus.Recalled, null),
        News.Renewed => (ReasonForMessage.RenewResponse, SupplyStatus.Loaned, YesNo.Y),
        News.RenewalDeclined => (ReasonForMessage.RenewResponse, SupplyStatus.Loaned, YesNo.N),
        News.Overdue => (ReasonForMessage.StatusChange, SupplyStatus.Overdue, null),
        News.Completed => (ReasonForMessage.StatusChange, SupplyStatus.LoanCompleted, null),
        News.Note => (ReasonForMessage.Notification, SupplyStatus.WillSupply, null),
        News.Lost => (ReasonForMessage.StatusChange, SupplyStatus.CompletedWithoutReturn, null),
    };

    /// <summary>The end of the day, as users of the standard write a date.</summary>
    private static DateTimeOffset WholeDay(DateOnly date) => new(date.ToDateTime(new TimeOnly(23, 59, 59)), TimeSpan.Zero);

    /// <summary>Converts <c>not-on-shelf</c> to <c>NotOnShelf</c>, the form in the standard.</summary>
    private static string AsCode(string reason) => string.Concat(reason.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
