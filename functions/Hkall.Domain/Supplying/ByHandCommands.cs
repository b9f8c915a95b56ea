using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>Staff asked the library that is to be asked by hand.</summary>
public sealed record RecordAsked(HandAsking How) : RequestCommand;

/// <summary>Staff told a library what there was to tell it.</summary>
/// <param name="Number">The word; null: the only one there is, or all of them.</param>
public sealed record RecordTold(int? Number, AskedBy By, string? Note) : RequestCommand;

/// <summary>Our own service reports that a message did not reach the library, and never will.</summary>
public sealed record MessageUndelivered(string Symbol, string MessageId, RequestingAction What, string Why) : SupplierNews(Symbol, MessageId)
{
    /// <summary>The note for the library that was in the message.</summary>
    public string? ForLibrary { get; init; }

    /// <summary>
    /// Whether the message went to the library's own system, which refused it at once or could not be reached in days: then nobody there heard it,
    /// and a person who asks again would be told the same.
    /// </summary>
    public bool BySystem { get; init; }

    public override string Said => "undelivered";
}
