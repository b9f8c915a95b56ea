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

    /// <summary>The answer to an action of staff, or by the link of a mail.</summary>
    public static IResult Of(HttpContext context, PatronRequestProcessor processor, Outcome<PatronRequest> outcome) => outcome switch
    {
        Done<PatronRequest>(var stored) => Request(context, processor, stored),
        NoChange<PatronRequest>(var stored, _) => Request(context, processor, stored),
        CommandRefused<PatronRequest>(var refusal, var why) => Problems.Of(refusal, why),
        NoSuchRequest<PatronRequest> => Problems.NotFound(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The patron's account is not looked at: the people and programs that read this answer do not renew.</summary>
    private static IResult Request(HttpContext context, PatronRequestProcessor processor, VersionedRequest<PatronRequest> stored)
    {
        context.Response.Headers.ETag = MyRequestsEndpoints.ETagOf(stored);
        return Results.Json(RequestViews.Of(stored.Request, processor.Book, processor.Now, blocked: null), Options);
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
