using Hkall.Domain;
using Hkall.Domain.Reviewing;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>The body of <c>edit</c>: the item as staff completed it.</summary>
public sealed record EditForm
{
    public required ItemForm Item { get; init; }

    /// <summary>Under review: approve the request too, once the item is complete.</summary>
    public bool? Approve { get; init; }
}

/// <summary>Lets staff complete or correct the item: it is checked like a patron's, and under review located again.</summary>
public sealed class StaffEdits(PlacingService placing, PatronRequestProcessor processor, RequestStore<PatronRequest, RequestEvent> store)
{
    public async Task<Outcome<PatronRequest>> EditAsync(string requestId, EditForm form, Actor by, OrderTerms terms, CancellationToken cancellation)
    {
        if (await store.ReadAsync(requestId, cancellation) is not { } stored)
        {
            return new NoSuchRequest<PatronRequest>();
        }

        var fields = new Fields();
        var item = form.Item.Check(fields, stored.Request.Service);
        fields.ThrowIfAny();
        item.ThrowIfIncomplete();
        if (stored.Request.Status != RequestStatus.InReview)
        {
            // The libraries have been chosen; only the details change.
            return await processor.HandleAsync(requestId, new EditRequest(item.Item, []), by, cancellation, terms: terms.For("edit", form));
        }

        var made = await placing.RotaForAsync(stored.Request, item.Item, cancellation);
        return await processor.HandleAsync(
            requestId, new EditRequest(item.Item, made.Entries) { Routing = made.Routing }, by, cancellation, terms: terms.For("edit", form));
    }
}
