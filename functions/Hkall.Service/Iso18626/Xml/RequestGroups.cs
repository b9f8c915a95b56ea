using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;

namespace Hkall.Service.Iso18626.Xml;

/// <summary>The groups of a request.</summary>
internal static class RequestGroups
{
    private static readonly Part<ItemId> s_identifier = Parts.One<ItemId, string>(
        "bibliographicItemIdentifier", Forms.Text, i => i.Identifier, (i, id) => i with { Identifier = id }, mandatory: true);

    private static readonly Part<ItemId> s_code = Parts.One<ItemId, Code>(
        "bibliographicItemIdentifierCode", Forms.Open, i => i.Code, (i, code) => i with { Code = code }, mandatory: true);

    // The two elements changed places between the versions, so the first one reveals the version.
    private static readonly Group<ItemId> s_itemId = new(
        new(), [Telling(s_identifier, IsoVersion.V12), Telling(s_code, IsoVersion.V2021)], [s_code, s_identifier]);

    public static readonly Group<BibliographicInfo> Item = new(
        new(),
        Parts.One<BibliographicInfo, string>(
            "supplierUniqueRecordId", Forms.Text, i => i.SupplierUniqueRecordId, (i, v) => i with { SupplierUniqueRecordId = v }),
        Parts.One<BibliographicInfo, string>("title", Forms.Text, i => i.Title, (i, v) => i with { Title = v }),
        Parts.One<BibliographicInfo, string>("author", Forms.Text, i => i.Author, (i, v) => i with { Author = v }),
        Parts.One<BibliographicInfo, string>("authorId", Forms.Text, i => i.AuthorId, (i, v) => i with { AuthorId = v }, In.Only2021),
        Parts.One<BibliographicInfo, string>("subtitle", Forms.Text, i => i.Subtitle, (i, v) => i with { Subtitle = v }),
        Parts.One<BibliographicInfo, string>("seriesTitle", Forms.Text, i => i.SeriesTitle, (i, v) => i with { SeriesTitle = v }),
        Parts.One<BibliographicInfo, string>("edition", Forms.Text, i => i.Edition, (i, v) => i with { Edition = v }),
        Parts.One<BibliographicInfo, string>("titleOfComponent", Forms.Text, i => i.TitleOfComponent, (i, v) => i with { TitleOfComponent = v }),
        Parts.One<BibliographicInfo, string>("authorOfComponent", Forms.Text, i => i.AuthorOfComponent, (i, v) => i with { AuthorOfComponent = v }),
        Parts.Several<BibliographicInfo, string>("volume", Forms.Text, i => i.Volumes, (i, v) => i with { Volumes = v }, most12: 1),
        Parts.One<BibliographicInfo, string>("issue", Forms.Text, i => i.Issue, (i, v) => i with { Issue = v }),
        Parts.One<BibliographicInfo, string>("pagesRequested", Forms.Text, i => i.PagesRequested, (i, v) => i with { PagesRequested = v }),
        Parts.One<BibliographicInfo, string>("estimatedNoPages", Forms.Text, i => i.EstimatedPages, (i, v) => i with { EstimatedPages = v }),
        Parts.Several<BibliographicInfo, ItemId>("bibliographicItemId", s_itemId.Form, i => i.ItemIds, (i, v) => i with { ItemIds = v }),
        Parts.One<BibliographicInfo, string>("sponsor", Forms.Text, i => i.Sponsor, (i, v) => i with { Sponsor = v }),
        Parts.One<BibliographicInfo, string>("informationSource", Forms.Text, i => i.InformationSource, (i, v) => i with { InformationSource = v }),
        Parts.Several<BibliographicInfo, RecordId>("bibliographicRecordId", CommonGroups.Record.Form, i => i.RecordIds, (i, v) => i with { RecordIds = v }));

