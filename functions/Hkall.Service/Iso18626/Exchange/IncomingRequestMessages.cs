using Hkall.Domain.Calendar;
using Hkall.Domain.Citations;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Iso18626.Vendors;
using Hkall.Service.Lending;
using Hkall.Service.Web;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>Converts a borrowing library's message for the partner queue. The message is in standard terms; texts are cut to the stored length.</summary>
internal static class IncomingRequestMessages
{
    private const int MostAddressLines = 8;

    /// <summary>More numbers of one item are those of a whole series, and help nobody at the shelf.</summary>
    private const int MostNumbers = 10;

    private const string Doi = "DOI";

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
            Details = DetailsOf(message),
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

    public static BorrowerMessage Of(RequesterMessage message, Sender sender) => InTermsOf2021(OlderTerms.Heard(message), sender);

    private static BorrowerMessage InTermsOf2021(RequesterMessage message, Sender sender) => Bare(sender, message.Header, message.Action switch
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
            VendorProfile.AnswerToConditions(message) is not null ? VendorProfile.WithoutAnswer(message.Note!)
            : message.Action == RequesterAction.HoldReturn ? $"The return of the item is held. {message.Note}".TrimEnd() : message.Note, Limits.Note),
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
        var isArticle = NumbersOf(item, KnownCodes.Issn).Any() || message.Publication?.Type?.Is("Article") == true;
        return new Item
        {
            Title = Excerpt.Of(FullTitleOf(item), Limits.Title)!,
            Author = Excerpt.Of(item.Author, Limits.Name),
            Isbn = FirstOf(item, KnownCodes.Isbn, Isbn.Read),
            Issn = FirstOf(item, KnownCodes.Issn, Issn.Read),
            Doi = Excerpt.Of(FirstOf(item, Doi, Domain.Citations.Doi.Read), Limits.Identifier),
            Publisher = Excerpt.Of(message.Publication?.Publisher, Limits.Name),
            Year = message.Publication?.Date is { } date ? Year.Read(date).Value : null,
            Edition = Excerpt.Of(item.Edition, Limits.Short),
            Volume = Excerpt.Of(item.Volumes.Count > 0 ? string.Join(", ", item.Volumes) : null, Limits.Short),
            Issue = Excerpt.Of(item.Issue, Limits.Short),
            ArticleTitle = isArticle ? Excerpt.Of(item.TitleOfComponent, Limits.Title) : null,
            ChapterTitle = isArticle ? null : Excerpt.Of(item.TitleOfComponent, Limits.Title),
            ArticleAuthor = Excerpt.Of(item.AuthorOfComponent, Limits.Name),
            Pages = Excerpt.Of(item.PagesRequested, Limits.Short),
            OclcNumber = Excerpt.Of(OclcOf(item), Limits.Identifier),
            Source = Excerpt.Of(item.InformationSource, Limits.Short),
        };
    }

    /// <summary>Some systems send only a number, or only the title of the part.</summary>
    private static string? TitleOf(BibliographicInfo item) =>
        item.Title ?? item.TitleOfComponent ?? (item.ItemIds.Count > 0 && item.ItemIds[0].Identifier is { } id ? id : item.SupplierUniqueRecordId);

    /// <summary>The title with its subtitle, which some systems send apart and others in both places.</summary>
    private static string? FullTitleOf(BibliographicInfo item) =>
        item is { Title: { } title, Subtitle: { } subtitle } && !title.Contains(subtitle, StringComparison.OrdinalIgnoreCase)
            ? $"{title} : {subtitle}"
            : TitleOf(item);

    private static string? OclcOf(BibliographicInfo item) =>
        item.RecordIds.FirstOrDefault(IsOclc)?.Identifier is { } record ? OclcNumber.Read(record).Value ?? record : null;

    private static IEnumerable<string> NumbersOf(BibliographicInfo item, string code) =>
        item.ItemIds.Where(id => id.Code?.Is(code) == true).Select(id => id.Identifier).OfType<string>();

    /// <summary>The first number that can be read: some systems send a wrong one first.</summary>
    private static string? FirstOf(BibliographicInfo item, string code, Func<string, Reading<string>> read) =>
        NumbersOf(item, code).Select(number => read(number).Value).FirstOrDefault(number => number is not null);

    private static bool IsOclc(RecordId record) => record.Code?.Is(KnownCodes.Oclc) == true;

    /// <summary>What they say of the item that has no field of its own: our staff read it when they look for the item.</summary>
    private static BorrowersDetails? DetailsOf(SupplyRequest message)
    {
        var (item, service) = (message.Item, message.Service!);
        IReadOnlyList<string> numbers =
        [
            .. item.ItemIds.Where(id => id.Identifier is not null && !IsKept(item, id)).Select(id => $"{id.Code?.Value ?? "number"} {id.Identifier}"),
            .. item.RecordIds.Where(record => record.Identifier is not null && !IsOclc(record))
                .Select(record => $"{record.Code?.Value ?? "record"} {record.Identifier}"),
        ];
        var details = new BorrowersDetails
        {
            OurRecord = item.Title is null ? null : Excerpt.OfLine(item.SupplierUniqueRecordId, Limits.Identifier),
            Series = Excerpt.OfLine(item.SeriesTitle, Limits.Title),
            Format = Excerpt.OfLine(service.Format?.Value, Limits.Short),
            Edition = service.PreferredEdition switch
            {
                PreferredEdition.AnyEdition => EditionWish.Any,
                PreferredEdition.ThisEdition => EditionWish.ThisOne,
                PreferredEdition.MostRecentEdition => EditionWish.MostRecent,
                null => service.AnyEdition switch { YesNo.Y => EditionWish.Any, YesNo.N => EditionWish.ThisOne, null => null },
            },
            Numbers = numbers.Count == 0 ? null : [.. numbers.Take(MostNumbers).Select(number => Excerpt.OfLine(number, Limits.Identifier)!)],
            RetryOf = service.RequestType == RequestType.Retry ? Excerpt.OfLine(service.PreviousRequestId, Limits.Identifier) : null,
        };
        return details == new BorrowersDetails() ? null : details;
    }

    /// <summary>Whether the number is the one that the item has.</summary>
    private static bool IsKept(BibliographicInfo item, ItemId id)
    {
        Func<string, Reading<string>>? read = id.Code switch
        {
            null => null,
            var code when code.Is(KnownCodes.Isbn) => Isbn.Read,
            var code when code.Is(KnownCodes.Issn) => Issn.Read,
            var code when code.Is(Doi) => Domain.Citations.Doi.Read,
            _ => null,
        };
        return read is not null && read(id.Identifier!).Value is { } value && value == FirstOf(item, id.Code!.Value, read);
    }

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
