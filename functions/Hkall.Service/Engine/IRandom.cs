using System.Security.Cryptography;

namespace Hkall.Service.Engine;

/// <summary>Chance as an argument. Ids that must not be guessed need the real one.</summary>
public interface IRandom
{
    byte[] Bytes(int count);
}

public sealed class SystemRandom : IRandom
{
    public byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}
