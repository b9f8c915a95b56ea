using System.Text.Json;
using System.Text.Json.Serialization;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.MyRequests;

/// <summary>Turns the service's answer to a command into HTTP.</summary>
public static class Answers
{
    /// <summary>JSON options that write a page's <c>next</c> even if it is null: a null tells the client that this is the last page.</summary>
    public static JsonSerializerOptions Options { get; } = new(StrictJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver { Modifiers = { DropNulls } },
    };

    /// <summary>Answers with the timeline, which needs another read of the journal: a patron's page shows the result of the action.</summary>
    public static async Task<IResult> WithTimelineAsync(HttpContext context, PatronRequestProcessor desk, MyRequestsService mine, Outcome outcome, CancellationToken cancellation)
    {
        if (outcome is not (Done or NoChange))
        {
            return Of(context, desk, outcome);
        }

        var stored = outcome is Done done ? done.Stored : ((NoChange)outcome).Stored;
        return Request(context, desk, stored, await mine.JournalAsync(stored, cancellation));
    }

    public static IResult Of(HttpContext context, PatronRequestProcessor desk, Outcome outcome) => outcome switch
    {
        Done(var stored) => Request(context, desk, stored, journal: null),
        NoChange(var stored, _) => Request(context, desk, stored, journal: null),
        CommandRefused(var refusal, var why) => Problems.Of(refusal, why),
        NoSuchRequest => Problems.NotFound(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IResult Request(HttpContext context, PatronRequestProcessor desk, VersionedRequest stored, IReadOnlyList<JournalEntry>? journal)
    {
        context.Response.Headers.ETag = MyRequestsEndpoints.ETagOf(stored);
        return Results.Json(RequestViews.Of(stored.Request, desk.Book, desk.Now, journal), Options);
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
