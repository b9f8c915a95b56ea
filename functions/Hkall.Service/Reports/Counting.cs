using Hkall.Domain;

namespace Hkall.Service.Reports;

/// <summary>What became of a request. Every request is one of these, so the reports add up.</summary>
public enum RequestEnd
{
    Filled,
    Unfilled,
    Cancelled,
    UnderWay,
}

/// <summary>What became of the request at one of the libraries asked. Every library asked is one of these.</summary>
public enum AskedEnd
{
    Supplied,
    Silent,
    Declined,

    /// <summary>Our side withdrew: the patron cancelled, another library was faster, a charge was not accepted. Nobody refused.</summary>
    LetGo,
    UnderWay,
}

/// <summary>The one way in which the reports count a request and the libraries asked for it.</summary>
public static class Counting
{
    private static readonly ReasonCode[] ReasonsToLetGo =
    [
        ReasonCode.Closed, ReasonCode.AnotherLibrarySupplied, ReasonCode.ChargeDeclined, ReasonCode.ConditionsDeclined, ReasonCode.PassedOverByStaff,
        ReasonCode.LostHere, ReasonCode.NotWanted,
    ];

    public static RequestEnd EndOf(this CountedRequest request) => request switch
    {
        { ClosedOn: null } => request is { ArrivedOn: not null, NeverHad: false } ? RequestEnd.Filled : RequestEnd.UnderWay,
        { Outcome: RequestStatus.Cancelled } => RequestEnd.Cancelled,
        { Outcome: RequestStatus.Unfilled } or { NeverHad: true } => RequestEnd.Unfilled,
        { ArrivedOn: not null } => RequestEnd.Filled,

        // What its patron had cancelled, or no longer wanted, came and went straight back.
        { Unwanted: true } or { Outcome: RequestStatus.Completed, Recalled: false } => RequestEnd.Cancelled,
        _ => RequestEnd.Unfilled,
    };

    /// <summary>Why the patron did not get it; null if they did, or may still.</summary>
    public static ReasonCode? WhyWithout(this CountedRequest request) => request.EndOf() switch
    {
        RequestEnd.Unfilled => request switch
        {
            { Recalled: true, Outcome: RequestStatus.Completed } => ReasonCode.Recalled,
            { Why: { } why } => why,
            { Outcome: RequestStatus.Lost } => ReasonCode.Lost,
            _ => ReasonCode.NoLibraryLeft,
        },
        RequestEnd.Cancelled => request is { Outcome: RequestStatus.Cancelled, Why: { } why } ? why : ReasonCode.NotWanted,
        RequestEnd.Filled or RequestEnd.UnderWay => null,
    };

    public static AskedEnd EndOf(this AskedLibrary asked, CountedRequest request) => asked.Why switch
    {
        ReasonCode.Silent or ReasonCode.PromiseNotKept => AskedEnd.Silent,
        { } why => ReasonsToLetGo.Contains(why) ? AskedEnd.LetGo : AskedEnd.Declined,
        null => request.EndOf() switch
        {
            RequestEnd.Filled => AskedEnd.Supplied,
            RequestEnd.Cancelled => AskedEnd.LetGo,
            RequestEnd.UnderWay => request.NeverHad ? AskedEnd.Declined : AskedEnd.UnderWay,

            // It sent the item, and wanted it back or never got it to us; what we lost ourselves it had supplied.
            RequestEnd.Unfilled => request is { NeverHad: true, Recalled: false } ? AskedEnd.LetGo : AskedEnd.Declined,
        },
    };

    /// <summary>Why the library did not supply; null if it did, if it may still, or if our side withdrew.</summary>
    public static ReasonCode? WhyNot(this AskedLibrary asked, CountedRequest request) => asked.EndOf(request) switch
    {
        AskedEnd.Silent => asked.Why,
        AskedEnd.Declined => asked.Why ?? (request.Recalled ? ReasonCode.Recalled : request.WhyWithout() ?? ReasonCode.PassedOver),
        AskedEnd.Supplied or AskedEnd.LetGo or AskedEnd.UnderWay => null,
    };
}
