namespace Hkall.Service.PolicyVersions;

/// <summary>The body of <c>POST /api/staff/policies/check</c>.</summary>
public sealed record PolicyText
{
    /// <summary>The document: JSON, comments allowed.</summary>
    public required string Text { get; init; }
}

/// <summary>The body of <c>POST /api/staff/policies</c> and <c>PUT /api/staff/policies/{version}</c>.</summary>
public sealed record PolicyDraftForm
{
    /// <summary>The document: JSON, comments allowed. A draft may have faults.</summary>
    public required string Text { get; init; }

    /// <summary>Why the policy is to change.</summary>
    public required string Reason { get; init; }

    /// <summary>The count of changes that the caller saw.</summary>
    public required int Seen { get; init; }
}

/// <summary>The body of <c>POST /api/staff/policies/{version}/put-in-force</c>.</summary>
public sealed record PolicyDateForm
{
    /// <summary>The first day on which it counts, of the Library; if left out, today: at once.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The count of changes that the caller saw.</summary>
    public required int Seen { get; init; }
}

/// <summary>The body of <c>POST /api/staff/policies/{version}/again</c>.</summary>
public sealed record PolicyAgainForm
{
    /// <summary>The first day on which it counts, of the Library; if left out, today: at once.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Why the earlier version is to count again.</summary>
    public required string Reason { get; init; }

    /// <summary>The count of changes that the caller saw.</summary>
    public required int Seen { get; init; }
}

/// <summary>The body of <c>POST /api/staff/policies/{version}/cancel</c>.</summary>
public sealed record PolicySeenForm
{
    /// <summary>The count of changes that the caller saw.</summary>
    public required int Seen { get; init; }
}
