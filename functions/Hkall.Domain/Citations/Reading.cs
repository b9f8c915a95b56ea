namespace Hkall.Domain.Citations;

/// <summary>Why a part of a citation cannot be read. Whoever shows it has a sentence for it, so each says what is truly wrong.</summary>
public enum Flaw
{
    /// <summary>A number is expected, and there is none.</summary>
    NoDigits,

    /// <summary>There are too few or too many digits.</summary>
    Length,

    /// <summary>The check digit belongs to other digits: most likely one is mistyped.</summary>
    CheckDigit,

    /// <summary>An ISBN of thirteen digits begins with 978 or 979.</summary>
    Prefix,

    /// <summary>There is a blank or a control character where none may be.</summary>
    Blank,

    /// <summary>The text has another form.</summary>
    Form,

    /// <summary>"15 p." may be the fifteenth page, or fifteen pages.</summary>
    PageOrCount,

    /// <summary>A range of pages ends before it begins, or has no end that anybody could count to.</summary>
    Backwards,
}

/// <summary>What a part of a citation says: its value in plain form, or why it cannot be read.</summary>
/// <param name="Why">Null if the value was read.</param>
/// <param name="Digits">How many digits there are, if their number is the flaw.</param>
public sealed record Reading<T>(T? Value, Flaw? Why, int Digits = 0)
{
    public bool IsRead => Why is null;
}

/// <summary>Makes readings.</summary>
internal static class Reading
{
    public static Reading<T> Of<T>(T value) => new(value, null);

    public static Reading<T> Not<T>(Flaw why) => new(default, why);

    public static Reading<string> OfAnotherLength(int digits) => new(null, Flaw.Length, digits);
}
