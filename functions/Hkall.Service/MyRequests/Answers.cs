using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.MyRequests;

/// <summary>Turns the service's answer to a command into HTTP.</summary>
public static class Answers
{
    /// <summary>The answer to an action of staff, or by the link of a mail.</summary>
    public static IResult Of(HttpContext context, PatronRequestProcessor processor, Outcome<PatronRequest> outcome) => outcome switch
    {
        Done<PatronRequest>(var stored) => Request(context, processor, stored),
        NoChange<PatronRequest>(var stored, _) => Request(context, processor, stored),
        CommandRefused<PatronRequest>(var refusal, var why) => Problems.Of(refusal, why),
        ChangedSince<PatronRequest>(var stored) => Changed(context, processor, stored),
        OrderIdReused<PatronRequest> => Problems.KeyReused(),
        NoSuchRequest<PatronRequest> => Problems.NotFound(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The patron's account is not looked at: the people and programs that read this answer do not renew.</summary>
    private static IResult Request(HttpContext context, PatronRequestProcessor processor, VersionedRequest<PatronRequest> stored) =>
        Results.Json(ViewOf(context, processor, stored), PagedJson.Options);

    private static IResult Changed(HttpContext context, PatronRequestProcessor processor, VersionedRequest<PatronRequest> stored) =>
        Problems.ChangedSince(ViewOf(context, processor, stored));

    private static RequestView ViewOf(HttpContext context, PatronRequestProcessor processor, VersionedRequest<PatronRequest> stored)
    {
        context.Response.Headers.ETag = CallTerms.ETagOf(stored);
        return RequestViews.Of(stored.Request, processor.Book, processor.Now, blocked: null);
    }
}
