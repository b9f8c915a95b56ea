using Hkall.Service.Auditing;
using Hkall.Service.Policies;
using Hkall.Service.PolicyVersions;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.PolicyVersions;

/// <summary>A member of staff at the versions of the policy, who always sees the newest state before a change.</summary>
internal sealed class PolicyDesk(AService host)
{
    public const string Staff = "staff-lam";

    public List<AuditChange> Recorded { get; } = [];

    public PolicyInForce InForce => host.Get<PolicyInForce>();

    public PolicyTable Table => host.Get<PolicyTable>();

    private PolicyChanges Changes => host.Get<PolicyChanges>();

    public async Task<int> SeenAsync() => (await AllAsync()).Seen;

    public Task<PolicyVersionsView> AllAsync() => host.Get<PolicyService>().AllAsync(host.Stop);

    public async Task<PolicyView> FindAsync(int number) => (await host.Get<PolicyService>().FindAsync(number, host.Stop)).ShouldNotBeNull();

    public async Task<PolicyState> StateAsync(int number) => (await FindAsync(number)).Version.State;

    public async Task<int> DraftAsync(string text, int? seen = null, string reason = "The committee decided it.") =>
        await Changes.DraftAsync(Staff, new PolicyDraftForm { Text = text, Reason = reason, Seen = seen ?? await SeenAsync() }, RecordAsync, host.Stop);

    public async Task<bool> ChangeAsync(int number, string text, int? seen = null) =>
        await Changes.ChangeAsync(number, new PolicyDraftForm { Text = text, Reason = "Again.", Seen = seen ?? await SeenAsync() }, RecordAsync, host.Stop);

    public async Task<bool> PutAsync(int number, DateOnly? from = null, int? seen = null) =>
        await Changes.PutInForceAsync(number, new PolicyDateForm { From = from, Seen = seen ?? await SeenAsync() }, Staff, RecordAsync, host.Stop);

    public async Task<bool> CancelAsync(int number) => await Changes.CancelAsync(number, await SeenAsync(), RecordAsync, host.Stop);

    public async Task<bool> RemoveAsync(int number) => await Changes.RemoveAsync(number, await SeenAsync(), RecordAsync, host.Stop);

    public async Task<int?> AgainAsync(int number, DateOnly? from = null) => await Changes.AgainAsync(
        number, new PolicyAgainForm { From = from, Reason = "It was better.", Seen = await SeenAsync() }, Staff, RecordAsync, host.Stop);

    /// <summary>A document with so many days on the hold shelf.</summary>
    public static string Shelf(int days, string name) => $$"""{ "figures": { "version": "{{name}}", "pickupDays": {{days}} } } // {{days}}""";

    public static async Task<BadInputException> RefusedAsync(Func<Task> change, string code)
    {
        var refused = await Should.ThrowAsync<BadInputException>(change);
        refused.Code.ShouldBe(code);
        return refused;
    }

    private Task RecordAsync(IReadOnlyList<AuditChange> changes)
    {
        Recorded.AddRange(changes);
        return Task.CompletedTask;
    }
}