    public static readonly Group<PublicationInfo> Publication = new(
        new(),
        Parts.One<PublicationInfo, string>("publisher", Forms.Text, p => p.Publisher, (p, v) => p with { Publisher = v }),
        Parts.One<PublicationInfo, string>("publisherId", Forms.Text, p => p.PublisherId, (p, v) => p with { PublisherId = v }, In.Only2021),
        Parts.One<PublicationInfo, Code>("publicationType", Forms.Open, p => p.Type, (p, v) => p with { Type = v }),
        Parts.One<PublicationInfo, string>("publicationDate", Forms.Text, p => p.Date, (p, v) => p with { Date = v }),
        Parts.One<PublicationInfo, string>("placeOfPublication", Forms.Text, p => p.Place, (p, v) => p with { Place = v }));

    public static readonly Group<ServiceInfo> Service = new(
        new(),
        Parts.Value<ServiceInfo, RequestType>("requestType", Forms.RequestType, s => s.RequestType, (s, v) => s with { RequestType = v }),
        Parts.Several<ServiceInfo, RequestSubType>("requestSubType", Forms.RequestSubType, s => s.SubTypes, (s, v) => s with { SubTypes = v }, most12: 3),
        Parts.One<ServiceInfo, string>("requestingAgencyPreviousRequestId", Forms.Text, s => s.PreviousRequestId, (s, v) => s with { PreviousRequestId = v }),
        Parts.Value<ServiceInfo, RequestedService>("serviceType", Forms.Service, s => s.Service, (s, v) => s with { Service = v }, mandatory: true),
        Parts.One<ServiceInfo, Code>("serviceLevel", Forms.Open, s => s.Level, (s, v) => s with { Level = v }),
        Parts.One<ServiceInfo, Code>("preferredFormat", Forms.Open, s => s.Format, (s, v) => s with { Format = v }, in2021: "itemFormat"),
        Parts.Value<ServiceInfo, DateTimeOffset>("needBeforeDate", Forms.Instant, s => s.NeedBefore, (s, v) => s with { NeedBefore = v }),
        Parts.One<ServiceInfo, Code>("copyrightCompliance", Forms.Open, s => s.CopyrightCompliance, (s, v) => s with { CopyrightCompliance = v }),
        Parts.Value<ServiceInfo, YesNo>("anyEdition", Forms.YesNo, s => s.AnyEdition, (s, v) => s with { AnyEdition = v }),
        Parts.Value<ServiceInfo, PreferredEdition>(
            "preferredEdition", Forms.PreferredEdition, s => s.PreferredEdition, (s, v) => s with { PreferredEdition = v }, In.Only2021),
        Parts.Several<ServiceInfo, Code>("loanCondition", Forms.Open, s => s.LoanConditions, (s, v) => s with { LoanConditions = v }, In.Only2021),
        Parts.Value<ServiceInfo, DateTimeOffset>("startDate", Forms.Instant, s => s.Start, (s, v) => s with { Start = v }),
        Parts.Value<ServiceInfo, DateTimeOffset>("endDate", Forms.Instant, s => s.End, (s, v) => s with { End = v }),
        Parts.One<ServiceInfo, string>("note", Forms.Text, s => s.Note, (s, v) => s with { Note = v }));

    public static readonly Group<SupplierInfo> Supplier = new(
        new(),
        Parts.Value<SupplierInfo, int>("sortOrder", Forms.Number, s => s.SortOrder, (s, v) => s with { SortOrder = v }),
        Parts.One<SupplierInfo, AgencyId>("supplierCode", CommonGroups.Agency, s => s.Supplier, (s, v) => s with { Supplier = v }),
        Parts.One<SupplierInfo, string>("supplierDescription", Forms.Text, s => s.Description, (s, v) => s with { Description = v }),
        Parts.One<SupplierInfo, RecordId>("bibliographicRecordId", CommonGroups.Record.Form, s => s.Record, (s, v) => s with { Record = v }),
        Parts.One<SupplierInfo, string>("callNumber", Forms.Text, s => s.CallNumber, (s, v) => s with { CallNumber = v }),
        Parts.One<SupplierInfo, string>("summaryHoldings", Forms.Text, s => s.Holdings, (s, v) => s with { Holdings = v }),
        Parts.One<SupplierInfo, string>("availabilityNote", Forms.Text, s => s.Availability, (s, v) => s with { Availability = v }));

