using CsCheck;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Iso18626;

/// <summary>Any message that a version can carry, with all of its elements in it or few.</summary>
internal static partial class AnyMessage
{
    private const string Letters = "abcXYZ019 &<>\"'ßé館際互借𠮷😀-:/";

    private static readonly Gen<string> s_text =
        Gen.Int[0, Letters.EnumerateRunes().Count() - 1].Array[1, 12].Select(
            picks => string.Concat(picks.Select(pick => Letters.EnumerateRunes().ElementAt(pick).ToString())).Trim() is { Length: > 0 } text ? text : "x");

    /// <summary>To the second, as they are sent.</summary>
    private static readonly Gen<DateTimeOffset> s_instant = Gen.Int[0, 2_000_000_000].Select(seconds => DateTimeOffset.FromUnixTimeSeconds(seconds));

    /// <summary>A list is named by an address.</summary>
    private static readonly Gen<string> s_scheme = Gen.Int[0, 99].Select(number => $"http://illtransactions.org/ill/{number}?a=1&b=2");

    private static readonly Gen<Code> s_code = from value in s_text from scheme in Maybe(s_scheme) select new Code(value, scheme);
    private static readonly Gen<AgencyId> s_agency = from type in s_code from value in s_text select new AgencyId(type, value);
    private static readonly Gen<Costs> s_costs = from currency in s_code from cents in Gen.Int[-100, 1_000_000] select new Costs(currency, cents / 100m);
    private static readonly Gen<int> s_order = Gen.Int[0, 99];

    public static Gen<IsoMessage> In(IsoVersion version) => Gen.OneOf(
        Request(version).Select(IsoMessage (message) => message),
        Supplier(version).Select(IsoMessage (message) => message),
        Requester(version).Select(IsoMessage (message) => message),
        Confirmation(version));

    private static Gen<SupplyRequest> Request(IsoVersion version) =>
        from header in Header(version, theirId: version == IsoVersion.V12, authentication: true, multiple: true, consortium: Is2021(version))
        from item in Item(version)
        from publication in Maybe(Publication(version))
        from service in Service(version)
        from suppliers in Several(Supplied())
        from deliveries in Several(RequestedDelivery(version))
        from requester in Maybe(
            from name in s_text
            from contact in Maybe(s_text)
            from addresses in Several(Address(version))
            select new RequestingAgencyInfo { Name = name, Contact = contact, Addresses = addresses })
        from patron in Maybe(Patron(version))
        from billing in Maybe(
            from method in s_code
            from most in Maybe(s_costs)
            from how in Maybe(s_code)
            from name in Maybe(s_text)
            from address in Maybe(Address(version))
            select new BillingInfo { PaymentMethod = method, MaximumCosts = most, Method = how, Name = name, Address = address })
        select new SupplyRequest
        {
            Header = header,
            Item = item,
            Publication = publication,
            Service = service,
            Suppliers = suppliers,
            Deliveries = deliveries,
            Requester = requester,
            Patron = patron,
            Billing = billing
        };

    private static Gen<SupplierMessage> Supplier(IsoVersion version) =>
        from header in Header(version, theirId: true, authentication: version == IsoVersion.V12, multiple: version == IsoVersion.V12, consortium: false)
        from reason in Any<ReasonForMessage>()
        from answer in MaybeValue(Any<YesNo>())
        from note in Maybe(s_text)
        from unfilled in Maybe(s_code)
        from retryReason in Maybe(s_code)
        from retry in Maybe(Retry(version))
        from status in Any<SupplyStatus>(version == IsoVersion.V12 ? SupplyStatus.Cancelled : SupplyStatus.ReleaseHoldReturn)
        from expected in MaybeValue(s_instant)
        from due in MaybeValue(s_instant)
        from change in s_instant
        from delivery in Maybe(Delivery(version))
        from shipping in Is2021(version) ? Maybe(Shipping()) : Nothing<ShippingInfo?>()
        from back in Maybe(
            from agency in s_agency
            from name in Maybe(s_text)
            from address in Maybe(Physical(version))
            select new ReturnInfo { Agency = agency, Name = name, Address = address })
        select new SupplierMessage
        {
            Header = header,
            Info = new MessageInfo { Reason = reason, Answer = answer, Note = note, ReasonUnfilled = unfilled, ReasonRetry = retryReason, Retry = retry },
            Status = new StatusInfo { Status = status, ExpectedDelivery = expected, Due = due, LastChange = change },
            Delivery = delivery,
            Shipping = shipping,
            Return = back,
        };

