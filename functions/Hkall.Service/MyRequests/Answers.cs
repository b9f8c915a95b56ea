using System.Text.Json;
using System.Text.Json.Serialization;
using Hkall.Service.Turns;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.MyRequests;

/// <summary>What the desk answered to an order, as HTTP.</summary>
public static class Answers
{
    /// <summary>A page's <c>next</c> is written even where it is null: a client tells the last page by it.</summary>
    public static JsonSerializerOptions Options { get; } = new(StrictJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver { Modifiers = { DropNulls } },
    };

    /// <summary>With the timeline, for which the journal is read once more: a patron's page shows what the order came to.</summary>
    public static async Task<IResult> WithTimelineAsync(HttpContext context, RequestDesk desk, MyRequestsDesk mine, Outcome outcome, CancellationToken cancellation)
    {
        if (outcome is not (Done or Nothing))
        {
            return Of(context, desk, outcome);
        }

        var card = outcome is Done done ? done.Card : ((Nothing)outcome).Card;
        return Request(context, desk, card, await mine.JournalAsync(card, cancellation));
    }

    public static IResult Of(HttpContext context, RequestDesk desk, Outcome outcome) => outcome switch
    {
        Done(var card) => Request(context, desk, card, journal: null),
        Nothing(var card, _) => Request(context, desk, card, journal: null),
        TurnedDown(var refusal, var why) => Problems.Of(refusal, why),
        NoSuchRequest => Problems.NotFound(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IResult Request(HttpContext context, RequestDesk desk, HeldCard card, IReadOnlyList<JournalEntry>? journal)
    {
        context.Response.Headers.ETag = MyRequestsEndpoints.ETagOf(card);
        return Results.Json(RequestViews.Of(card.Request, desk.Book, desk.Now, journal), Options);
    }

    private static void DropNulls(System.Text.Json.Serialization.Metadata.JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.Name != "next" || !IsPage(type.Type)))
        {
            property.ShouldSerialize = (_, value) => value is not null;
        }
    }

    private static bool IsPage(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Page<>);
}
