using System.Security.Cryptography;

namespace Hkall.Service.Engine;

/// <summary>Random bytes as a dependency. Ids that must not be guessed need <see cref="SystemRandom"/>.</summary>
public interface IRandom
{
    byte[] Bytes(int count);
}

public sealed class SystemRandom : IRandom
{
    public byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}
