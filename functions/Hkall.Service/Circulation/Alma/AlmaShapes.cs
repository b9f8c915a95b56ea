using System.Text.Json.Serialization;

namespace Hkall.Service.Circulation.Alma;

/// <summary>A coded value of Alma: the code, and its text in the language of the call.</summary>
internal sealed record Coded
{
    public string? Value { get; init; }

    public string? Desc { get; init; }
}

/// <summary>As much of Alma's User object as is read here; <c>expand=loans,requests</c> gives the two numbers.</summary>
internal sealed record AlmaUser
{
    [JsonPropertyName("primary_id")]
    public string? PrimaryId { get; init; }

    /// <summary><c>2030-01-16Z</c>: a date with the mark of a zone that dates do not have.</summary>
    [JsonPropertyName("expiry_date")]
    public string? ExpiryDate { get; init; }

    /// <summary><c>ACTIVE</c> or <c>INACTIVE</c>.</summary>
    public Coded? Status { get; init; }

    public Coded? Loans { get; init; }

    public Coded? Requests { get; init; }

    [JsonPropertyName("user_block")]
    public IReadOnlyList<AlmaBlock>? UserBlock { get; init; }
}

internal sealed record AlmaBlock
{
    [JsonPropertyName("block_description")]
    public Coded? Description { get; init; }

    /// <summary><c>ACTIVE</c> or <c>INACTIVE</c>.</summary>
    [JsonPropertyName("block_status")]
    public string? Status { get; init; }

    [JsonPropertyName("expiry_date")]
    public string? ExpiryDate { get; init; }
}

/// <summary>Alma's Fee object, as it is sent.</summary>
internal sealed record AlmaFee
{
    public required Coded Type { get; init; }

    /// <summary>More than nothing, of a credit too.</summary>
    [JsonPropertyName("original_amount")]
    public required decimal OriginalAmount { get; init; }

    public required Coded Owner { get; init; }

    /// <summary>Ends with our key: the one member in which it can be found again.</summary>
    public required string Comment { get; init; }
}

/// <summary>Alma's list of fees, as far as it is looked through.</summary>
internal sealed record AlmaFees
{
    public IReadOnlyList<AlmaEntered>? Fee { get; init; }
}

internal sealed record AlmaEntered
{
    public string? Comment { get; init; }
}

/// <summary>Alma's errors. The codes are its own; the HTTP status alone does not tell an unknown patron from a bad call.</summary>
internal sealed record AlmaErrors
{
    public AlmaErrorList? ErrorList { get; init; }
}

internal sealed record AlmaErrorList
{
    public IReadOnlyList<AlmaError>? Error { get; init; }
}

internal sealed record AlmaError
{
    public string? ErrorCode { get; init; }
}
