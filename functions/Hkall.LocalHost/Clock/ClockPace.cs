using System.Globalization;

namespace Hkall.LocalHost.Clock;

/// <summary>How the bench's time passes.</summary>
public enum ClockMode
{
    /// <summary>At the speed of real time.</summary>
    Live,

    /// <summary>At a multiple of real time.</summary>
    Fast,

    /// <summary>Only when a call moves it.</summary>
    Manual,
}

/// <summary>A mode and its speed: 1 is live, N is fast, 0 is by hand.</summary>
public sealed record ClockPace(ClockMode Mode, int Speed)
{
    /// <summary>A year in half a minute. At higher speeds, deadlines of a day pass between two checks.</summary>
    public const int Fastest = 1_000_000;

    public static ClockPace Live { get; } = new(ClockMode.Live, 1);

    public static ClockPace Manual { get; } = new(ClockMode.Manual, 0);

    /// <summary>Parses <c>live</c>, <c>manual</c> or <c>x60</c>; null where the text is none of them.</summary>
    public static ClockPace? Parse(string text) => text switch
    {
        "live" => Live,
        "manual" => Manual,
        ['x', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var speed) && speed is >= 2 and <= Fastest =>
            new ClockPace(ClockMode.Fast, speed),
        _ => null,
    };

    public override string ToString() => Mode switch
    {
        ClockMode.Live => "live",
        ClockMode.Manual => "manual",
        ClockMode.Fast => string.Create(CultureInfo.InvariantCulture, $"x{Speed}"),
    };
}
