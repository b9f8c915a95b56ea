namespace Hkall.Service.Notices;

/// <summary>A rendered mail. <see cref="OperationId"/> is derived from the effect's key and is the same on every try.</summary>
public sealed record Mail
{
    public required string OperationId { get; init; }

    public required string To { get; init; }

    /// <summary>Where an answer goes; null: to the sender's address.</summary>
    public string? ReplyTo { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    /// <summary>The notice it renders, as stored (<c>ready-for-pickup</c>).</summary>
    public required string Template { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The other requests covered by a mail for several reminders.</summary>
    public IReadOnlyList<string> AlsoAbout { get; init; } = [];

    public Attachment? Attachment { get; init; }
}

/// <summary>The result of a try to send.</summary>
public abstract record MailResult
{
    public sealed record Sent : MailResult;

    /// <summary>Over a quota, or the service is down. Nothing was sent; try again later.</summary>
    public sealed record Later(TimeSpan? After, string Why) : MailResult;

    /// <summary>The service will never accept this mail (an impossible address, for example).</summary>
    public sealed record Rejected(string Why) : MailResult;

    /// <summary>The reply was lost: the mail may have been sent.</summary>
    public sealed record Unknown(string Why) : MailResult;
}

/// <summary>Sends mail: the catcher or SMTP on the bench, Communication Services on Azure.</summary>
public interface IMailer
{
    Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation);

    /// <summary>
    /// Whether the service has begun the operation: ask before trying again when a mail may have been sent. Null if the service cannot say.
    /// </summary>
    Task<bool?> WasSentAsync(string operationId, CancellationToken cancellation);
}
