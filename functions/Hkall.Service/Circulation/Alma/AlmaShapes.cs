using System.Text.Json.Serialization;

namespace Hkall.Service.Circulation.Alma;

/// <summary>A coded value of Alma: the code, and its text in the language of the call.</summary>
internal sealed record Coded
{
    public string? Value { get; init; }

    public string? Desc { get; init; }
}

/// <summary>The members of Alma's User object that the service reads; <c>expand=loans,requests</c> adds the two numbers.</summary>
internal sealed record AlmaUser
{
    [JsonPropertyName("primary_id")]
    public string? PrimaryId { get; init; }

    /// <summary><c>2030-01-16Z</c>: a date with a zone mark, which means nothing for a date.</summary>
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

/// <summary>Alma's Fee object, as we send it.</summary>
internal sealed record AlmaFee
{
    public required Coded Type { get; init; }

    /// <summary>Greater than zero, for a credit too.</summary>
    [JsonPropertyName("original_amount")]
    public required decimal OriginalAmount { get; init; }

    public required Coded Owner { get; init; }

    /// <summary>Ends with our key: the only member in which we can find it again.</summary>
    public required string Comment { get; init; }
}

/// <summary>The members of Alma's list of fees that the service reads.</summary>
internal sealed record AlmaFees
{
    public IReadOnlyList<AlmaEntered>? Fee { get; init; }
}

internal sealed record AlmaEntered
{
    public string? Comment { get; init; }
}

/// <summary>Alma's errors. The codes are Alma's own; the HTTP status alone does not distinguish an unknown patron from a bad call.</summary>
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
