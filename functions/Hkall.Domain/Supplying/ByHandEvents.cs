using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>The library is next, and no system or mail reaches it: staff ask it. It has not been asked yet.</summary>
public sealed record SupplierToAskByHand([Id] string Symbol) : RequestEvent
{
    /// <summary>Why our message did not reach it; null if we send it none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Trace]
    public string? Undelivered { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.Sourcing,
        ToAskByHand = Symbol,
        AcceptedCost = null,
        Charge = null,
        Quote = null,
        Conditions = null,
        Estimate = null,
        Loan = null,
        Barcode = null,
        Parts = null,
        ArrivedAt = null,
        Unwanted = false,
        Rota = RotaChanges.ChangeEntry(request.Rota, Symbol, entry => entry with { Standing = RotaStatus.Waiting, Why = null, ByHand = true }),
    };
}

/// <summary>Staff have to tell the library something, since no system or mail reaches it.</summary>
public sealed record SupplierToTell([Id] string Symbol, RequestingAction Word, [PersonsWords] string? Note = null) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        WordsToTell = request.WordsToTell + 1,
        ToTell = [.. (request.ToTell ?? []).TakeLast(WordToTell.Most - 1), new WordToTell(request.WordsToTell + 1, Symbol, Word, Note)],
    };
}

/// <summary>Staff told the library so.</summary>
public sealed record SupplierTold([Id] string Symbol, int Number, RequestingAction Word, AskedBy By, [PersonsWords] string? Note = null) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request.ToTell?.Where(word => word.Number != Number).ToList() is { Count: > 0 } left
            ? request with { ToTell = left }
            : request with { ToTell = null };
}