    private static Gen<RequesterMessage> Requester(IsoVersion version) =>
        from header in Header(version, theirId: true, authentication: true, multiple: version == IsoVersion.V12, consortium: Is2021(version))
        from action in Any<RequesterAction>(version == IsoVersion.V12 ? RequesterAction.Notification : RequesterAction.Lost)
        from note in Maybe(s_text)
        select new RequesterMessage { Header = header, Action = action, Note = note };

    private static Gen<IsoMessage> Confirmation(IsoVersion version) =>
        from supplier in Maybe(s_agency)
        from requester in Maybe(s_agency)
        from timestamp in s_instant
        from id in Maybe(s_text)
        from multiple in version == IsoVersion.V12 ? Maybe(s_text) : Nothing<string?>()
        from received in s_instant
        from status in Any<MessageStatus>()
        from errors in Several(
            from type in Any<ErrorType>() from value in Maybe(s_text) select new ErrorData { Type = type, Value = value }, version == IsoVersion.V12 ? 1 : 3)
        from reason in MaybeValue(Any<ReasonForMessage>())
        from action in MaybeValue(Any<RequesterAction>(version == IsoVersion.V12 ? RequesterAction.Notification : RequesterAction.Lost))
        from kind in Gen.Int[0, 2]
        let header = new ConfirmationHeader
        {
            Supplier = supplier,
            Requester = requester,
            Timestamp = timestamp,
            RequesterRequestId = id,
            MultipleItemRequestId = multiple,
            Received = received,
            Status = status
        }
        select kind switch
        {
            0 => new RequestConfirmation { Header = header, Errors = errors },
            1 => new SupplierMessageConfirmation { Header = header, Reason = reason, Errors = errors },
            _ => (IsoMessage)new RequesterMessageConfirmation { Header = header, Action = action, Errors = errors },
        };

    private static Gen<Header> Header(IsoVersion version, bool theirId, bool authentication, bool multiple, bool consortium) =>
        from supplier in s_agency
        from requester in s_agency
        from consortial in consortium ? Maybe(s_agency) : Nothing<AgencyId?>()
        from several in multiple ? Maybe(s_text) : Nothing<string?>()
        from at in s_instant
        from id in s_text
        from theirs in theirId ? Maybe(s_text) : Nothing<string?>()
        from proof in authentication
            ? Maybe(from account in s_text from code in Maybe(s_text) select new Authentication { AccountId = account, SecurityCode = code })
            : Nothing<Authentication?>()
        select new Header
        {
            Supplier = supplier,
            Requester = requester,
            Consortium = consortial,
            MultipleItemRequestId = several,
            Timestamp = at,
            RequesterRequestId = id,
            SupplierRequestId = theirs,
            Authentication = proof
        };

    private static Gen<BibliographicInfo> Item(IsoVersion version) =>
        from record in Maybe(s_text)
        from title in s_text
        from author in Maybe(s_text)
        from isni in New(version, s_text)
        from subtitle in Maybe(s_text)
        from series in Maybe(s_text)
        from edition in Maybe(s_text)
        from component in Maybe(s_text)
        from componentBy in Maybe(s_text)
        from volumes in Several(s_text, version == IsoVersion.V12 ? 1 : 3)
        from issue in Maybe(s_text)
        from pages in Maybe(s_text)
        from count in Maybe(s_text)
        from ids in Several(from code in s_code from id in s_text select new ItemId { Code = code, Identifier = id })
        from sponsor in Maybe(s_text)
        from source in Maybe(s_text)
        from records in Several(Record())
        select new BibliographicInfo
        {
            SupplierUniqueRecordId = record,
            Title = title,
            Author = author,
            AuthorId = isni,
            Subtitle = subtitle,
            SeriesTitle = series,
            Edition = edition,
            TitleOfComponent = component,
            AuthorOfComponent = componentBy,
            Volumes = volumes,
            Issue = issue,
            PagesRequested = pages,
            EstimatedPages = count,
            ItemIds = ids,
            Sponsor = sponsor,
            InformationSource = source,
            RecordIds = records,
        };

