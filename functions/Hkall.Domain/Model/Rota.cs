using System.Text.Json.Serialization;
using Hkall.Domain.Calendar;

namespace Hkall.Domain.Model;

/// <summary>The status of a library on the rota of one request.</summary>
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

    /// <summary>Said no, did not answer or was passed over; <see cref="RotaEntry.Why"/> says which.</summary>
    [JsonStringEnumMemberName("passed-over")] PassedOver,
}

/// <summary>How long we expect a library to take, in our working days from asking it.</summary>
/// <param name="Sample">The number of measured supplies; 0: its own statement.</param>
public sealed record ExpectedDelivery(int Earliest, int Latest, int Sample);

/// <summary>One library on the rota, in the order in which we plan to ask.</summary>
public sealed record RotaEntry([Id] string Symbol, [LibraryText] string Name, Tier Tier)
{
    public RotaStatus Standing { get; init; } = RotaStatus.Waiting;

    public StatedReason? Why { get; init; }

    /// <summary>When we last asked the library; its delivery time counts from here. Null: never, or before we recorded this.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Whether we ever asked the library: only then may it send messages about the request.</summary>
    public bool WasAsked { get; init; }

    /// <summary>Its working days, if they differ from ours.</summary>
    public SupplierDays? Works { get; init; }

    /// <summary>Working days within which it promises to answer; null: those of its tier.</summary>
    public int? ReplyDays { get; init; }

    /// <summary>How long we expect it to take, if we know more than the range of its tier.</summary>
    public ExpectedDelivery? Delivery { get; init; }

    /// <summary>The latest day of the estimate made when we asked: the patron saw it, and we measure the library by it.</summary>
    public DateOnly? ToldBy { get; init; }

    /// <summary>It said that it expects to supply.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Expects { get; init; }

    /// <summary>It promised to supply, whatever happened later.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasPromised { get; init; }

    /// <summary>We asked it to cancel and it said no. We ask it no second time, and no library after it: the patron no longer wants the item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WouldNotCancel { get; init; }

    /// <summary>No system or mail reaches it: staff ask it, and tell it everything else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByHand { get; init; }

    /// <summary>The due date that staff noted for an item from outside the directory; a slip in the parcel corrects it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DueOn { get; init; }

    /// <summary>The library's own number of our request; null if it has named none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Trace]
    public string? LendersNumber { get; init; }

    /// <summary>How often we asked it again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Retries { get; init; }

    /// <summary>Whether it is the one library now expected to supply; at most one is.</summary>
    [JsonIgnore]
    public bool IsActive => Standing switch
    {
        RotaStatus.Asked or RotaStatus.Promised or RotaStatus.Supplied => true,
        RotaStatus.Waiting or RotaStatus.PassedOver => false,
    };
}
