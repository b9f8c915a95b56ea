using System.Globalization;
using System.Text;
using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.Service.Downloads.Fetching;
using Hkall.Service.Inbox;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Iso18626.Vendors;
using Hkall.Service.Web;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>Converts a supplying library's message to news for the partner queue. The message is in standard terms already.</summary>
internal static class IncomingSupplyMessages
{
    /// <summary>The largest amount accepted as a charge; a larger one is a typing error, and staff read it.</summary>
    private const decimal LargestCharge = 1_000_000m;

    /// <summary>The standard lists five; a system may have its own.</summary>
    private const int MostConditions = 10;

    /// <summary>The standard of 2021, and CrossLink, which speaks 1.2.</summary>
    private static readonly string[] s_reasonsOfConditions = ["MustMeetLoanCondition", "LoanCondition"];

    public static PartnerMessage Of(
        SupplierMessage message, string requestId, string symbol, string messageId, DateTimeOffset received, LibraryCalendar calendar)
    {
        var bare = new PartnerMessage
        {
            MessageId = messageId,
            Symbol = symbol,
            RequestId = requestId,
            ReceivedAt = received,
            Note = Excerpt.Of(WithCharge(message), Limits.Note),

            // Sent back as it came, or not at all: a shortened number is another one.
            LendersNumber = message.Header.SupplierRequestId is { Length: > 0 and <= Limits.Identifier } number ? number : null,
        };
        return message.Info.Reason switch
        {
            ReasonForMessage.RenewResponse => Renewal(bare, message, calendar),
            ReasonForMessage.CancelResponse => Cancellation(bare, message, calendar),
            // The status is only repeated in it: the element is mandatory.
            ReasonForMessage.Notification => bare with { Status = bare.Note is null ? CallbackStatus.Acknowledged : CallbackStatus.Note },
            ReasonForMessage.RequestResponse or ReasonForMessage.StatusRequestResponse or ReasonForMessage.StatusChange or null =>
                Standing(bare, message, calendar),
        };
    }

    /// <summary>The answer says yes or no; without one, only a new due date for a loan means yes.</summary>
    private static PartnerMessage Renewal(PartnerMessage bare, SupplierMessage message, LibraryCalendar calendar) =>
        message.Info.Answer == YesNo.Y || (message.Info.Answer is null && message.Status is { Status: SupplyStatus.Loaned, Due: not null })
            ? bare with { Status = CallbackStatus.Renewed, DueOn = Date(message.Status.Due, calendar) }
            : bare with { Status = CallbackStatus.RenewalDeclined, Reason = Excerpt.Of(message.Info.Note, Limits.Reason) };

    /// <summary>"No, it is on its way" says when the item is due, and "no, the copy is made" where it is: both are heard like the news itself.</summary>
    private static PartnerMessage Cancellation(PartnerMessage bare, SupplierMessage message, LibraryCalendar calendar) =>
        message.Info.Answer == YesNo.Y || (message.Info.Answer is null && message.Status.Status == SupplyStatus.Cancelled)
            ? bare with { Status = CallbackStatus.Cancelled }
            : message.Status.Status == SupplyStatus.Loaned
                || (message.Status.Status == SupplyStatus.CopyCompleted && Standing(bare, message, calendar).Address is not null)
            ? Standing(bare, message, calendar)
            : bare with { Status = CallbackStatus.CancelDeclined, Reason = Excerpt.Of(message.Info.Note, Limits.Reason) };

    private static PartnerMessage Standing(PartnerMessage bare, SupplierMessage message, LibraryCalendar calendar) => message.Status.Status switch
    {
        SupplyStatus.RequestReceived => bare with { Status = CallbackStatus.Acknowledged },
        SupplyStatus.ExpectToSupply => bare with { Status = CallbackStatus.ExpectToSupply },
        SupplyStatus.WillSupply => Promise(bare, message),
        SupplyStatus.Loaned => bare with
        {
            Status = CallbackStatus.Shipped,
            DueOn = Date(message.Status.Due, calendar),
            Cost = ChargeOf(message),
            LibraryUseOnly = Conditions.Of(message).Any(Conditions.IsLibraryUse),
        },
        SupplyStatus.Overdue => bare with { Status = CallbackStatus.Overdue },
        SupplyStatus.Recalled => bare with { Status = CallbackStatus.Recalled, DueOn = Date(message.Status.Due, calendar) },
        SupplyStatus.RetryPossible => bare with
        {
            Status = CallbackStatus.RetryPossible,
            Reason = ReasonOf(message.Info.ReasonRetry),
            Cost = ChargeOf(message),
            LibraryUseOnly = Conditions.Of(message).Any() && Conditions.Of(message).All(Conditions.IsLibraryUse),
            Conditions = ConditionsOfRetry(message),
            RetryAfter = Date(message.Info.Retry?.After, calendar),
            RetryBefore = Date(message.Info.Retry?.Before, calendar),
        },
        SupplyStatus.Unfilled => bare with { Status = CallbackStatus.Unfilled, Reason = ReasonOf(message.Info.ReasonUnfilled) },
        SupplyStatus.CopyCompleted => bare with
        {
            Status = CallbackStatus.CopyReady,
            Cost = ChargeOf(message),
            Note = Excerpt.Of(WithAddress(bare.Note, AddressIn(message.Delivery)), Limits.Note),
            Address = AddressIn(message.Delivery) ?? ScanAddress.In(message.Info.Note),
        },
        SupplyStatus.LoanCompleted => bare with { Status = CallbackStatus.Completed },
        SupplyStatus.CompletedWithoutReturn => bare with { Status = CallbackStatus.Lost, Reason = "completed-without-return" },
        SupplyStatus.Cancelled => bare with { Status = CallbackStatus.Cancelled },
        SupplyStatus.HoldReturn => bare with { Status = CallbackStatus.HoldReturn },
        SupplyStatus.ReleaseHoldReturn => bare with { Status = CallbackStatus.ReleaseHoldReturn },
        null => throw new InvalidOperationException("A message without a status was let in."),
    };

