using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>The metrics that alerts watch. Their names are part of the deployment: change them there too.</summary>
public static class HkallMetrics
{
    public const string MeterName = "Hkall.Desk";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Commits = Meter.CreateCounter<long>("hkall.commits", description: "Changes of requests.");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>(
        "hkall.deliveries", description: "Tries at effects, by effect and by what became of them.");
    private static readonly Counter<long> SweepRuns = Meter.CreateCounter<long>("hkall.sweep.runs", description: "Sweeps that finished.");
    private static readonly Counter<long> SweepRepairs = Meter.CreateCounter<long>("hkall.sweep.repairs", description: "Requests that the sweep found due.");

    private static readonly Counter<long> LettersFell = Meter.CreateCounter<long>(
        "hkall.letters.fell_back", description: "Times that a changed letter could not be used or read, by why.");

    private static readonly Counter<long> Replies = Meter.CreateCounter<long>(
        "hkall.replies", description: "Answers to mails that were read, by what became of them.");

    /// <summary>Keys of mails that this process has tried and could not yet hand over.</summary>
    private static readonly ConcurrentDictionary<string, bool> MailWaiting = new(StringComparer.Ordinal);

    /// <summary>How long ago each job last ended, when this process last looked.</summary>
    private static readonly ConcurrentDictionary<string, double> JobAges = new(StringComparer.Ordinal);

    private static int _parked;
    private static int _postWaiting;
    private static int _holidaysListed;

    static HkallMetrics()
    {
        Meter.CreateObservableGauge("hkall.parked.messages", () => Volatile.Read(ref _parked), description: "Partner messages nobody could use.");
        Meter.CreateObservableGauge(
            "hkall.jobs.age",
            () => JobAges.Select(age => new Measurement<double>(age.Value, new KeyValuePair<string, object?>("job", age.Key))),
            unit: "s",
            description: "How long ago each job last ended.");
        Meter.CreateObservableGauge(
            "hkall.calendar.days_left", () => Volatile.Read(ref _holidaysListed), unit: "d", description: "Days until the lists of general holidays end.");
        Meter.CreateObservableGauge(
            "hkall.mail.backlog", () => MailWaiting.Count + Volatile.Read(ref _postWaiting), description: "Mails that were due and could not be handed over.");
    }

    public static void Committed() => Commits.Add(1);

    public static void Delivered(OutboxItem item)
    {
        Deliveries.Add(1, new("effect", item.Effect.GetType().Name), new("state", item.State.ToString()));
        if (item is { Effect: SendNotice, IsOwed: true })
        {
            MailWaiting[item.Key] = true;
        }
        else
        {
            MailWaiting.TryRemove(item.Key, out _);
        }
    }

    public static void Swept(int repaired)
    {
        SweepRuns.Add(1);
        SweepRepairs.Add(repaired);
    }

    /// <param name="why"><c>unusable</c> for a letter, <c>unread</c> for the store of all.</param>
    public static void LetterFell(string why) => LettersFell.Add(1, new KeyValuePair<string, object?>("why", why));

    /// <param name="outcome"><c>taken</c>, or why not.</param>
    public static void Replied(string outcome) => Replies.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void JobAge(string job, TimeSpan age) => JobAges[job] = age.TotalSeconds;

    /// <summary>Queued mails that had no allowance at the last run.</summary>
    public static void PostWaiting(int mails) => Volatile.Write(ref _postWaiting, mails);

    /// <summary>Days for which the general holidays are listed, as of the last night.</summary>
    public static void HolidaysListed(int days) => Volatile.Write(ref _holidaysListed, days);

    public static void Parked(int messages) => Volatile.Write(ref _parked, messages);
}
