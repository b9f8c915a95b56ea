using System.Diagnostics.CodeAnalysis;
using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626.Xml;

/// <summary>Groups shared by several messages.</summary>
internal static class CommonGroups
{
    private static readonly Group<AgencyParts> s_agency = new(
        new(),
        Parts.One<AgencyParts, Code>("agencyIdType", Forms.Open, agency => agency.Type, (agency, type) => agency with { Type = type }, mandatory: true),
        Parts.One<AgencyParts, string>("agencyIdValue", Forms.Text, agency => agency.Value, (agency, id) => agency with { Value = id }, mandatory: true));

    public static readonly Form<AgencyId> Agency = new(
        static (MessageReader xml, [MaybeNullWhen(false)] out AgencyId value) =>
        {
            value = s_agency.Form.Read(xml, out var parts) && parts.Value is { } id ? new AgencyId(parts.Type ?? new Code(string.Empty), id) : null;
            return value is not null;
        },
        static (xml, name, agency) => s_agency.Form.Write(xml, name, new AgencyParts { Type = agency.Type, Value = agency.Value }));

    private static readonly Group<CostParts> s_costs = new(
        new(),
        Parts.One<CostParts, Code>(
            "currencyCode", Forms.Open, costs => costs.Currency, (costs, currency) => costs with { Currency = currency }, mandatory: true),
        Parts.Value<CostParts, decimal>(
            "monetaryValue", Forms.Amount, costs => costs.Amount, (costs, amount) => costs with { Amount = amount }, mandatory: true));

    public static readonly Form<Costs> Costs = new(
        static (MessageReader xml, [MaybeNullWhen(false)] out Costs value) =>
        {
            value = null;
            if (!s_costs.Form.Read(xml, out var parts))
            {
                return false;
            }

            // An amount without a currency is not money; a currency without an amount says nothing.
            if (parts is { Amount: not null, Currency: null })
            {
                xml.Fault(ErrorType.BadlyFormedMessage);
            }

            value = parts is { Amount: { } amount, Currency: { } currency } ? new Costs(currency, amount) : null;
            return value is not null;
        },
        static (xml, name, costs) => s_costs.Form.Write(xml, name, new CostParts { Currency = costs.Currency, Amount = costs.Amount }));

    private static readonly Group<ElectronicAddress> s_electronic = new(
        new(),
        Parts.One<ElectronicAddress, Code>("electronicAddressType", Forms.Open, a => a.Type, (a, type) => a with { Type = type }, mandatory: true),
        Parts.One<ElectronicAddress, string>("electronicAddressData", Forms.Text, a => a.Data, (a, data) => a with { Data = data }, mandatory: true));

    public static readonly Group<PhysicalAddress> Physical = new(
        new(),
        Parts.One<PhysicalAddress, string>("line1", Forms.Text, a => a.Line1, (a, line) => a with { Line1 = line }),
        Parts.One<PhysicalAddress, string>("line2", Forms.Text, a => a.Line2, (a, line) => a with { Line2 = line }),
        Parts.One<PhysicalAddress, string>("locality", Forms.Text, a => a.Locality, (a, place) => a with { Locality = place }),
        Parts.One<PhysicalAddress, string>("postalCode", Forms.Text, a => a.PostalCode, (a, code) => a with { PostalCode = code }),

        // A code in 1.2, plain text in 2021.
        new Part<PhysicalAddress>
        {
            In12 = "region",
            In2021 = "region",
            Many = false,
            Read = (xml, a) => Forms.Open.Read(xml, out var region) ? a with { Region = region } : a,
            Write = (xml, name, a) =>
            {
                if (a.Region is { } region)
                {
                    xml.Element(name, region.Value, xml.Version == Partners.IsoVersion.V12 ? region.Scheme : null);
                }

                return a.Region is not null;
            },
        },
        Parts.One<PhysicalAddress, Code>("country", Forms.Open, a => a.Country, (a, country) => a with { Country = country }));

    public static readonly Group<Address> Address = new(
        new(),
        Parts.One<Address, ElectronicAddress>("electronicAddress", s_electronic.Form, a => a.Electronic, (a, electronic) => a with { Electronic = electronic }),
        Parts.One<Address, PhysicalAddress>(
            "physicalAddress", Physical.Form, a => a.Electronic is null ? a.Physical : null, (a, physical) => a with { Physical = physical }));

    public static readonly Group<RecordId> Record = new(
        new(),
        Parts.One<RecordId, Code>("bibliographicRecordIdentifierCode", Forms.Open, r => r.Code, (r, code) => r with { Code = code }, mandatory: true),
        Parts.One<RecordId, string>("bibliographicRecordIdentifier", Forms.Text, r => r.Identifier, (r, id) => r with { Identifier = id }, mandatory: true));

