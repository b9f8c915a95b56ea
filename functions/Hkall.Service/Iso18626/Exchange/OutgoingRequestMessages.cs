using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Iso18626.Vendors;
using Hkall.Service.Partners;
using Hkall.Service.Policies;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>Our messages to a library that supplies us, in the standard's terms.</summary>
internal static class OutgoingRequestMessages
{
    public static IsoMessage Of(RequestingAction word, string? note, PatronRequest request, Partner partner, OwnLibrary own, DateTimeOffset now)
    {
        var header = new Header
        {
            Supplier = AgencyId.Parse(partner.AgencyId),
            Requester = AgencyId.Parse(own.AgencyId),
            Timestamp = now,
            RequesterRequestId = RequestNumbers.Of(request, partner.Symbol),
        };

        // The library finds a request that it has by its own number, if it has told us that.
        var bare = new RequesterMessage
        {
            Header = header with { SupplierRequestId = request.Rota.FirstOrDefault(entry => entry.Symbol == partner.Symbol)?.LendersNumber },
        };
        return word switch
        {
            RequestingAction.Request => Request(header, request, partner, own, RequestType.New, null),
            RequestingAction.Retry => Request(header, request, partner, own, RequestType.Retry, note),
            RequestingAction.Reminder => Request(header, request, partner, own, RequestType.Reminder, null),
            RequestingAction.AskStatus => bare with { Action = RequesterAction.StatusRequest },
            RequestingAction.Cancel => bare with { Action = RequesterAction.Cancel },
            RequestingAction.AcceptCost or RequestingAction.AcceptCondition =>
                bare with { Action = RequesterAction.Notification, Note = VendorProfile.Accept },
            RequestingAction.Resupply => bare with { Action = RequesterAction.Notification, Note = SupplyAgain },
            RequestingAction.Received => bare with { Action = RequesterAction.Received },
            RequestingAction.Renew => bare with { Action = RequesterAction.Renew },
            RequestingAction.Returned => bare with { Action = RequesterAction.ShippedReturn },
            RequestingAction.Lost => bare with { Action = RequesterAction.Lost },
            RequestingAction.Damaged =>
                bare with { Action = RequesterAction.Notification, Note = note is null ? Damaged : $"{Damaged} {note}" },
            RequestingAction.DisputeCharge or RequestingAction.Correction or RequestingAction.Note =>
                bare with { Action = RequesterAction.Notification, Note = note },
            RequestingAction.PartsMissing =>
                bare with { Action = RequesterAction.Notification, Note = note is null ? PartsMissing : $"{PartsMissing} {note}" },
        };
    }

    private const string Declared = "For research or private study; the receiver has signed the declaration of Cap. 528F, Hong Kong.";

    /// <summary>The standard has no action for this, so a person is to read it.</summary>
    private const string SupplyAgain = "The copy supplied is wrong, incomplete or unreadable. Please supply it again.";

    /// <summary>The standard has no action for this either. The staff note follows it.</summary>
    public const string Damaged = "The item is damaged.";

    /// <summary>No action for this either. How many parts did not come, and which are here, follows it.</summary>
    public const string PartsMissing = "Not all parts of the item came.";

    private static SupplyRequest Request(Header header, PatronRequest request, Partner partner, OwnLibrary own, RequestType type, string? note)
    {
        var retries = request.Rota.FirstOrDefault(entry => entry.Symbol == partner.Symbol)?.Retries ?? 0;
        return new SupplyRequest
        {
            Header = header,
            Item = Item(request.Item),
            Publication = new PublicationInfo
            {
                Publisher = request.Item.Publisher,
                Date = request.Item.Year?.ToString(CultureInfo.InvariantCulture),
                Type = new Code(request.Item switch
                {
                    { ArticleTitle: not null } => "Article",
                    { ChapterTitle: not null } => "Chapter",
                    { Issn: not null } => "Journal",
                    _ => "Book",
                }),
            },
            Service = new ServiceInfo
            {
                RequestType = type,
                PreviousRequestId = type == RequestType.Retry && retries > 0 ? RequestNumbers.Of(request.Id, retries - 1) : null,
                Service = request.Service switch
                {
                    ServiceType.Loan => RequestedService.Loan,
                    ServiceType.Copy => RequestedService.Copy,
                },
                NeedBefore = request.NeededBy is { } date ? IsoDates.WholeDay(date) : null,

                // No list has a code for Hong Kong's law, so the note says what the patron signed.
                CopyrightCompliance = request.Service == ServiceType.Copy ? new Code(KnownCodes.OtherCompliance) : null,
                Note = request.Service == ServiceType.Copy ? note is null ? Declared : $"{note} {Declared}" : note,
            },
            Requester = new RequestingAgencyInfo { Name = own.Name, Addresses = own.Email is { } mail ? [Mail(mail)] : [] },
            Deliveries = request.Service == ServiceType.Copy && own.Email is { } scans ? [new RequestedDelivery { SortOrder = 1, Address = Mail(scans) }] : [],
            Billing = (request.AcceptedCost ?? request.MaxCost) is { } most ? new BillingInfo { MaximumCosts = CostsOf(most) } : null,
        };
    }

    private static BibliographicInfo Item(Item item) => new()
    {
        Title = item.Title,
        Author = item.Author,
        Edition = item.Edition,
        TitleOfComponent = item.ArticleTitle ?? item.ChapterTitle,
        AuthorOfComponent = item.ArticleAuthor,
        Volumes = item.Volume is { } volume ? [volume] : [],
        Issue = item.Issue,
        PagesRequested = item.Pages,
        ItemIds = [.. Ids((KnownCodes.Isbn, item.Isbn), (KnownCodes.Issn, item.Issn), ("DOI", item.Doi))],
        InformationSource = item.Source,
        RecordIds = item.OclcNumber is { } number ? [new RecordId { Code = new Code(KnownCodes.Oclc), Identifier = number }] : [],
    };

    private static IEnumerable<ItemId> Ids(params (string Code, string? Id)[] ids) =>
        ids.Where(id => id.Id is not null).Select(id => new ItemId { Code = new Code(id.Code), Identifier = id.Id });

    private static Address Mail(string address) => new() { Electronic = new ElectronicAddress { Type = new Code("Email"), Data = address } };

    internal static Costs CostsOf(Money money) => new(new Code(money.Currency), money.Amount);
}
