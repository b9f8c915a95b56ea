namespace Hkall.Service.Engine;

/// <summary>
/// Request ids: 26 characters of Crockford's base 32. The first ten are the inverted time of placing in milliseconds (so that
/// a patron's newest request has the smallest key); the rest are 80 random bits. An id does not reveal its patron.
/// </summary>
public static class RequestIds
{
    public const int Length = 26;
    private const int TimeCharacters = 10;
    private const int ChanceBytes = 10;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>48 bits of milliseconds last until the year 10889.</summary>
    private const long LastMillisecond = (1L << 48) - 1;

    public static string New(DateTimeOffset now, IRandom random)
    {
        Span<char> id = stackalloc char[Length];
        var inverted = LastMillisecond - now.ToUnixTimeMilliseconds();
        for (var i = TimeCharacters - 1; i >= 0; i--)
        {
            id[i] = Alphabet[(int)(inverted & 31)];
            inverted >>= 5;
        }

        Base32(random.Bytes(ChanceBytes)).CopyTo(id[TimeCharacters..]);
        return new string(id);
    }

    /// <summary>Whether the text can be an id at all; if it cannot, we do not look it up.</summary>
    public static bool IsWellFormed(string? text) => text is { Length: Length } && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal));

    /// <summary>Crockford's base 32 of whole groups of five bits; a remainder is padded with zeros.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var characters = new char[((bytes.Length * 8) + 4) / 5];
        var (buffer, bits, next) = (0, 0, 0);
        foreach (var value in bytes)
        {
            buffer = ((buffer << 8) | value) & 0xFFFF;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                characters[next++] = Alphabet[(buffer >> bits) & 31];
            }
        }

        if (bits > 0)
        {
            characters[next] = Alphabet[(buffer << (5 - bits)) & 31];
        }

        return new string(characters);
    }
}
