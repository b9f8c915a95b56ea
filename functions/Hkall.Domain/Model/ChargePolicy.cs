namespace Hkall.Domain.Model;

/// <summary>
/// Who bears a library's charge. The page reserves the right to charge for "expensive items obtained from overseas libraries" only, so
/// by default patrons are asked about charges of overseas libraries and about no others.
/// </summary>
public sealed record ChargePolicy
{
    /// <summary>The tiers whose charges the Library bears, so that the patron is not asked.</summary>
    public ByTier<bool> BorneByLibrary { get; init; } = new(Hkall: true, Local: true, Overseas: false);

    /// <summary>The most that the Library bears in these tiers without asking staff; above it staff decide. Null: no limit.</summary>
    public Money? LibraryBearsAtMost { get; init; }
}
