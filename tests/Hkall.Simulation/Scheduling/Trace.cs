using System.Globalization;
using System.Runtime.InteropServices;

namespace Hkall.Simulation.Scheduling;

/// <summary>What happened, as one number: two runs that differ in anything have different ones. Told line by line where somebody listens.</summary>
public sealed class Trace
{
    private ulong _hash = 0xCBF29CE484222325;

    /// <summary>Who wants to read along.</summary>
    public Action<string>? Listener { get; set; }

    public ulong Hash => _hash;

    public void Note(DateTimeOffset at, string what, string about, string? body = null)
    {
        Mix((ulong)at.UtcTicks);
        Mix(what);
        Mix(about);
        if (body is not null)
        {
            Mix(body);
        }

        Listener?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm:ss.fff} {what} {about}"));
    }

    private void Mix(ulong value) => _hash = Dice.Mixed(_hash ^ value);

    private void Mix(string text)
    {
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var hash = _hash;
        unchecked
        {
            foreach (var word in words)
            {
                hash = (System.Numerics.BitOperations.RotateLeft(hash, 5) ^ word) * 0x9E3779B97F4A7C15;
            }

            foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            {
                hash = (hash ^ rest) * 0x100000001B3;
            }
        }

        _hash = hash;
        Mix((ulong)text.Length);
    }
}
