namespace Hkall.Service.Policies;

/// <summary>The stamp on copies and their cover.</summary>
public sealed record StampPolicy
{
    private const int LongestWording = 120;
    private const int LargestMegabytes = 64;
    private const int LargestPages = 2_000;

    /// <summary>Whether copies that go out are stamped.</summary>
    public bool OnCopies { get; init; } = true;

    /// <summary>What stands under each page, before the number of the request and the day.</summary>
    public string Wording { get; init; } = "Copy supplied for private research only";

    /// <summary>Whether a cover stands in front.</summary>
    public bool Cover { get; init; } = true;

    /// <summary>A longer copy goes out as it came.</summary>
    public int MostPages { get; init; } = 500;

    /// <summary>A larger file goes out as it came.</summary>
    public int MostMegabytes { get; init; } = LargestMegabytes;

    internal IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Wording) || Wording.Length > LongestWording || Wording.Any(char.IsControl))
        {
            yield return $"stamp.wording: one line of 1 to {LongestWording} characters.";
        }

        if (MostPages is < 1 or > LargestPages)
        {
            yield return $"stamp.mostPages: {MostPages}: a number from 1 to {LargestPages}.";
        }

        if (MostMegabytes is < 1 or > LargestMegabytes)
        {
            yield return $"stamp.mostMegabytes: {MostMegabytes}: a number from 1 to {LargestMegabytes}.";
        }
    }
}
