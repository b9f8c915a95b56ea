using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Mailing;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.MyRequests;

/// <summary>Reads and stores a patron's preferences.</summary>
public sealed class PreferencesService(
    IRows rows,
    People people,
    ErasureIndex erasures,
    PolicyInForce policy,
    MailRules rules,
    TimeProvider clock,
    RequestStore<PatronRequest, RequestEvent> store)
{
    public static readonly IReadOnlyList<string> Languages = [.. Enum.GetValues<NoticeLanguage>().Select(language => language.Tag())];

    public async Task<Preferences> FindAsync(Patron patron, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Requests, patron.Id, Keys.Preferences, cancellation) is { } row
            ? StoredJson.Read<Preferences>(row.Body) : new Preferences();

    /// <exception cref="BadInputException">The language does not exist, or the patron turned off an obligatory notice.</exception>
    public async Task<Preferences> ChooseAsync(Patron patron, PreferencesForm form, CancellationToken cancellation)
    {
        var fields = new Fields();
        if (form.Language is { } language && !Languages.Contains(language))
        {
            fields.Fault("language", "unknown-value", $"One of {string.Join(", ", Languages)}.");
        }

        fields.ThrowIfAny();
        if (form.TurnedOff?.Where(notice => !rules.IsOptional(notice)).Cast<Notice?>().FirstOrDefault() is { } obligatory)
        {
            fields.Fault(
                "turnedOff", "obligatory-notice",
                $"The notice {new NamedArgument("notice", Names.Of(obligatory))} tells what a patron must know and cannot be turned off.");
            fields.ThrowIfAny(StatusCodes.Status422UnprocessableEntity);
        }

        var before = await FindAsync(patron, cancellation);
        var after = before with
        {
            Language = form.Language ?? before.Language,
            TurnedOff = form.TurnedOff is { } turnedOff ? [.. turnedOff.Distinct()] : before.TurnedOff,
            KeepHistory = form.KeepHistory ?? before.KeepHistory,
        };
        await PutAsync(patron, before, after, cancellation);
        return after;
    }

    private async Task PutAsync(Patron patron, Preferences before, Preferences preferences, CancellationToken cancellation)
    {
        var known = await rows.RangeAsync(RowTable.Requests, patron.Id, Keys.Account, Keys.PersonTo, take: 1, openOnly: false, cancellation);
        if (known.Count == 0)
        {
            await erasures.PutUpAsync(patron.Id, policy.Document.Retention.FirstLook(clock.GetUtcNow()), cancellation);
        }
        else if (before.KeepHistory && !preferences.KeepHistory)
        {
            // The next run erases everything that was kept for the history alone.
            await erasures.PutUpAsync(patron.Id, clock.GetUtcNow(), cancellation);
        }

        var row = new Row(
            patron.Id, Keys.Preferences, StoredJson.Write(preferences with { ChosenAt = clock.GetUtcNow() }), store.NewCommitId())
        { Open = true };
        await rows.CommitAsync(RowTable.Requests, patron.Id, [new RowWrite.Put(row)], cancellation);
        people.Forget(patron.Id);
    }
}
