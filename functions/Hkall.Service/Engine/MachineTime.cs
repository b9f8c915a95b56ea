namespace Hkall.Service.Engine;

/// <summary>
/// The machine's own clock, for cache lifetimes and network timeouts. The domain's clock is another: on the bench it can be
/// moved.
/// </summary>
public sealed record MachineTime(TimeProvider Clock);
