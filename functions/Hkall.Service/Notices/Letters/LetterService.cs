using Hkall.Domain;
using Hkall.Service.Auditing;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Notices.Letters;

/// <summary>What became of a change of a letter.</summary>
public abstract record LetterOutcome
{
    public sealed record Done(LetterView Now) : LetterOutcome;

    /// <summary>Somebody else changed it since the caller saw it. Nothing was done.</summary>
    public sealed record ChangedSince(LetterView Now) : LetterOutcome;

    public sealed record NoSuchVersion : LetterOutcome;
}

/// <summary>Staff change the letters. The API and the pages both call this.</summary>
public sealed class LetterService(LetterTable table, ChangedLetters letters, TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<LetterKey, LetterState>> AllAsync(CancellationToken cancellation)
    {
        var stored = await table.ReadAsync(cancellation);
        return LetterKey.All.ToDictionary(key => key, key => stored.GetValueOrDefault(key, LetterState.Untouched));
    }

    public async Task<LetterView> OneAsync(LetterKey key, CancellationToken cancellation)
    {
        var state = await table.FindAsync(key, cancellation);
        return ViewOf(key, state, await table.HistoryAsync(key, cancellation), previews: null);
    }

    /// <summary>Fills a letter for every case, without keeping it.</summary>
    /// <exception cref="BadInputException">It has faults.</exception>
    public async Task<LetterView> PreviewAsync(LetterKey key, LetterForm form, CancellationToken cancellation)
    {
        var (state, history) = (await table.FindAsync(key, cancellation), await table.HistoryAsync(key, cancellation));
        var faults = new Fields();
        var previews = LetterChecks.Check(key, form.Subject, form.Body, faults);
        faults.ThrowIfAny();
        return ViewOf(key, state, history, previews) with { Subject = LetterChecks.Kept(form.Subject!), Body = LetterChecks.Kept(form.Body!) };
    }

    /// <summary>Changes the letter, or puts an earlier version back.</summary>
    /// <param name="seen">The version that the caller saw; null: whatever is there.</param>
    /// <param name="record">Records the change before it is made.</param>
    /// <exception cref="BadInputException">The letter has faults.</exception>
    public async Task<LetterOutcome> PutAsync(
        LetterKey key, LetterForm form, int? seen, string staffId, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var (subject, body) = (form.Subject, form.Body);
        if (form.Version is { } version)
        {
            if (subject is not null || body is not null)
            {
                throw BadInputException.Field("version", "too-many", "A version to put back stands in place of a text.");
            }

            if ((await table.HistoryAsync(key, cancellation)).FirstOrDefault(known => known.Version == version) is not { } earlier)
            {
                return new LetterOutcome.NoSuchVersion();
            }

            if (!earlier.IsChanged)
            {
                return await ResetAsync(key, seen, staffId, record, cancellation);
            }

            (subject, body) = (earlier.Subject, earlier.Body);
        }

        // An earlier version may be older than a field: it is checked like a new one.
        var faults = new Fields();
        LetterChecks.Check(key, subject, body, faults);
        faults.ThrowIfAny();
        return await ChangeAsync(
            key,
            seen,
            new StoredLetter(0, LetterChecks.Kept(subject!), LetterChecks.Kept(body!), staffId, clock.GetUtcNow()) { PutBack = form.Version },
            record,
            cancellation);
    }

    /// <summary>Puts the shipped text back.</summary>
    public Task<LetterOutcome> ResetAsync(
        LetterKey key, int? seen, string staffId, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation) =>
        ChangeAsync(key, seen, new StoredLetter(0, null, null, staffId, clock.GetUtcNow()), record, cancellation);

    private async Task<LetterOutcome> ChangeAsync(
        LetterKey key, int? seen, StoredLetter next, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var state = await table.FindAsync(key, cancellation);
        if (seen is not null && seen != state.Version)
        {
            return new LetterOutcome.ChangedSince(await OneAsync(key, cancellation));
        }

        // Sent again, the same text is one version.
        if (!state.IsDamaged && (state.Current?.Subject, state.Current?.Body) == (next.Subject, next.Body))
        {
            return new LetterOutcome.Done(await OneAsync(key, cancellation));
        }

        await record([AuditChange.Of("subject", state.Current?.Subject, next.Subject), AuditChange.Of("body", state.Current?.Body, next.Body)]);
        var (_, changed) = await table.ChangeAsync(key, seen, next, cancellation);
        letters.Forget();
        var now = await OneAsync(key, cancellation);
        return changed ? new LetterOutcome.Done(now) : new LetterOutcome.ChangedSince(now);
    }

    private static LetterView ViewOf(LetterKey key, LetterState state, IReadOnlyList<StoredLetter> history, IReadOnlyList<LetterPreview>? previews)
    {
        var shipped = NoticeTemplates.TextOf(key.Language, Names.Of(key.Notice));
        var fallsBack = LetterRow.FallenBack(key, state);
        var (subject, body) = state.Current is { Subject: { } own, Body: { } text } ? (own, text) : shipped;
        return new LetterView(
            Names.Of(key.Notice),
            key.Language.Tag(),
            state.Version,
            state.IsDamaged || state.Current is { IsChanged: true },
            subject,
            body,
            shipped.Subject,
            shipped.Body,
            fallsBack?.English,
            [
                .. LetterFieldsOf.WithSamples(key).Select(one => new LetterFieldView(
                    one.Field.Name, NameOf(one.Field.Kind), one.Field.MeaningIn(NoticeLanguage.English), one.Sample, one.Field.Obligatory)),
            ],
            previews ?? PreviewsOf(key, subject, body),
            [.. history.Select(LetterVersion.Of)])
        {
            FallsBackWhy = fallsBack,
        };
    }

    /// <summary>The name of the kind in answers.</summary>
    public static string NameOf(FieldKind kind) => kind switch
    {
        FieldKind.Words => "words",
        FieldKind.Number => "number",
        FieldKind.Date => "date",
        FieldKind.Amount => "amount",
        FieldKind.PickupCode => "pickup-code",
        FieldKind.Link => "link",
        FieldKind.Lines => "lines",
        FieldKind.Condition => "condition",
        FieldKind.Choice => "choice",
    };

    /// <summary>The letter in use, case by case; the shipped one where it cannot be used.</summary>
    private static IReadOnlyList<LetterPreview> PreviewsOf(LetterKey key, string subject, string body) =>
        LetterChecks.Check(key, subject, body, new Fields()) is { Count: > 0 } all ? all : LetterChecks.Shipped(key);
}