    private static readonly Group<Authentication> s_authentication = new(
        new(),
        Parts.One<Authentication, string>("accountId", Forms.Text, a => a.AccountId, (a, id) => a with { AccountId = id }),
        Parts.One<Authentication, string>("securityCode", Forms.Text, a => a.SecurityCode, (a, code) => a with { SecurityCode = code }));

    // 1.2 has one header for all three; in 2021 each message has its own.
    public static readonly Group<Header> RequestHeader = new(
        new(), HeaderParts(multiple: In.Both, consortium: In.Only2021, theirId: In.Only12, authentication: In.Both, supplierMandatory: false));
    public static readonly Group<Header> SupplierHeader = new(
        new(), HeaderParts(multiple: In.Only12, consortium: null, theirId: In.Both, authentication: In.Only12, supplierMandatory: true));
    public static readonly Group<Header> RequesterHeader = new(
        new(), HeaderParts(multiple: In.Only12, consortium: In.Only2021, theirId: In.Both, authentication: In.Both, supplierMandatory: true));

    public static readonly Group<ConfirmationHeader> ConfirmationHeader = new(
        new(),
        Parts.One<ConfirmationHeader, AgencyId>("supplyingAgencyId", Agency, h => h.Supplier, (h, id) => h with { Supplier = id }),
        Parts.One<ConfirmationHeader, AgencyId>("requestingAgencyId", Agency, h => h.Requester, (h, id) => h with { Requester = id }),
        Parts.Value<ConfirmationHeader, DateTimeOffset>("timestamp", Forms.Instant, h => h.Timestamp, (h, at) => h with { Timestamp = at }, mandatory: true),
        Parts.One<ConfirmationHeader, string>(
            "requestingAgencyRequestId", Forms.Text, h => h.RequesterRequestId, (h, id) => h with { RequesterRequestId = id }),
        Parts.One<ConfirmationHeader, string>(
            "multipleItemRequestId", Forms.Text, h => h.MultipleItemRequestId, (h, id) => h with { MultipleItemRequestId = id }, In.Only12),
        Parts.Value<ConfirmationHeader, DateTimeOffset>(
            "timestampReceived", Forms.Instant, h => h.Received, (h, at) => h with { Received = at }, mandatory: true),
        Parts.Value<ConfirmationHeader, MessageStatus>(
            "messageStatus", Forms.MessageStatus, h => h.Status, (h, status) => h with { Status = status }, mandatory: true));

    public static readonly Group<ErrorData> Error = new(
        new(),
        Parts.Value<ErrorData, ErrorType>("errorType", Forms.ErrorType, e => e.Type, (e, type) => e with { Type = type }, mandatory: true),
        Parts.One<ErrorData, string>("errorValue", Forms.Text, e => e.Value, (e, value) => e with { Value = value }));

    private static Part<Header>[] HeaderParts(In multiple, In? consortium, In theirId, In authentication, bool supplierMandatory) =>
    [
        Parts.One<Header, AgencyId>("supplyingAgencyId", Agency, h => h.Supplier, (h, id) => h with { Supplier = id }, mandatory: supplierMandatory),
        Parts.One<Header, AgencyId>("requestingAgencyId", Agency, h => h.Requester, (h, id) => h with { Requester = id }, mandatory: true),
        .. consortium is { } spoken
            ? [Parts.One<Header, AgencyId>("consortialId", Agency, h => h.Consortium, (h, id) => h with { Consortium = id }, spoken)]
            : Array.Empty<Part<Header>>(),

        // Mandatory in 1.2, even if empty; in 2021 absent if there is none.
        new()
        {
            In12 = "multipleItemRequestId",
            In2021 = multiple == In.Both ? "multipleItemRequestId" : null,
            Many = false,
            Read = (xml, h) => xml.Text() is { } id ? h with { MultipleItemRequestId = id } : h,
            Write = (xml, name, h) =>
            {
                if (h.MultipleItemRequestId is not null || xml.Version == Partners.IsoVersion.V12)
                {
                    xml.Element(name, h.MultipleItemRequestId ?? string.Empty);
                }

                return true;
            },
        },
        Parts.Value<Header, DateTimeOffset>("timestamp", Forms.Instant, h => h.Timestamp, (h, at) => h with { Timestamp = at }, mandatory: true),
        Parts.One<Header, string>(
            "requestingAgencyRequestId", Forms.Text, h => h.RequesterRequestId, (h, id) => h with { RequesterRequestId = id }, mandatory: true),
        Parts.One<Header, string>("supplyingAgencyRequestId", Forms.Text, h => h.SupplierRequestId, (h, id) => h with { SupplierRequestId = id }, theirId),
        Parts.One<Header, Authentication>(
            "requestingAgencyAuthentication", s_authentication.Form, h => h.Authentication, (h, authentication) => h with { Authentication = authentication },
            authentication),
    ];

    private sealed record AgencyParts
    {
        public Code? Type { get; init; }

        public string? Value { get; init; }
    }

    private sealed record CostParts
    {
        public Code? Currency { get; init; }

        public decimal? Amount { get; init; }
    }
}
