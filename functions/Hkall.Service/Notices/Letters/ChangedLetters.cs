using System.Collections.Concurrent;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Notices.Letters;

/// <summary>
/// The letters as staff have changed them, read again after some seconds and never once for each mail. Nothing here stops a mail: a letter
/// that cannot be used is logged, counted and shown to staff, and the shipped one goes out.
/// </summary>
public sealed partial class ChangedLetters(LetterTable table, TimeProvider clock, MachineTime machine, ILogger<ChangedLetters> log)
{
    /// <summary>How long a host relies on what it read.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    /// <summary>Failures noted for staff and not yet stored: each version of a letter once in the life of a process.</summary>
    private readonly ConcurrentDictionary<(LetterKey Key, int Version), LetterFailure> _failures = new();
    private readonly ConcurrentQueue<(LetterKey Key, LetterFailure Failure)> _toStore = new();

    private volatile Read? _read;

    /// <summary>The letters as they were some seconds ago at most; as last known, if the store cannot be reached.</summary>
    public async ValueTask<LetterSet> CurrentAsync(CancellationToken cancellation)
    {
        if (_read is { } read && machine.Clock.GetElapsedTime(read.Since) < KeptFor)
        {
            return read.Letters;
        }

        try
        {
            await StoreFailuresAsync(cancellation);
            return Keep(await table.ReadAsync(cancellation));
        }
        catch (StorageUnavailableException failure)
        {
            NotRead(log, failure);
            HkallMetrics.LetterFell("unread");
            var known = _read?.Letters ?? LetterSet.Shipped;
            _read = new Read(known, _read?.Templates ?? [], machine.Clock.GetTimestamp());
            return known;
        }
    }

    /// <summary>Reads the letters with the next mail: one was just changed here.</summary>
    public void Forget() => _read = null;

    private LetterSet Keep(IReadOnlyDictionary<LetterKey, LetterState> stored)
    {
        var before = _read?.Templates ?? [];
        var now = stored.Where(one => one.Value.IsDamaged || one.Value.Current is { IsChanged: true })
            .ToDictionary(one => one.Key, one => before.TryGetValue(one.Key, out var known) && known.Text is not null && known.Text == one.Value.Current
                ? known : Of(one.Key, one.Value));
        var letters = new LetterSet(now.Values);
        _read = new Read(letters, now, machine.Clock.GetTimestamp());
        return letters;
    }

    private ChangedLetter Of(LetterKey key, LetterState state)
    {
        if (state.Current is not { } text)
        {
            return new ChangedLetter(key, null, null, "Its row cannot be read.", Failed);
        }

        try
        {
            return new ChangedLetter(key, text, LetterTemplate.Parse(text.Subject!, text.Body!, LetterFieldsOf.Of(key.Notice).Contains), null, Failed);
        }
        catch (LetterFaultException fault)
        {
            return new ChangedLetter(key, text, null, fault.Message, Failed);
        }
    }

    private void Failed(LetterKey key, int version, string why)
    {
        Fell(log, key, version, why);
        HkallMetrics.LetterFell("unusable");
        var failure = new LetterFailure(version, clock.GetUtcNow(), why);
        if (_failures.TryAdd((key, version), failure))
        {
            _toStore.Enqueue((key, failure));
        }
    }

    /// <summary>Stores what staff should see. It waits for the next reading, so that it is never in the way of a mail.</summary>
    private async Task StoreFailuresAsync(CancellationToken cancellation)
    {
        while (_toStore.TryPeek(out var one))
        {
            await table.FailedAsync(one.Key, one.Failure, cancellation);
            _toStore.TryDequeue(out _);
        }
    }

    private sealed record Read(LetterSet Letters, Dictionary<LetterKey, ChangedLetter> Templates, long Since);

    [LoggerMessage(3311, LogLevel.Warning, "Version {Version} of the letter {Letter} could not be used, the shipped one went out: {Why}")]
    private static partial void Fell(ILogger log, LetterKey letter, int version, string why);

    [LoggerMessage(3312, LogLevel.Warning, "The changed letters could not be read; mails go out with those last known")]
    private static partial void NotRead(ILogger log, Exception failure);
}
