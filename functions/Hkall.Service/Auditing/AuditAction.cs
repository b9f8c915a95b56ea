using System.Text.Json.Serialization;

namespace Hkall.Service.Auditing;

/// <summary>What a member of staff did. The names are stored and never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuditAction>))]
public enum AuditAction
{
    [JsonStringEnumMemberName("looked-at-request")] LookedAtRequest,

    /// <summary>Saw the patron's name, address and library number.</summary>
    [JsonStringEnumMemberName("looked-at-person")] LookedAtPerson,

    [JsonStringEnumMemberName("looked-at-fees")] LookedAtFees,
    [JsonStringEnumMemberName("looked-at-lending")] LookedAtLending,
    [JsonStringEnumMemberName("looked-at-invoice")] LookedAtInvoice,
    [JsonStringEnumMemberName("looked-at-messages")] LookedAtMessages,
    [JsonStringEnumMemberName("looked-at-audit")] LookedAtAudit,
    [JsonStringEnumMemberName("looked-at-proposals")] LookedAtProposals,

    /// <summary>Searched the requests. The words are not kept: they may be a person's name.</summary>
    [JsonStringEnumMemberName("searched")] Searched,

    [JsonStringEnumMemberName("listed")] Listed,
    [JsonStringEnumMemberName("exported")] Exported,
    [JsonStringEnumMemberName("printed")] Printed,
    [JsonStringEnumMemberName("read-report")] ReadReport,
    [JsonStringEnumMemberName("scanned")] Scanned,
    [JsonStringEnumMemberName("acted-on-request")] ActedOnRequest,
    [JsonStringEnumMemberName("acted-on-requests")] ActedOnRequests,
    [JsonStringEnumMemberName("acted-on-lending")] ActedOnLending,
    [JsonStringEnumMemberName("acted-on-message")] ActedOnMessage,
    [JsonStringEnumMemberName("placed-for-patron")] PlacedForPatron,
    [JsonStringEnumMemberName("changed-fee")] ChangedFee,
    [JsonStringEnumMemberName("changed-invoice")] ChangedInvoice,
    [JsonStringEnumMemberName("changed-directory")] ChangedDirectory,
    [JsonStringEnumMemberName("changed-rates")] ChangedRates,
    [JsonStringEnumMemberName("changed-calendar")] ChangedCalendar,
    [JsonStringEnumMemberName("changed-letters")] ChangedLetters,
    [JsonStringEnumMemberName("changed-policy")] ChangedPolicy,
    [JsonStringEnumMemberName("decided-proposal")] DecidedProposal,

    /// <summary>Kept or removed a view of their own.</summary>
    [JsonStringEnumMemberName("changed-views")] ChangedViews,

    /// <summary>Signed a person out everywhere.</summary>
    [JsonStringEnumMemberName("ended-sessions")] EndedSessions,
}

/// <summary>The two kinds of actions.</summary>
public static class AuditActions
{
    /// <summary>Whether the action shows something and changes nothing.</summary>
    public static bool IsLook(this AuditAction action) => action switch
    {
        AuditAction.LookedAtRequest or AuditAction.LookedAtPerson or AuditAction.LookedAtFees or AuditAction.LookedAtLending
            or AuditAction.LookedAtInvoice or AuditAction.LookedAtMessages or AuditAction.LookedAtAudit or AuditAction.LookedAtProposals
            or AuditAction.Searched or AuditAction.Listed or AuditAction.Exported or AuditAction.Printed or AuditAction.ReadReport => true,
        AuditAction.Scanned or AuditAction.ActedOnRequest or AuditAction.ActedOnRequests or AuditAction.ActedOnLending or AuditAction.ActedOnMessage
            or AuditAction.PlacedForPatron or AuditAction.ChangedFee or AuditAction.ChangedInvoice or AuditAction.ChangedDirectory
            or AuditAction.ChangedRates or AuditAction.ChangedCalendar or AuditAction.ChangedLetters or AuditAction.ChangedPolicy
            or AuditAction.DecidedProposal or AuditAction.ChangedViews or AuditAction.EndedSessions => false,
    };
}