    private static Gen<RecordId> Record() => from code in s_code from id in s_text select new RecordId { Code = code, Identifier = id };

    private static Gen<PublicationInfo> Publication(IsoVersion version) =>
        from publisher in s_text
        from isni in New(version, s_text)
        from type in Maybe(s_code)
        from date in Maybe(s_text)
        from place in Maybe(s_text)
        select new PublicationInfo { Publisher = publisher, PublisherId = isni, Type = type, Date = date, Place = place };

    private static Gen<ServiceInfo> Service(IsoVersion version) =>
        from type in MaybeValue(Any<RequestType>())
        from sub in Several(Any<RequestSubType>())
        from previous in Maybe(s_text)
        from service in Any<RequestedService>()
        from level in Maybe(s_code)
        from format in Maybe(s_code)
        from before in MaybeValue(s_instant)
        from compliance in Maybe(s_code)
        from any in MaybeValue(Any<YesNo>())
        from preferred in Is2021(version) ? MaybeValue(Any<PreferredEdition>()) : Nothing<PreferredEdition?>()
        from conditions in Is2021(version) ? Several(s_code) : Several(s_code, 0)
        from start in MaybeValue(s_instant)
        from end in MaybeValue(s_instant)
        from note in Maybe(s_text)
        select new ServiceInfo
        {
            RequestType = type,
            SubTypes = sub,
            PreviousRequestId = previous,
            Service = service,
            Level = level,
            Format = format,
            NeedBefore = before,
            CopyrightCompliance = compliance,
            AnyEdition = any,
            PreferredEdition = preferred,
            LoanConditions = conditions,
            Start = start,
            End = end,
            Note = note,
        };

    private static Gen<SupplierInfo> Supplied() =>
        from order in s_order
        from supplier in Maybe(s_agency)
        from text in Maybe(s_text)
        from record in Maybe(Record())
        from call in Maybe(s_text)
        from holdings in Maybe(s_text)
        from availability in Maybe(s_text)
        select new SupplierInfo
        {
            SortOrder = order,
            Supplier = supplier,
            Description = text,
            Record = record,
            CallNumber = call,
            Holdings = holdings,
            Availability = availability
        };

    private static Gen<PatronInfo> Patron(IsoVersion version) =>
        from id in s_text
        from surname in Maybe(s_text)
        from given in Maybe(s_text)
        from type in Maybe(s_code)
        from direct in MaybeValue(Any<YesNo>())
        from addresses in Several(Address(version))
        select new PatronInfo { PatronId = id, Surname = surname, GivenName = given, Type = type, SendToPatron = direct, Addresses = addresses };

    private static Gen<RetryInfo> Retry(IsoVersion version) => version switch
    {
        IsoVersion.V12 =>
            from costs in Several(s_costs, 1)
            from after in s_instant
            from before in MaybeValue(s_instant)
            select new RetryInfo { OfferedCosts = costs, After = after, Before = before },
        IsoVersion.V2021 =>
            from conditions in Several(s_code)
            from editions in Several(s_text)
            from formats in Several(s_code)
            from volumes in Several(s_text)
            from service in MaybeValue(Any<RequestedService>())
            from levels in Several(s_code)
            from methods in Several(s_code)
            from couriers in Several(s_code)
            from costs in Several(s_costs)
            from payments in Several(s_code)
            from before in s_instant
            from after in MaybeValue(s_instant)
            select new RetryInfo
            {
                LoanConditions = conditions,
                Editions = editions,
                Formats = formats,
                Volumes = volumes,
                Service = service,
                Levels = levels,
                Methods = methods,
                Couriers = couriers,
                OfferedCosts = costs,
                PaymentMethods = payments,
                Before = before,
                After = after,
            },
    };
}
