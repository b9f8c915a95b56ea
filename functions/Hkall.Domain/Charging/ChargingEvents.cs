using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Charging;

/// <summary>The library would supply for a charge; the patron decides.</summary>
public sealed record CostQuoted([Id] string Symbol, Money Cost, DateOnly DecideBy) : RequestEvent
{
    /// <summary>The library has closed the request; accepting the charge means asking it again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retry { get; init; }

    /// <summary>The library named the charge with conditions, which staff have accepted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AfterConditions { get; init; }

    /// <summary>For a foreign charge: what the patron is told that it is about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Approximation? Approximately { get; init; }

    /// <summary>The patron who is asked about another charge has accepted none: the mail says so.</summary>
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.AwaitingCostDecision,
        Quote = new Quote(Cost, DecideBy) { Retry = Retry, AfterConditions = AfterConditions, Approximately = Approximately },
        Acceptance = null,
    };
}

public sealed record CostReminded : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Quote = request.Quote! with { Reminded = true } };
}

/// <summary>
/// The charge is accepted: by the patron now (<c>by-patron</c>), by staff on the patron's word (<c>by-staff</c>), in advance up to an
/// amount (<c>within-maximum</c>), or paid by the Library (<c>borne-by-library</c>).
/// </summary>
public sealed record CostAccepted([Id] string Symbol, Money Cost, StatedReason How) : RequestEvent
{
    /// <summary>What the patron told staff; null if staff did not act for them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PatronsWord? Word { get; init; }

    /// <summary>For a foreign charge: what the patron was told that it is about, and pays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Approximation? Approximately { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { AcceptedCost = Cost, Acceptance = new Acceptance(Cost, How) { Approximately = Approximately }, Quote = null };
}

/// <summary>
/// The charge is not accepted: the patron declined (<c>by-patron</c>), staff did on the patron's word (<c>by-staff</c>), or the patron did
/// not answer in time (<c>no-answer</c>).
/// </summary>
public sealed record CostDeclined([Id] string Symbol, Money Cost, StatedReason Why) : RequestEvent
{
    /// <summary>What the patron told staff; null if staff did not act for them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PatronsWord? Word { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Quote = null };
}

/// <summary>The library would supply on conditions; staff decide on them.</summary>
public sealed record ConditionsNamed([Id] string Symbol, IReadOnlyList<StatedReason> Conditions, Money? Cost = null) : RequestEvent
{
    /// <summary>The library has closed the request; accepting its terms means asking it again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retry { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.Sourcing,
        Conditions = new NamedConditions(Symbol, Conditions) { Cost = Cost, Retry = Retry },
        Charge = Cost is null ? request.Charge : null,
    };
}

public sealed record ConditionsAccepted([Id] string Symbol) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Conditions = null };
}

/// <summary>The conditions are not accepted: staff declined (<c>by-staff</c>), or did not decide in time (<c>no-answer</c>).</summary>
public sealed record ConditionsDeclined([Id] string Symbol, StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request;
}

/// <summary>We will ask the library again on that day.</summary>
public sealed record RetryPlanned([Id] string Symbol, DateOnly On, StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Status = RequestStatus.Sourcing, Conditions = null, Rota = RotaChanges.Stand(request.Rota, Symbol, RotaStatus.Asked, null) };
}

/// <summary>We asked the library again, on the terms it had named.</summary>
public sealed record RetryAsked([Id] string Symbol) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.Sourcing,
        Rota = RotaChanges.ChangeEntry(request.Rota, Symbol, entry => entry with
        {
            Standing = RotaStatus.Asked,
            Retries = entry.Retries + 1,
            Expects = false,

            // Asking again is another request to the library, and gets another number there.
            LendersNumber = null,
        }),
    };
}

/// <summary>The Library pays what the library charges beyond the accepted amount: staff decided so, or the policy did.</summary>
public sealed record ChargeBorne([Id] string Symbol, Money Cost) : RequestEvent
{
    /// <summary><c>by-policy</c> if the policy decided; null if staff did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StatedReason? Why { get; init; }

    /// <summary>The Library pays all of it, and the patron nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Whole { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Charge = (request.Charge ?? new SupplierCharge(Symbol, Cost, request.AcceptedCost, ChargeStanding.Borne)) with { Standing = ChargeStanding.Borne },
        Acceptance = Whole && request.Acceptance is { } accepted ? accepted with { How = ReasonCode.BorneByLibrary } : request.Acceptance,
    };
}

/// <summary>Staff told the library that only the accepted amount was agreed.</summary>
public sealed record ChargeDisputed([Id] string Symbol, Money Cost, [PersonsWords] string Note) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Charge = request.Charge! with { Standing = ChargeStanding.Disputed } };
}
