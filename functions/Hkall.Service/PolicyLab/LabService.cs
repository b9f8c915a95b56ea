using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.PolicyVersions;
using Hkall.Service.Reports;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.PolicyLab;

/// <summary>What a version of the policy would have made of a period.</summary>
/// <param name="Facts">What was read for it.</param>
/// <param name="InForce">By group, under the policy in force.</param>
/// <param name="Tried">By group, under the version.</param>
public sealed record LabResult(
    ReportPeriod Period, LabFacts Facts, IReadOnlyDictionary<PatronGroup, LabFigures> InForce, IReadOnlyDictionary<PatronGroup, LabFigures> Tried);

/// <summary>Tries a version of the policy on a period that is over, before it is in force.</summary>
public sealed class LabService(LabSource source, PolicyService versions, RuleBooks books, RateTable rates, TimeProvider clock)
{
    /// <summary>The longest period: the requests of longer ones have mostly no histories any more.</summary>
    public const int LongestDays = 366;

    /// <summary>How long a caller waits.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(60);

    /// <summary>What happened otherwise because of the policy cannot be known. Staff read this beside the figures.</summary>
    public static IReadOnlyList<Text> NotReplayed { get; } =
    [
        Text.Of("People do as they did: a patron who would have been refused does not ask again later, and one with more time returns the item on the same day."),
        Text.Of("Requests that were refused when they were submitted left no record: a policy that would have taken them shows no difference."),
        Text.Of("Renewals that patrons did not ask for, or were not allowed to ask for, left no record: a higher number of renewals shows no difference."),
        Text.Of("Which libraries are asked, how fast they supply and what they charge stays as it was, and so do charges that patrons declined."),
        Text.Of("The Library’s own items on loan are not kept, so the quota counts requests only."),
        Text.Of("Requests whose history is erased have no patron and no dates: they count for what is offered, charges and renewals, and not for quota, late items, fines and mails."),
        Text.Of("What lost items cost, blocks by debts, lending to other libraries and times for staff are not replayed."),
    ];

    public DateOnly Today => books.Current.Calendar.DateOf(clock.GetUtcNow());

    /// <returns>Null if there is no such version.</returns>
    /// <exception cref="BadInputException">It has faults, the period is not possible, or it takes too long.</exception>
    public async Task<LabResult?> TryAsync(int version, string? from, string? to, CancellationToken cancellation)
    {
        var period = ReportPeriod.Of(from, to, Today);
        if (period.To.DayNumber - period.From.DayNumber >= LongestDays)
        {
            throw BadInputException.Field("from", "bad-period", $"At most {LongestDays} days.");
        }

        if (await versions.ReadAsync(version, cancellation) is not { } read)
        {
            return null;
        }

        if (read.Document is not { } document)
        {
            throw new BadInputException(StatusCodes.Status422UnprocessableEntity, "policy-faulty", "The version has faults. Mend them first.");
        }

        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        within.CancelAfter(Within);
        try
        {
            var ofRates = await rates.CurrentAsync(within.Token);
            var now = (await books.CurrentAsync(within.Token)) with { Rates = ofRates };
            var tried = books.Of(PolicyFile.RuleBookOf(document)) with { Rates = ofRates };
            var facts = await source.ReadAsync(period, now.Calendar, within.Token);
            return new LabResult(
                period, facts, LabReplay.Of(facts.Requests, period.From, now, now, Today), LabReplay.Of(facts.Requests, period.From, now, tried, Today));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new BadInputException(
                StatusCodes.Status422UnprocessableEntity, "lab-too-long", "Reading the requests of this period takes too long. Please choose a shorter one.");
        }
    }
}
