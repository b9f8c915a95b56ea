using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626.Xml;

/// <summary>The groups of a supplying library's message.</summary>
internal static class SupplierGroups
{
    public static readonly Group<MessageInfo> Info = new(
        new(),
        Parts.Value<MessageInfo, ReasonForMessage>("reasonForMessage", Forms.Reason, i => i.Reason, (i, v) => i with { Reason = v }, mandatory: true),
        Parts.Value<MessageInfo, YesNo>("answerYesNo", Forms.YesNo, i => i.Answer, (i, v) => i with { Answer = v }),
        Parts.One<MessageInfo, string>("note", Forms.Text, i => i.Note, (i, v) => i with { Note = v }),
        Parts.One<MessageInfo, Code>("reasonUnfilled", Forms.Open, i => i.ReasonUnfilled, (i, v) => i with { ReasonUnfilled = v }),
        Parts.One<MessageInfo, Code>("reasonRetry", Forms.Open, i => i.ReasonRetry, (i, v) => i with { ReasonRetry = v }),
        Parts.One<MessageInfo, Costs>(
            "offeredCosts", CommonGroups.Costs, i => i.Retry?.OfferedCosts.FirstOrDefault(), (i, v) => i with { Retry = Terms(i) with { OfferedCosts = [v] } },
            In.Only12),
        Parts.Value<MessageInfo, DateTimeOffset>(
            "retryAfter", Forms.Instant, i => i.Retry?.After, (i, v) => i with { Retry = Terms(i) with { After = v } }, In.Only12),
        Parts.Value<MessageInfo, DateTimeOffset>(
            "retryBefore", Forms.Instant, i => i.Retry?.Before, (i, v) => i with { Retry = Terms(i) with { Before = v } }, In.Only12));

    public static readonly Group<StatusInfo> Status = new(
        new(),
        Parts.Value<StatusInfo, SupplyStatus>("status", Forms.Status, s => s.Status, (s, v) => s with { Status = v }, mandatory: true),
        Parts.Value<StatusInfo, DateTimeOffset>("expectedDeliveryDate", Forms.Instant, s => s.ExpectedDelivery, (s, v) => s with { ExpectedDelivery = v }),
        Parts.Value<StatusInfo, DateTimeOffset>("dueDate", Forms.Instant, s => s.Due, (s, v) => s with { Due = v }),
        Parts.Value<StatusInfo, DateTimeOffset>("lastChange", Forms.Instant, s => s.LastChange, (s, v) => s with { LastChange = v }, mandatory: true));

    public static readonly Group<RetryInfo> Retry = new(
        new(),
        Parts.Several<RetryInfo, Code>("loanCondition", Forms.Open, r => r.LoanConditions, (r, v) => r with { LoanConditions = v }, In.Only2021),
        Parts.Several<RetryInfo, string>("edition", Forms.Text, r => r.Editions, (r, v) => r with { Editions = v }, In.Only2021),
        Parts.Several<RetryInfo, Code>("itemFormat", Forms.Open, r => r.Formats, (r, v) => r with { Formats = v }, In.Only2021),
        Parts.Several<RetryInfo, string>("volume", Forms.Text, r => r.Volumes, (r, v) => r with { Volumes = v }, In.Only2021),
        Parts.Value<RetryInfo, RequestedService>("serviceType", Forms.Service, r => r.Service, (r, v) => r with { Service = v }, In.Only2021),
        Parts.Several<RetryInfo, Code>("serviceLevel", Forms.Open, r => r.Levels, (r, v) => r with { Levels = v }, In.Only2021),
        Parts.Several<RetryInfo, Code>("deliveryMethod", Forms.Open, r => r.Methods, (r, v) => r with { Methods = v }, In.Only2021),
        Parts.Several<RetryInfo, Code>("courierName", Forms.Open, r => r.Couriers, (r, v) => r with { Couriers = v }, In.Only2021),
        Parts.Several<RetryInfo, Costs>("offeredCosts", CommonGroups.Costs, r => r.OfferedCosts, (r, v) => r with { OfferedCosts = v }, In.Only2021),
        Parts.Several<RetryInfo, Code>("paymentMethod", Forms.Open, r => r.PaymentMethods, (r, v) => r with { PaymentMethods = v }, In.Only2021),
        Parts.Value<RetryInfo, DateTimeOffset>("retryBefore", Forms.Instant, r => r.Before, (r, v) => r with { Before = v }, In.Only2021),
        Parts.Value<RetryInfo, DateTimeOffset>("retryAfter", Forms.Instant, r => r.After, (r, v) => r with { After = v }, In.Only2021));

