using System.Globalization;
using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Iso18626.Vendors;
using Hkall.Service.Lending;
using Hkall.Service.Web;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>Converts a borrowing library's message for the partner queue. The message is in standard terms; texts are cut to the stored length.</summary>
internal static class IncomingRequestMessages
{
    private const int MostAddressLines = 8;

    public static BorrowerMessage Of(SupplyRequest message, Sender sender, LibraryCalendar calendar)
    {
        var service = message.Service!;
        return Bare(sender, message.Header, service.RequestType switch
        {
            RequestType.New or null => BorrowerMessageKind.Request,
            RequestType.Retry => BorrowerMessageKind.Retry,
            RequestType.Reminder => BorrowerMessageKind.Reminder,
        }) with
        {
            Note = Excerpt.Of(service.Note, Limits.Note),
            Service = ServiceOf(message),
            Item = ItemOf(message),
            NeededBy = service.NeedBefore is { } before ? IsoDates.DateOf(before, calendar) : null,
            Level = Excerpt.Of(service.Level?.Value, Limits.Short),
            MaxCost = message.Billing?.MaximumCosts is { } most ? IncomingSupplyMessages.MoneyOf(most) : null,
            DeliverTo = AddressOf(message),
            Compliance = service.CopyrightCompliance is { } compliance
                ? Excerpt.Of(service.Note is { } note ? $"{compliance.Value}: {note}" : compliance.Value, Limits.Note) : null,
        };
    }

    public static BorrowerMessage Of(RequesterMessage message, Sender sender) => Bare(sender, message.Header, message.Action switch
    {
        RequesterAction.StatusRequest => BorrowerMessageKind.StatusRequest,
        RequesterAction.Received => BorrowerMessageKind.Received,
        RequesterAction.Cancel => BorrowerMessageKind.Cancel,
        RequesterAction.Renew => BorrowerMessageKind.Renew,
        RequesterAction.ShippedReturn => BorrowerMessageKind.ShippedReturn,
        RequesterAction.ShippedForward => BorrowerMessageKind.ShippedForward,

        // That they keep the item for now is a note to our staff.
        RequesterAction.Notification or RequesterAction.HoldReturn => BorrowerMessageKind.Notification,
        RequesterAction.Lost => BorrowerMessageKind.Lost,
        null => throw new InvalidOperationException("A message without an action was let in."),
    }) with
    {
        Accepts = VendorProfile.AnswerToConditions(message),
        Note = Excerpt.Of(
            message.Action == RequesterAction.HoldReturn ? $"The return of the item is held. {message.Note}".TrimEnd() : message.Note, Limits.Note),
    };

    /// <summary>Whether the message says which item is requested.</summary>
    public static bool NamesAnItem(SupplyRequest message) => TitleOf(message.Item) is not null;

    private static BorrowerMessage Bare(Sender sender, Header header, BorrowerMessageKind kind) => new()
    {
        MessageId = sender.MessageId,
        Kind = kind,
        Symbol = sender.Partner.Symbol,

        // In the directory's spelling: the id of the request is derived from it, and must not depend on the sender's capitals.
        AgencyId = sender.Partner.AgencyIds.FirstOrDefault(header.Requester!.Is) ?? header.Requester!.ToString(),
        RequestId = header.RequesterRequestId!,
        ReceivedAt = sender.Received,
    };

    /// <summary>If either service would do, a part of something is a copy and the whole is a loan.</summary>
    private static ServiceType ServiceOf(SupplyRequest message) => message.Service!.Service switch
    {
        RequestedService.Loan => ServiceType.Loan,
        RequestedService.Copy => ServiceType.Copy,
        RequestedService.CopyOrLoan or null =>
            message.Item is { TitleOfComponent: not null } or { PagesRequested: not null } ? ServiceType.Copy : ServiceType.Loan,
    };

    private static Item ItemOf(SupplyRequest message)
    {
        var item = message.Item;
        var issn = NumberOf(item, KnownCodes.Issn);
        var isArticle = issn is not null || message.Publication?.Type?.Is("Article") == true;
        return new Item
        {
            Title = Excerpt.Of(TitleOf(item), Limits.Title)!,
            Author = Excerpt.Of(item.Author, Limits.Name),
            Isbn = NumberOf(item, KnownCodes.Isbn) is { } isbn ? Isbn.Normalise(isbn) : null,
            Issn = issn is null ? null : Issn.Normalise(issn),
            Doi = Excerpt.Of(NumberOf(item, "DOI") is { } doi ? Doi.Normalise(doi) : null, Limits.Identifier),
            Publisher = Excerpt.Of(message.Publication?.Publisher, Limits.Name),
            Year = int.TryParse(
                message.Publication?.Date is { Length: >= 4 } date ? date[..4] : null, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                    ? year : null,
            Edition = Excerpt.Of(item.Edition, Limits.Short),
            Volume = Excerpt.Of(item.Volumes.Count > 0 ? string.Join(", ", item.Volumes) : null, Limits.Short),
            Issue = Excerpt.Of(item.Issue, Limits.Short),
            ArticleTitle = isArticle ? Excerpt.Of(item.TitleOfComponent, Limits.Title) : null,
            ChapterTitle = isArticle ? null : Excerpt.Of(item.TitleOfComponent, Limits.Title),
            ArticleAuthor = Excerpt.Of(item.AuthorOfComponent, Limits.Name),
            Pages = Excerpt.Of(item.PagesRequested, Limits.Short),
            OclcNumber = Excerpt.Of(item.RecordIds.FirstOrDefault(record => record.Code?.Is(KnownCodes.Oclc) == true)?.Identifier, Limits.Identifier),
            Source = Excerpt.Of(item.InformationSource, Limits.Short),
        };
    }

    /// <summary>Some systems send only a number, or only the title of the part.</summary>
    private static string? TitleOf(BibliographicInfo item) =>
        item.Title ?? item.TitleOfComponent ?? (item.ItemIds.Count > 0 && item.ItemIds[0].Identifier is { } id ? id : item.SupplierUniqueRecordId);

    private static string? NumberOf(BibliographicInfo item, string code) => item.ItemIds.FirstOrDefault(id => id.Code?.Is(code) == true)?.Identifier;

    private static IReadOnlyList<string>? AddressOf(SupplyRequest message)
    {
        var address = message.Deliveries.OrderBy(delivery => delivery.SortOrder ?? int.MaxValue)
            .Select(delivery => delivery.Address?.Physical).FirstOrDefault(physical => physical is not null);
        if (address is null)
        {
            return null;
        }

        string?[] lines = [message.Requester?.Name, address.Line1, address.Line2, address.Locality, address.Region?.Value, address.PostalCode,
            address.Country?.Value];
        return [.. lines.OfType<string>().Select(line => Excerpt.Of(line, Limits.Short)).Take(MostAddressLines)];
    }
}

/// <summary>The sender of a message, and its time of arrival.</summary>
internal sealed record Sender(Partners.Partner Partner, string MessageId, DateTimeOffset Received);
