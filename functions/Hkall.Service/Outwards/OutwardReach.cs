namespace Hkall.Service.Outwards;

/// <summary>How far calls to other libraries reach.</summary>
/// <param name="ThisMachine">Whether they may reach this machine as well as the public internet: the bench's libraries run on it.</param>
public sealed record OutwardReach(bool ThisMachine);