    public static readonly Group<DeliveryInfo> Delivery = new(
        new(),
        Parts.Value<DeliveryInfo, DateTimeOffset>("dateSent", Forms.Instant, d => d.Sent, (d, v) => d with { Sent = v }, mandatory: true),
        Parts.Several<DeliveryInfo, string>("itemId", Forms.Text, d => d.ItemIds, (d, v) => d with { ItemIds = v }, most12: 1),
        Parts.One<DeliveryInfo, string>("URL", Forms.Text, d => d.Url, (d, v) => d with { Url = v }, In.Only2021),
        Parts.One<DeliveryInfo, Code>("sentVia", Forms.Open, d => d.Method, (d, v) => d with { Method = v }, in2021: "deliveryMethod"),
        Parts.One<DeliveryInfo, Address>("address", CommonGroups.Address.Form, d => d.Address, (d, v) => d with { Address = v }, In.Only2021),
        Parts.Value<DeliveryInfo, bool>("sentToPatron", Forms.Truth, d => d.SentToPatron, (d, v) => d with { SentToPatron = v }),
        Parts.Several<DeliveryInfo, Code>("loanCondition", Forms.Open, d => d.LoanConditions, (d, v) => d with { LoanConditions = v }, most12: 1),
        Parts.One<DeliveryInfo, Code>("deliveredFormat", Forms.Open, d => d.Format, (d, v) => d with { Format = v }, in2021: "itemFormat"),
        Parts.Value<DeliveryInfo, RequestedService>("serviceType", Forms.Service, d => d.Service, (d, v) => d with { Service = v }, In.Only2021),
        Parts.Several<DeliveryInfo, Costs>("deliveryCosts", CommonGroups.Costs, d => d.Costs, (d, v) => d with { Costs = v }, most12: 1),
        Parts.One<DeliveryInfo, Code>("paymentMethod", Forms.Open, d => d.PaymentMethod, (d, v) => d with { PaymentMethod = v }, In.Only2021));

    public static readonly Group<ShippingInfo> Shipping = new(
        new(),
        Parts.One<ShippingInfo, Code>("courierName", Forms.Open, s => s.Courier, (s, v) => s with { Courier = v }, In.Only2021),
        Parts.Several<ShippingInfo, string>("trackingId", Forms.Text, s => s.TrackingIds, (s, v) => s with { TrackingIds = v }, In.Only2021),
        Parts.Value<ShippingInfo, YesNo>("insurance", Forms.YesNo, s => s.Insured, (s, v) => s with { Insured = v }, In.Only2021),
        Parts.Value<ShippingInfo, YesNo>(
            "insuranceThirdParty", Forms.YesNo, s => s.InsuredByThirdParty, (s, v) => s with { InsuredByThirdParty = v }, In.Only2021),
        Parts.One<ShippingInfo, string>("thirdPartyName", Forms.Text, s => s.ThirdParty, (s, v) => s with { ThirdParty = v }, In.Only2021),
        Parts.Several<ShippingInfo, Costs>("insuranceCosts", CommonGroups.Costs, s => s.InsuranceCosts, (s, v) => s with { InsuranceCosts = v }, In.Only2021));

    public static readonly Group<ReturnInfo> Return = new(
        new(),
        Parts.One<ReturnInfo, AgencyId>("returnAgencyId", CommonGroups.Agency, r => r.Agency, (r, v) => r with { Agency = v }),
        Parts.One<ReturnInfo, string>("name", Forms.Text, r => r.Name, (r, v) => r with { Name = v }),
        Parts.One<ReturnInfo, PhysicalAddress>("physicalAddress", CommonGroups.Physical.Form, r => r.Address, (r, v) => r with { Address = v }));

    private static RetryInfo Terms(MessageInfo info) => info.Retry ?? new RetryInfo();
}
