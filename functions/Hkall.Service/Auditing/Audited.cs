using Hkall.Service.Engine;
using Hkall.Service.Members;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Auditing;

/// <summary>Marks a route whose use is recorded in the audit trail.</summary>
/// <param name="From">The part of the path that names the object; null: <paramref name="About"/> does.</param>
/// <param name="About">The object, if every call of the route is about the same.</param>
public sealed record AuditMark(AuditAction What, string? From, string? About);

/// <summary>
/// Records what staff do, by a filter of the route, so that no call and no page has to think of it. A look is recorded before the answer leaves,
/// and without its entry there is no answer. A change that was made stands: for most of them the request's own journal names its author.
/// </summary>
public static partial class Audited
{
    private const int LongestName = 64;

    /// <param name="from">The part of the path that names the object.</param>
    /// <param name="about">The object, if every call of the route is about the same.</param>
    public static RouteHandlerBuilder AuditedAs(this RouteHandlerBuilder route, AuditAction what, string? from = null, string? about = null) =>
        route.WithMetadata(new AuditMark(what, from, about)).AddEndpointFilter(RecordAsync);

    /// <summary>Records a change before it is made, for what no journal names the author of.</summary>
    /// <exception cref="StorageUnavailableException">It is not recorded, and so must not be made.</exception>
    public static async Task RecordFirstAsync(HttpContext context, IReadOnlyList<AuditChange> changes, CancellationToken cancellation)
    {
        var notes = AuditNotes.In(context);
        notes.Add(changes);
        if (context.GetEndpoint()?.Metadata.GetMetadata<AuditMark>() is { } mark)
        {
            await WriteAsync(context, mark, notes, cancellation);
            notes.IsRecorded = true;
        }
    }

    private static async ValueTask<object?> RecordAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        await KnowAsync(context);
        var result = await next(invocation);
        var (mark, notes) = (context.GetEndpoint()!.Metadata.GetRequiredMetadata<AuditMark>(), AuditNotes.In(context));
        if (notes.IsRecorded || !Shows(result))
        {
            return result;
        }

        try
        {
            // What was done is recorded even if its caller has gone away.
            await WriteAsync(context, mark, notes, CancellationToken.None);
        }
        catch (StorageUnavailableException failure) when ((notes.What ?? mark.What).IsLook())
        {
            NotRecorded(LogOf(context), mark.What, failure);
            return Problems.NotNow("not-recorded", "What staff look at is recorded, and that is not possible now. Please try again.");
        }
        catch (StorageUnavailableException failure)
        {
            NotRecorded(LogOf(context), mark.What, failure);
        }

        return result;
    }

    /// <summary>Who works at the desk can be given work. That their row was not written keeps nobody from working.</summary>
    private static async Task KnowAsync(HttpContext context)
    {
        try
        {
            var staff = context.Patron();
            await context.RequestServices.GetRequiredService<StaffMembers>().SeenAsync(staff.Id, staff.Person.Name, context.RequestAborted);
        }
        catch (StorageUnavailableException failure)
        {
            NotKnown(LogOf(context), failure);
        }
    }

    /// <summary>Whether the answer shows something or says what was done. Who was not let in, or asked for what there is not, saw nothing.</summary>
    private static bool Shows(object? result) => result switch
    {
        IRefusing refusing => refusing.ShowsSomething,
        IStatusCodeHttpResult { StatusCode: StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound } => false,
        _ => true,
    };

    private static async Task WriteAsync(HttpContext context, AuditMark mark, AuditNotes notes, CancellationToken cancellation)
    {
        var services = context.RequestServices;
        var (trail, staff) = (services.GetRequiredService<AuditTrail>(), context.Patron());
        var of = Plain(notes.Of ?? (mark.From is { } part ? context.GetRouteValue(part) as string : mark.About));
        await trail.RecordAsync(
            new AuditEntry
            {
                At = trail.Now,
                By = staff.Id,
                Initials = StaffInitials.Of(staff.Person.Name),
                Name = services.GetRequiredService<PolicyInForce>().Document.Audit.NamesStaff ? staff.Person.Name : null,
                What = notes.What ?? mark.What,
                Of = of,
                Patron = notes.Patron ?? await PatronOfAsync(services, of, cancellation),
                Step = StepOf(context, notes),
                Changes = notes.Changes.Count > 0 ? notes.Changes : null,
            },
            cancellation);
    }

    private static async Task<string?> PatronOfAsync(IServiceProvider services, string? of, CancellationToken cancellation) =>
        of is null ? null
        : Web.Patron.IsKey(of) ? of
        : RequestIds.IsWellFormed(of) ? await services.GetRequiredService<RequestIndex>().PartitionOfAsync(of, cancellation) : null;

    /// <summary>The action as the path or the form of a page names it.</summary>
    private static string? StepOf(HttpContext context, AuditNotes notes)
    {
        var named = notes.Step ?? context.GetRouteValue("action") as string
            ?? (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
                ? context.Features.Get<IFormFeature>()?.Form?["action"].FirstOrDefault() : null);
        return named is { Length: > 0 and <= LongestName } && named.All(c => char.IsAsciiLetterLower(c) || c == '-') ? named : null;
    }

    /// <summary>What can be no name of ours is not kept.</summary>
    private static string? Plain(string? of) => of is { Length: > 0 and <= LongestName } && of.All(c => c is > ' ' and <= '~') ? of : null;

    private static ILogger LogOf(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Audited).FullName!);

    [LoggerMessage(3512, LogLevel.Warning, "The row of a member of staff was not written")]
    private static partial void NotKnown(ILogger log, Exception failure);

    [LoggerMessage(3511, LogLevel.Error, "The audit trail has no entry of {What}")]
    private static partial void NotRecorded(ILogger log, AuditAction what, Exception failure);
}
