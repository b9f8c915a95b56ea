using Hkall.Domain.Model;

namespace Hkall.Domain.Downloading;

/// <summary>The patron downloads the file. We count the download before we send the first byte.</summary>
public sealed record DownloadFile : RequestCommand;

/// <summary>The patron, or staff for them, report a scan that they cannot use.</summary>
/// <param name="Scan">The number of the scan meant (<see cref="PatronRequest.ScanNumber"/>); null for the one that is there.</param>
public sealed record ReportScan(ScanFault Fault, Who By, int? Scan = null) : RequestCommand;

/// <summary>Staff have the scan that the supplier sent by other means.</summary>
public sealed record SupplyScan(Scan Scan) : RequestCommand;
