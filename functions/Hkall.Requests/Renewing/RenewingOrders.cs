namespace Hkall.Requests.Renewing;

/// <summary>The patron asks to keep the item longer.</summary>
public sealed record RenewLoan : RequestCommand;
