namespace Hkall.Requests.OnLoan;

public sealed record DeclareLost(string Note) : RequestCommand;

public sealed record DeclareDamaged(string Note) : RequestCommand;