    public static readonly Group<RequestedDelivery> Delivery = new(
        new(),
        Parts.Value<RequestedDelivery, int>("sortOrder", Forms.Number, d => d.SortOrder, (d, v) => d with { SortOrder = v }),
        Parts.One<RequestedDelivery, Address>("address", CommonGroups.Address.Form, d => d.Address, (d, v) => d with { Address = v }),
        Parts.One<RequestedDelivery, Code>("deliveryMethod", Forms.Open, d => d.Method, (d, v) => d with { Method = v }, In.Only2021),
        Parts.One<RequestedDelivery, Code>("courierName", Forms.Open, d => d.Courier, (d, v) => d with { Courier = v }, In.Only2021));

    public static readonly Group<RequestingAgencyInfo> Requester = new(
        new(),
        Parts.One<RequestingAgencyInfo, string>("name", Forms.Text, r => r.Name, (r, v) => r with { Name = v }),
        Parts.One<RequestingAgencyInfo, string>("contactName", Forms.Text, r => r.Contact, (r, v) => r with { Contact = v }),
        Parts.Several<RequestingAgencyInfo, Address>("address", CommonGroups.Address.Form, r => r.Addresses, (r, v) => r with { Addresses = v }));

    public static readonly Group<PatronInfo> Patron = new(
        new(),
        Parts.One<PatronInfo, string>("patronId", Forms.Text, p => p.PatronId, (p, v) => p with { PatronId = v }),
        Parts.One<PatronInfo, string>("surname", Forms.Text, p => p.Surname, (p, v) => p with { Surname = v }),
        Parts.One<PatronInfo, string>("givenName", Forms.Text, p => p.GivenName, (p, v) => p with { GivenName = v }),
        Parts.One<PatronInfo, Code>("patronType", Forms.Open, p => p.Type, (p, v) => p with { Type = v }),
        Parts.Value<PatronInfo, YesNo>("sendToPatron", Forms.YesNo, p => p.SendToPatron, (p, v) => p with { SendToPatron = v }),
        Parts.Several<PatronInfo, Address>("address", CommonGroups.Address.Form, p => p.Addresses, (p, v) => p with { Addresses = v }));

    public static readonly Group<BillingInfo> Billing = new(
        new(),
        Parts.One<BillingInfo, Code>("paymentMethod", Forms.Open, b => b.PaymentMethod, (b, v) => b with { PaymentMethod = v }),
        Parts.One<BillingInfo, Costs>("maximumCosts", CommonGroups.Costs, b => b.MaximumCosts, (b, v) => b with { MaximumCosts = v }),
        Parts.One<BillingInfo, Code>("billingMethod", Forms.Open, b => b.Method, (b, v) => b with { Method = v }),
        Parts.One<BillingInfo, string>("billingName", Forms.Text, b => b.Name, (b, v) => b with { Name = v }),
        Parts.One<BillingInfo, Address>("address", CommonGroups.Address.Form, b => b.Address, (b, v) => b with { Address = v }));

    private static Part<ItemId> Telling(Part<ItemId> part, IsoVersion whenFirst) => new()
    {
        In12 = part.In12,
        In2021 = part.In2021,
        Many = part.Many,
        Mandatory = part.Mandatory,
        Read = (xml, id) =>
        {
            if (id is { Code: null, Identifier: null })
            {
                xml.Looks(whenFirst);
            }

            return part.Read(xml, id);
        },
        Write = part.Write,
    };
}
