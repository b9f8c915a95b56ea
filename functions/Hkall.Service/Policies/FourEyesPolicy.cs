namespace Hkall.Service.Policies;

/// <summary>What takes effect only when a second member of staff has approved it.</summary>
public sealed record FourEyesPolicy
{
    private const int LongestDays = 90;
    private const decimal LargestSum = 100_000;

    /// <summary>
    /// Where a library is reached and by what it is known: the address of its system, its mail address, its secrets, and whether a gateway
    /// speaks for it.
    /// </summary>
    public bool PartnerAddressAndSecret { get; init; }

    /// <summary>Waivers of a fee from this sum on, what was waived of the same fee before included; null: none.</summary>
    public decimal? WaiversFromHkd { get; init; }

    /// <summary>How long a proposal waits, in calendar days.</summary>
    public int OpenDays { get; init; } = 14;

    internal IEnumerable<string> Faults()
    {
        if (OpenDays is < 1 or > LongestDays)
        {
            yield return $"fourEyes.openDays: {OpenDays}: a number from 1 to {LongestDays}.";
        }

        if (WaiversFromHkd is <= 0 or > LargestSum)
        {
            yield return $"fourEyes.waiversFromHkd: null, or more than 0 and at most {LargestSum}.";
        }
    }
}
