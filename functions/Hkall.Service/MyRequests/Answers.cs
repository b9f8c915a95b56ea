using System.Text.Json;
using System.Text.Json.Serialization;
using Hkall.Domain;
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
    public static async Task<IResult> WithTimelineAsync(
        HttpContext context, PatronRequestProcessor desk, MyRequestsService mine, Outcome<PatronRequest> outcome, CancellationToken cancellation)
    {
        if (outcome is not (Done<PatronRequest> or NoChange<PatronRequest>))
        {
            return Of(context, desk, outcome);
        }

        var stored = outcome is Done<PatronRequest> done ? done.Stored : ((NoChange<PatronRequest>)outcome).Stored;
        return Request(context, desk, stored, await mine.JournalAsync(stored, cancellation));
    }

    public static IResult Of(HttpContext context, PatronRequestProcessor desk, Outcome<PatronRequest> outcome) => outcome switch
    {
        Done<PatronRequest>(var stored) => Request(context, desk, stored, journal: null),
        NoChange<PatronRequest>(var stored, _) => Request(context, desk, stored, journal: null),
        CommandRefused<PatronRequest>(var refusal, var why) => Problems.Of(refusal, why),
        NoSuchRequest<PatronRequest> => Problems.NotFound(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IResult Request(
        HttpContext context, PatronRequestProcessor desk, VersionedRequest<PatronRequest> stored, IReadOnlyList<JournalEntry<RequestEvent>>? journal)
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
