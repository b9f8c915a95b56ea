using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626.Xml;

/// <summary>The six messages, each a group of groups.</summary>
internal static class MessageGroups
{
    public static readonly Group<SupplyRequest> Request = new(
        new(),
        Heading(
            Parts.One<SupplyRequest, Header>("header", CommonGroups.RequestHeader.Form, m => m.Header, (m, v) => m with { Header = v }, mandatory: true),
            m => m.Header),
        Parts.One<SupplyRequest, BibliographicInfo>("bibliographicInfo", RequestGroups.Item.Form, m => m.Item, (m, v) => m with { Item = v }, mandatory: true),
        Parts.One<SupplyRequest, PublicationInfo>("publicationInfo", RequestGroups.Publication.Form, m => m.Publication, (m, v) => m with { Publication = v }),
        Parts.One<SupplyRequest, ServiceInfo>("serviceInfo", RequestGroups.Service.Form, m => m.Service, (m, v) => m with { Service = v }, mandatory: true),
        Parts.Several<SupplyRequest, SupplierInfo>("supplierInfo", RequestGroups.Supplier.Form, m => m.Suppliers, (m, v) => m with { Suppliers = v }),
        Parts.Several<SupplyRequest, RequestedDelivery>(
            "requestedDeliveryInfo", RequestGroups.Delivery.Form, m => m.Deliveries, (m, v) => m with { Deliveries = v }),
        Parts.One<SupplyRequest, RequestingAgencyInfo>(
            "requestingAgencyInfo", RequestGroups.Requester.Form, m => m.Requester, (m, v) => m with { Requester = v }),
        Parts.One<SupplyRequest, PatronInfo>("patronInfo", RequestGroups.Patron.Form, m => m.Patron, (m, v) => m with { Patron = v }),
        Parts.One<SupplyRequest, BillingInfo>("billingInfo", RequestGroups.Billing.Form, m => m.Billing, (m, v) => m with { Billing = v }));

    public static readonly Group<SupplierMessage> Supplier = new(
        new(),
        Heading(
            Parts.One<SupplierMessage, Header>("header", CommonGroups.SupplierHeader.Form, m => m.Header, (m, v) => m with { Header = v }, mandatory: true),
            m => m.Header),
        Parts.One<SupplierMessage, MessageInfo>(
            "messageInfo", SupplierGroups.Info.Form, m => m.Info, (m, v) => m with { Info = v with { Retry = v.Retry ?? m.Info.Retry } }, mandatory: true),
        Parts.One<SupplierMessage, StatusInfo>("statusInfo", SupplierGroups.Status.Form, m => m.Status, (m, v) => m with { Status = v }, mandatory: true),
        Parts.One<SupplierMessage, RetryInfo>(
            "retryInfo", SupplierGroups.Retry.Form, m => m.Info.Retry, (m, v) => m with { Info = m.Info with { Retry = v } }, In.Only2021),
        Parts.One<SupplierMessage, DeliveryInfo>("deliveryInfo", SupplierGroups.Delivery.Form, m => m.Delivery, (m, v) => m with { Delivery = v }),
        Parts.One<SupplierMessage, ShippingInfo>("shippingInfo", SupplierGroups.Shipping.Form, m => m.Shipping, (m, v) => m with { Shipping = v }, In.Only2021),
        Parts.One<SupplierMessage, ReturnInfo>("returnInfo", SupplierGroups.Return.Form, m => m.Return, (m, v) => m with { Return = v }));

    public static readonly Group<RequesterMessage> Requester = new(
        new(),
        Heading(
            Parts.One<RequesterMessage, Header>("header", CommonGroups.RequesterHeader.Form, m => m.Header, (m, v) => m with { Header = v }, mandatory: true),
            m => m.Header),
        Parts.Value<RequesterMessage, RequesterAction>("action", Forms.Action, m => m.Action, (m, v) => m with { Action = v }, mandatory: true),
        Parts.One<RequesterMessage, string>("note", Forms.Text, m => m.Note, (m, v) => m with { Note = v }));

    public static readonly Group<RequestConfirmation> RequestConfirmed = new(
        new(),
        Parts.One<RequestConfirmation, ConfirmationHeader>(
            "confirmationHeader", CommonGroups.ConfirmationHeader.Form, m => m.Header, (m, v) => m with { Header = v }, mandatory: true),
        Parts.Several<RequestConfirmation, ErrorData>("errorData", CommonGroups.Error.Form, m => m.Errors, (m, v) => m with { Errors = v }, most12: 1));

    public static readonly Group<SupplierMessageConfirmation> SupplierConfirmed = new(
        new(),
        Parts.One<SupplierMessageConfirmation, ConfirmationHeader>(
            "confirmationHeader", CommonGroups.ConfirmationHeader.Form, m => m.Header, (m, v) => m with { Header = v }, mandatory: true),
        Parts.Value<SupplierMessageConfirmation, ReasonForMessage>("reasonForMessage", Forms.Reason, m => m.Reason, (m, v) => m with { Reason = v }),
        Parts.Several<SupplierMessageConfirmation, ErrorData>("errorData", CommonGroups.Error.Form, m => m.Errors, (m, v) => m with { Errors = v }, most12: 1));

    public static readonly Group<RequesterMessageConfirmation> RequesterConfirmed = new(
        new(),
        Parts.One<RequesterMessageConfirmation, ConfirmationHeader>(
            "confirmationHeader", CommonGroups.ConfirmationHeader.Form, m => m.Header, (m, v) => m with { Header = v }, mandatory: true),
        Parts.Value<RequesterMessageConfirmation, RequesterAction>("action", Forms.Action, m => m.Action, (m, v) => m with { Action = v }),
        Parts.Several<RequesterMessageConfirmation, ErrorData>(
            "errorData", CommonGroups.Error.Form, m => m.Errors, (m, v) => m with { Errors = v }, most12: 1));

    /// <summary>Reads the header like any part and also keeps it aside: it names whom to answer if the rest cannot be read.</summary>
    private static Part<T> Heading<T>(Part<T> header, Func<T, Header> get) => new()
    {
        In12 = header.In12,
        In2021 = header.In2021,
        Many = header.Many,
        Mandatory = header.Mandatory,
        Read = (xml, message) =>
        {
            var read = header.Read(xml, message);
            xml.Header = get(read);
            return read;
        },
        Write = header.Write,
    };
}
