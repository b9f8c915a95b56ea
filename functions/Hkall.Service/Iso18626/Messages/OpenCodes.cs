using System.Globalization;

namespace Hkall.Service.Iso18626.Messages;

/// <summary>A value of an open list, and the list's name if given. A value on no list we know is still a value.</summary>
public sealed record Code(string Value, string? Scheme = null)
{
    public bool Is(string value) => string.Equals(Value, value, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Value;
}

/// <summary>A library or a consortium: <c>ISIL</c> and <c>DE-38</c>.</summary>
public sealed record AgencyId(Code Type, string Value)
{
    /// <summary>The id in the directory's spelling: <c>ISIL:DE-38</c>.</summary>
    public override string ToString() => $"{Type.Value}:{Value}";

    /// <summary>Parses the directory's spelling; a name without a scheme is our own.</summary>
    public static AgencyId Parse(string text) => text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
        ? new AgencyId(new Code(text[..colon]), text[(colon + 1)..])
        : new AgencyId(new Code("LOCAL"), text);

    /// <summary>Whether the directory's id means this agency: systems differ in the case of their ids.</summary>
    public bool Is(string id) => string.Equals(ToString(), id, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An amount in a currency of ISO 4217.</summary>
public sealed record Costs(Code Currency, decimal Amount)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Currency.Value} {Amount}");
}

/// <summary>The reasons and conditions from the standard's open lists that we read or send.</summary>
public static class KnownCodes
{
    public const string LibraryUseOnly = "LibraryUseOnly";
    public const string WatchLibraryUseOnly = "WatchLibraryUseOnly";
    public const string CostExceedsMaxCost = "CostExceedsMaxCost";
    public const string MustMeetLoanCondition = "MustMeetLoanCondition";
    public const string LoanConditionRetry = "LoanCondition";
    public const string Isbn = "ISBN";
    public const string Issn = "ISSN";
    public const string Oclc = "OCLC";

    /// <summary>No list has a code for Hong Kong's law, so the note says what the patron declared.</summary>
    public const string OtherCompliance = "Other";
}
