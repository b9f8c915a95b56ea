using Hkall.Domain;
using Hkall.Domain.Reviewing;
using Hkall.Service.Members;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>Whom work can be given to, and which tags there are.</summary>
public sealed class HandlingChecks(StaffMembers members, PolicyInForce policy)
{
    /// <summary>Adds the initials of whom the request is given to.</summary>
    /// <param name="staffId">The member of staff who gives the order.</param>
    /// <exception cref="BadInputException">The desk does not know the member of staff or the tag.</exception>
    public async Task<RequestCommand> CompleteAsync(string staffId, RequestCommand command, CancellationToken cancellation)
    {
        if (command is AssignRequest { To: { } to } given)
        {
            return await members.FindAsync(to.Staff, cancellation) is { } member ? given with { To = to with { Initials = member.Initials } }
                : to.Staff == staffId ? given
                : throw BadInputException.Field("to", "unknown-value", "me, nobody, or the key of a member of staff who has used the desk.");
        }

        if (command is TagRequest tagged && tagged.Tags.FirstOrDefault(tag => policy.Document.Tags.All(known => known.Name != tag)) is not null)
        {
            throw BadInputException.Field("tags", "unknown-value", $"Each one of {string.Join(", ", policy.Document.Tags.Select(tag => tag.Name))}.");
        }

        return command;
    }
}
