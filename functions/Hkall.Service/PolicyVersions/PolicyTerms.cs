using Hkall.Service.Policies;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.PolicyVersions;

/// <summary>Where a version stands, and what a change needs.</summary>
internal static class PolicyTerms
{
    public const int LongestReason = 500;

    public static PolicyState StateOf(StoredPolicyVersion version, PolicyRegister register, DateOnly today) =>
        version.From is not { } from ? PolicyState.Draft
        : from > today ? PolicyState.Scheduled
        : register.On(today).FirstOrDefault()?.Number == version.Number ? PolicyState.InForce
        : PolicyState.Past;

    public static void MustBe(PolicyState state, StoredPolicyVersion version, PolicyRegister register, DateOnly today)
    {
        if (StateOf(version, register, today) != state)
        {
            throw state switch
            {
                PolicyState.Draft => new BadInputException(StatusCodes.Status409Conflict, "not-a-draft", "Only a draft can be changed or put in force."),
                PolicyState.Scheduled => new BadInputException(
                    StatusCodes.Status409Conflict, "not-scheduled", "Only a version that waits for its day can be cancelled."),
                PolicyState.Past or PolicyState.InForce =>
                    new BadInputException(StatusCodes.Status409Conflict, "not-past", "Only a version that was in force can be put in force again."),
            };
        }
    }

    public static string Checked(string text, string reason)
    {
        Checked(text);
        return CheckedReason(reason);
    }

    public static void Checked(string text)
    {
        var fields = new Fields();
        fields.Text("text", text, PolicyTable.LongestText, lines: true);
        fields.ThrowIfAny();
    }

    public static string CheckedReason(string reason)
    {
        var fields = new Fields();
        var said = fields.Text("reason", reason, LongestReason);
        if (said is null && !fields.HasFaults)
        {
            fields.Fault("reason", "missing", "Say why.");
        }

        fields.ThrowIfAny();
        return said!;
    }

    public static BadInputException Stale() => new(
        StatusCodes.Status412PreconditionFailed, "changed-since", "The versions of the policy have changed since you saw them. Nothing was done.");
}
