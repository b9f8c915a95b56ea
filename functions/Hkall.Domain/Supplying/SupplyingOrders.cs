using Hkall.Domain.Downloading;

namespace Hkall.Domain.Supplying;

/// <summary>Staff pass over the library now asked and ask the next.</summary>
public sealed record AskNextSupplier(string Why) : RequestCommand;

/// <summary>Staff have the scan that the supplier sent by other means.</summary>
public sealed record SupplyScan(Scan Scan) : RequestCommand;
