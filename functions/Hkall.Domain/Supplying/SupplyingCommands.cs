namespace Hkall.Domain.Supplying;

/// <summary>Staff pass over the library now asked and ask the next.</summary>
public sealed record AskNextSupplier(StatedReason Why) : RequestCommand;

/// <summary>Staff ask the library a question. The question changes nothing; the answer may.</summary>
public sealed record InquireOfSupplier(Inquiry About) : RequestCommand;
