using System.Globalization;
using Hkall.Service.Auditing;
using Hkall.Service.Policies;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.PolicyVersions;

/// <summary>
/// Staff write a policy as a draft and put it in force on a day. What was in force is never changed; an earlier version comes back as a
/// new one. The API and the pages both call this.
/// </summary>
public sealed class PolicyChanges(PolicyTable table, PolicyInForce policies, PolicyImport import, PolicyService reading, TimeProvider clock)
{
    /// <summary>How far ahead a version may be put in force.</summary>
    public const int FarthestDays = 400;

    /// <summary>The most versions that wait for their day; every host keeps them ready.</summary>
    public const int MostScheduled = 10;

    public const int LongestReason = PolicyTerms.LongestReason;

    private static readonly IReadOnlySet<string> Untaken = new HashSet<string>();

    /// <param name="record">Records the change before it is made.</param>
    /// <exception cref="BadInputException">The draft cannot be kept.</exception>
    public async Task<int> DraftAsync(
        string staffId, PolicyDraftForm form, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        await import.ImportAsync(cancellation);
        var (seen, reason) = (await SeenAsync(form.Seen, cancellation), PolicyTerms.Checked(form.Text, form.Reason));
        if (seen.Register.Last >= PolicyTable.MostVersions)
        {
            throw new BadInputException(StatusCodes.Status409Conflict, "too-many", $"At most {PolicyTable.MostVersions} versions are kept.");
        }

        var number = seen.Register.Last + 1;
        await record([AuditChange.Of(Named(number), null, "draft")]);
        var name = PolicyReading.Read(form.Text, policies, Untaken).Name;
        await WriteAsync(
            seen, seen.Register with { Last = number },
            new StoredPolicyVersion(number, name, PolicyOrigin.Staff, reason, staffId, clock.GetUtcNow(), Parts: 0), form.Text, before: null, cancellation);
        return number;
    }

    /// <summary>Replaces the document of a draft.</summary>
    /// <returns>False if there is no such version.</returns>
    /// <exception cref="BadInputException">It is no draft, or the new one cannot be kept.</exception>
    public async Task<bool> ChangeAsync(
        int number, PolicyDraftForm form, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var (seen, reason) = (await SeenAsync(form.Seen, cancellation), PolicyTerms.Checked(form.Text, form.Reason));
        if (await table.FindAsync(number, cancellation) is not { } version)
        {
            return false;
        }

        PolicyTerms.MustBe(PolicyState.Draft, version, seen.Register, policies.Today);
        await record([AuditChange.Of(Named(number), "draft", "draft")]);
        var name = PolicyReading.Read(form.Text, policies, Untaken).Name;
        await WriteAsync(
            seen, seen.Register, version with { Name = name, Reason = reason, ChangedAt = clock.GetUtcNow() }, form.Text, version, cancellation);
        return true;
    }

    /// <returns>False if there is no such version.</returns>
    /// <exception cref="BadInputException">It is no draft.</exception>
    public async Task<bool> RemoveAsync(int number, int revision, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var seen = await SeenAsync(revision, cancellation);
        if (await table.FindAsync(number, cancellation) is not { } version)
        {
            return false;
        }

        PolicyTerms.MustBe(PolicyState.Draft, version, seen.Register, policies.Today);
        await record([AuditChange.Of(Named(number), "draft", null)]);
        return await table.RemoveAsync(seen, seen.Register, version, cancellation) ? true : throw PolicyTerms.Stale();
    }

    /// <summary>Puts a draft in force from a day on.</summary>
    /// <returns>False if there is no such version.</returns>
    /// <exception cref="BadInputException">It has faults, or the day is not possible.</exception>
    public async Task<bool> PutInForceAsync(
        int number, PolicyDateForm form, string staffId, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var seen = await SeenAsync(form.Seen, cancellation);
        if (await table.FindAsync(number, cancellation) is not { } version || await reading.ReadAsync(number, cancellation) is not { } read)
        {
            return false;
        }

        PolicyTerms.MustBe(PolicyState.Draft, version, seen.Register, policies.Today);
        await PutAsync(seen, version with { Name = read.Name }, read, form.From, staffId, text: null, record, cancellation);
        return true;
    }

