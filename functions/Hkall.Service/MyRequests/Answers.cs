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

    public static IResult Of(HttpContext context, RequestDesk desk, Outcome outcome) => outcome switch
    {
        Done(var card) => Request(context, desk, card),
        Nothing(var card, _) => Request(context, desk, card),
        TurnedDown(var refusal, var why) => Problems.Of(refusal, why),
        NoSuchRequest => Problems.NotFound(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IResult Request(HttpContext context, RequestDesk desk, HeldCard card)
    {
        context.Response.Headers.ETag = MyRequestsEndpoints.ETagOf(card);
        return Results.Json(RequestViews.Of(card.Request, desk.Book, desk.Now), Options);
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
