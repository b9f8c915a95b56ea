namespace Hkall.Simulation.Invariants;

/// <summary>Every name and address has a mark in it that is nowhere else, so that it is found wherever it should not be.</summary>
public sealed class Secrets(Ledger ledger)
{
    /// <summary>In no id and no word of ours.</summary>
    public const string Marker = "zq7x";

    public void Look(string where, string text, string? more = null, bool mayName = false)
    {
        if (!mayName && (Names(text) || (more is not null && Names(more))))
        {
            ledger.Fail(Invariant.I8, $"Somebody is named in {where}.");
        }
    }

    /// <summary>A mail names the one it is for and nobody else.</summary>
    public void LookInMail(string text, string to)
    {
        var own = to[..to.IndexOf('@', StringComparison.Ordinal)];
        for (var at = text.IndexOf(Marker, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Marker, at + 1, StringComparison.Ordinal))
        {
            var end = at + Marker.Length;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (!text.AsSpan(at, end - at).SequenceEqual(own))
            {
                ledger.Fail(Invariant.I8, $"A mail to {to} names {text[at..end]}.");
            }
        }
    }

    private static bool Names(string text) => text.Contains(Marker, StringComparison.Ordinal);
}