    /// <summary>Takes back that a version will be in force: it is a draft again.</summary>
    /// <returns>False if there is no such version.</returns>
    /// <exception cref="BadInputException">It does not wait for its day.</exception>
    public async Task<bool> CancelAsync(int number, int revision, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var seen = await SeenAsync(revision, cancellation);
        if (await table.FindAsync(number, cancellation) is not { } version)
        {
            return false;
        }

        PolicyTerms.MustBe(PolicyState.Scheduled, version, seen.Register, policies.Today);
        await record([AuditChange.Of(Named(number), $"from {Written(version.From)}", "draft")]);
        await WriteAsync(
            seen, seen.Register.Without(number, policies.Today), version with { From = null, PutBy = null, PutAt = null }, text: null, version, cancellation);
        return true;
    }

    /// <summary>Puts an earlier version in force again, as a new one with the same document.</summary>
    /// <returns>The new version; null if there is no earlier one.</returns>
    /// <exception cref="BadInputException">It was not in force, or cannot be in force now.</exception>
    public async Task<int?> AgainAsync(
        int number, PolicyAgainForm form, string staffId, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var (seen, reason) = (await SeenAsync(form.Seen, cancellation), PolicyTerms.CheckedReason(form.Reason));
        if (await table.FindAsync(number, cancellation) is not { } earlier || await reading.TextAsync(number, cancellation) is not { } text
            || await reading.ReadAsync(number, cancellation) is not { } read)
        {
            return null;
        }

        PolicyTerms.MustBe(PolicyState.Past, earlier, seen.Register, policies.Today);
        if (seen.Register.Last >= PolicyTable.MostVersions)
        {
            throw new BadInputException(StatusCodes.Status409Conflict, "too-many", $"At most {PolicyTable.MostVersions} versions are kept.");
        }

        var version = new StoredPolicyVersion(seen.Register.Last + 1, read.Name, PolicyOrigin.Again, reason, staffId, clock.GetUtcNow(), Parts: 0)
        {
            Of = number,
        };
        await PutAsync(seen, version, read, form.From, staffId, text, record, cancellation);
        return version.Number;
    }

    private async Task PutAsync(
        ReadRegister seen, StoredPolicyVersion version, ReadPolicy read, DateOnly? wanted, string staffId, string? text,
        Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var (today, register, fields) = (policies.Today, seen.Register, new Fields());
        var from = fields.Date("from", wanted, today, today.AddDays(FarthestDays)) ?? today;
        fields.ThrowIfAny();
        if (read.Document is null)
        {
            foreach (var fault in read.Faults)
            {
                fields.Fault(fault.Path, "policy-faulty", Texts.Text.Of(fault.Why));
            }

            fields.ThrowIfAny(StatusCodes.Status422UnprocessableEntity);
        }

        if (from > today && register.After(today).FirstOrDefault(turn => turn.From == from) is { } other)
        {
            throw new BadInputException(StatusCodes.Status409Conflict, "date-taken", $"Version {other.Number} takes effect on this day. Cancel it first.");
        }

        if (from > today && register.After(today).Count() >= MostScheduled)
        {
            throw new BadInputException(StatusCodes.Status409Conflict, "too-many-scheduled", $"At most {MostScheduled} versions wait for their day.");
        }

        var before = register.On(today).FirstOrDefault() is { } now ? Named(now.Number) : null;
        await record([AuditChange.Of(Named(version.Number), before, $"from {Written(from)}")]);
        await WriteAsync(
            seen,
            (register with { Last = Math.Max(register.Last, version.Number), ByStaff = true }).With(new PolicyTurn(version.Number, from), today),
            version with { From = from, PutBy = staffId, PutAt = clock.GetUtcNow() },
            text, before: text is null ? version : null, cancellation);
    }

    private async Task WriteAsync(
        ReadRegister seen, PolicyRegister after, StoredPolicyVersion version, string? text, StoredPolicyVersion? before, CancellationToken cancellation)
    {
        if (!await table.WriteAsync(seen, after, version, text, before, cancellation))
        {
            throw PolicyTerms.Stale();
        }

        await policies.ReadAsync(cancellation);
    }

    /// <summary>The register, if it is still as the caller saw it.</summary>
    private async Task<ReadRegister> SeenAsync(int revision, CancellationToken cancellation) =>
        await table.RegisterAsync(cancellation) is var now && now.Register.Revision == revision ? now : throw PolicyTerms.Stale();

    private static string Named(int number) => string.Create(CultureInfo.InvariantCulture, $"policy {number}");

    private static string Written(DateOnly? date) => string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}");
}