    /// <summary>Conditions on which the library may be asked again. One that it does not name stands as its reason, and the note says what it is.</summary>
    private static IReadOnlyList<string>? ConditionsOfRetry(SupplierMessage message)
    {
        var named = Conditions.Of(message).ToList();
        var others = named.Where(condition => !Conditions.IsLibraryUse(condition)).TakeLast(MostConditions).Select(condition => ReasonOf(condition)!).ToList();
        return others.Count > 0 ? others
            : named.Count == 0 && message.Info.ReasonRetry is { } reason && s_reasonsOfConditions.Any(reason.Is) ? [ReasonOf(reason)!]
            : null;
    }

    /// <summary>
    /// The address of a scan. 2021 has an element for it; 1.2 has none, so that ReShare and CrossLink say "sent via URL" and put it where the number
    /// of the item belongs.
    /// </summary>
    private static string? AddressIn(DeliveryInfo? delivery) => delivery?.Url is { Length: > 0 and <= ScanAddress.Longest } url
        ? url.Trim()
        : delivery?.ItemIds.Select(ScanAddress.In).FirstOrDefault(address => address is not null);

    /// <summary>A promise with costs or conditions is not yet a promise. Library use is no obstacle.</summary>
    private static PartnerMessage Promise(PartnerMessage bare, SupplierMessage message)
    {
        var conditions = Conditions.Of(message).ToList();
        var cost = ChargeOf(message);

        // A charge that cannot be read is a condition: nobody promises to pay an unknown amount, and staff can ask what is meant.
        var unread = UnreadCharge(message) is { } charge ? new Code(charge) : null;
        conditions = unread is null ? conditions : [.. conditions, unread];
        var others = conditions.Where(condition => !Conditions.IsLibraryUse(condition)).ToList();
        return cost is null && conditions.Count == 0
            ? bare with { Status = CallbackStatus.WillSupply }
            : bare with
            {
                Status = CallbackStatus.Conditional,
                Cost = cost,
                LibraryUseOnly = conditions.Count > 0 && others.Count == 0,
                Conditions = others.Count == 0 ? null : [.. others.TakeLast(MostConditions).Select(Said)],
                Reason = conditions.Count > 0 ? Excerpt.Of(string.Join(", ", conditions.Select(Said)), Limits.Reason) : "cost",
            };

        string Said(Code condition) => ReferenceEquals(condition, unread) ? condition.Value : ReasonOf(condition)!;
    }

    /// <summary>The charge as the library wrote it, if it is in no known currency or cannot be paid in it.</summary>
    /// <returns>Null if it can be read, or if there is none.</returns>
    private static string? UnreadCharge(SupplierMessage message) => Conditions.CostIn(message) is { } costs && MoneyOf(costs) is null
        ? Excerpt.Of(string.Create(CultureInfo.InvariantCulture, $"charge: {costs.Currency?.Value} {costs.Amount}"), Limits.Reason)
        : null;

    /// <summary>The note, and in it a charge that only a person can read.</summary>
    private static string? WithCharge(SupplierMessage message) =>
        UnreadCharge(message) is not { } charge ? message.Info.Note : message.Info.Note is { Length: > 0 } note ? $"{charge}\n{note}" : charge;

    private static Money? ChargeOf(SupplierMessage message) =>
        Conditions.CostIn(message) is { } costs ? MoneyOf(costs) : null;

    /// <returns>Null if it is not an amount in a currency; then staff read it.</returns>
    internal static Money? MoneyOf(Costs costs) =>
        costs is { Amount: >= 0 and <= LargestCharge, Currency.Value: { Length: 3 } currency } && Currencies.IsKnown(currency.ToUpperInvariant())
            && new Money(currency.ToUpperInvariant(), costs.Amount) is var money && Currencies.IsPayable(money)
        ? money
        : null;

    /// <summary>The standard's reason in our spelling: <c>NotOnShelf</c> becomes <c>not-on-shelf</c>.</summary>
    internal static string? ReasonOf(Code? code)
    {
        if (code is null)
        {
            return null;
        }

        var words = new StringBuilder();
        for (var i = 0; i < code.Value.Length; i++)
        {
            var c = code.Value[i];
            if (char.IsUpper(c) && i > 0 && char.IsLower(code.Value[i - 1]))
            {
                words.Append('-');
            }

            words.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        }

        return Excerpt.Of(words.ToString(), Limits.Reason);
    }

    private static DateOnly? Date(DateTimeOffset? moment, LibraryCalendar calendar) => moment is { } at ? IsoDates.DateOf(at, calendar) : null;

    private static string? WithAddress(string? note, string? url) => url is null ? note : note is null ? url : $"{note}\n{url}";
}
