namespace Hkall.Service.Inbox;

/// <summary>Why a message was parked. The names are stored, and docs/runbook.md says what to do about each.</summary>
public static class ParkedReason
{
    public const string UnknownRequest = "unknown-request";
    public const string NotAsked = "not-asked";
    public const string NotTheBorrower = "not-the-borrower";
    public const string UnknownLibrary = "unknown-library";
    public const string InactiveLibrary = "inactive-library";
    public const string Malformed = "malformed";

    /// <summary>We answered an ISO 18626 message with an error. The body is XML; the others are envelopes of the queue.</summary>
    public const string Refused = "refused";

    /// <summary>It failed at every delivery of the queue.</summary>
    public const string Failed = "failed";

    /// <summary>The library has written about the request as often as the policy allows.</summary>
    public const string TooManyMessages = "too-many-messages";

    /// <summary>A person wrote about a request whose personal data is erased: what they wrote would stay in it for ever.</summary>
    public const string Erased = "erased";

    /// <summary>The request's history takes no more messages.</summary>
    public const string HistoryFull = "history-full";
}
