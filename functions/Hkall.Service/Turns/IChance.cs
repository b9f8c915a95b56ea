using System.Security.Cryptography;

namespace Hkall.Service.Turns;

/// <summary>Chance as an argument. Ids that must not be guessed need the real one.</summary>
public interface IChance
{
    byte[] Bytes(int count);
}

public sealed class SystemChance : IChance
{
    public byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}
