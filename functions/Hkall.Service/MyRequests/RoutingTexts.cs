using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;

namespace Hkall.Service.MyRequests;

/// <summary>Why a library was asked, in simple terms for the patron: the figures are for staff.</summary>
public static class RoutingTexts
{
    /// <returns>A sentence after a space; empty if there is nothing to say.</returns>
    public static string Of(string symbol, PatronRequest request, Routing? routing)
    {
        var asked = routing?.Places.Where(place => request.Rota.Any(entry => entry.Symbol == place.Facts.Symbol)).ToList() ?? [];
        var index = asked.FindIndex(place => place.Facts.Symbol == symbol);
        if (index < 0 || asked.Count == 1)
        {
            return string.Empty;
        }

        var why = asked[index].By switch
        {
            RankedBy.First => asked[index].Facts.Holding == Certainty.Unknown ? "it is among the nearest" : "it is the nearest and likeliest to supply",
            RankedBy.Tier => "those nearer come before it",
            RankedBy.TooLate => "it would usually supply later than you need it",
            RankedBy.Holding => "others are likelier to have it at hand",
            RankedBy.Closed => "it is closed just now",
            RankedBy.Turnaround => "others are usually quicker",
            RankedBy.Balance or RankedBy.Charge or RankedBy.Listed or RankedBy.Symbol => "it is as good as those before it",
        };
        return string.Create(CultureInfo.InvariantCulture, $" It is number {index + 1} of {asked.Count} libraries that may have it: {why}.");
    }

    /// <summary>The events of a journal, each with the rota in force at the time.</summary>
    public static IEnumerable<(RequestEvent Event, DateTimeOffset At, Routing? Routing)> WithRouting(IEnumerable<JournalEntry<RequestEvent>> journal)
    {
        Routing? routing = null;
        foreach (var entry in journal)
        {
            foreach (var happened in entry.Events)
            {
                routing = happened is RotaRanked ranked ? ranked.Routing : routing;
                yield return (happened, entry.At, routing);
            }
        }
    }
}
