using CsCheck;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Iso18626;

/// <summary>Where an item is to be sent, and how it was.</summary>
internal static partial class AnyMessage
{
    private static Gen<RequestedDelivery> RequestedDelivery(IsoVersion version) =>
        from order in s_order
        from address in Maybe(Address(version))
        from method in New(version, s_code)
        from courier in New(version, s_code)
        select new RequestedDelivery { SortOrder = order, Address = address, Method = method, Courier = courier };

    private static Gen<Address> Address(IsoVersion version) => Gen.OneOf(
        from type in s_code
        from data in s_text
        select new Address { Electronic = new ElectronicAddress { Type = type, Data = data } },
        Physical(version).Select(physical => new Address { Physical = physical }));

    private static Gen<PhysicalAddress> Physical(IsoVersion version) =>
        from line in s_text
        from second in Maybe(s_text)
        from place in Maybe(s_text)
        from post in Maybe(s_text)
        from region in Is2021(version) ? Maybe(s_text.Select(text => new Code(text))) : Maybe(s_code)
        from country in Maybe(s_code)
        select new PhysicalAddress { Line1 = line, Line2 = second, Locality = place, PostalCode = post, Region = region, Country = country };

    private static Gen<DeliveryInfo> Delivery(IsoVersion version) =>
        from sent in s_instant
        from items in Several(s_text, version == IsoVersion.V12 ? 1 : 3)
        from url in New(version, s_text)
        from method in Maybe(s_code)
        from address in New(version, Address(version))
        from direct in MaybeValue(Gen.Bool)
        from conditions in Several(s_code, version == IsoVersion.V12 ? 1 : 3)
        from format in Maybe(s_code)
        from service in Is2021(version) ? MaybeValue(Any<RequestedService>()) : Nothing<RequestedService?>()
        from costs in Several(s_costs, version == IsoVersion.V12 ? 1 : 3)
        from payment in New(version, s_code)
        select new DeliveryInfo
        {
            Sent = sent,
            ItemIds = items,
            Url = url,
            Method = method,
            Address = address,
            SentToPatron = direct,
            LoanConditions = conditions,
            Format = format,
            Service = service,
            Costs = costs,
            PaymentMethod = payment
        };

    private static Gen<ShippingInfo> Shipping() =>
        from courier in s_code
        from tracking in Several(s_text)
        from insured in MaybeValue(Any<YesNo>())
        from third in MaybeValue(Any<YesNo>())
        from name in Maybe(s_text)
        from costs in Several(s_costs)
        select new ShippingInfo
        {
            Courier = courier,
            TrackingIds = tracking,
            Insured = insured,
            InsuredByThirdParty = third,
            ThirdParty = name,
            InsuranceCosts = costs
        };
}
