using System.Text.Json.Serialization;
using Hkall.Domain.Calendar;
using Hkall.Domain.Placing;

namespace Hkall.Domain.Supplying;

/// <summary>How a library on the rota stands with this request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RotaStatus>))]
public enum RotaStatus
{
    /// <summary>Not asked yet.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting,

    /// <summary>Asked; no answer yet.</summary>
    [JsonStringEnumMemberName("asked")] Asked,

    /// <summary>Has promised the item or the scan.</summary>
    [JsonStringEnumMemberName("promised")] Promised,

    /// <summary>Has sent the item or the scan.</summary>
    [JsonStringEnumMemberName("supplied")] Supplied,

    /// <summary>Said no, fell silent or was passed over; <see cref="RotaEntry.Why"/> says which.</summary>
    [JsonStringEnumMemberName("passed-over")] PassedOver,
}

/// <summary>How long a library is expected to take, in our working days from asking it.</summary>
/// <param name="Sample">Supplies measured; 0: what it says of itself.</param>
public sealed record ExpectedDelivery(int Earliest, int Latest, int Sample);

/// <summary>One library on the rota, in the order in which we mean to ask.</summary>
public sealed record RotaEntry(string Symbol, string Name, Tier Tier)
{
    public RotaStatus Standing { get; init; } = RotaStatus.Waiting;

    public string? Why { get; init; }

    /// <summary>When the library was asked, last; its delivery is measured from there. Null: never, or before this was kept.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Whether the library was ever asked: only then may it speak about the request.</summary>
    public bool WasAsked { get; init; }

    /// <summary>When it works, where that is not on our days.</summary>
    public SupplierDays? Works { get; init; }

    /// <summary>Working days within which it says that it answers; null: those of its tier.</summary>
    public int? ReplyDays { get; init; }

    /// <summary>How long it is expected to take, where more is known than of its tier.</summary>
    public ExpectedDelivery? Delivery { get; init; }

    /// <summary>The latest day of the estimate that was made when it was asked: what the patron was told, by which it is measured.</summary>
    public DateOnly? ToldBy { get; init; }

    /// <summary>It has said that it expects to supply.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Expects { get; init; }

    /// <summary>It has promised to supply, whatever became of that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasPromised { get; init; }

    /// <summary>It was asked to cancel and said no. It is not asked a second time, and nobody is asked after it: the item is no longer wanted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WouldNotCancel { get; init; }

    /// <summary>How often it was asked again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Retries { get; init; }

    /// <summary>Whether it is the one library now expected to supply. There is at most one.</summary>
    [JsonIgnore]
    public bool IsActive => Standing switch
    {
        RotaStatus.Asked or RotaStatus.Promised or RotaStatus.Supplied => true,
        RotaStatus.Waiting or RotaStatus.PassedOver => false,
    };
}
