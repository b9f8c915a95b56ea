using Hkall.Requests.Reviewing;
using Hkall.Service.Placing;
using Hkall.Service.Turns;
using Hkall.Service.Web;

namespace Hkall.Service.StaffDesk;

/// <summary>The body of <c>edit</c>: the item as staff completed it.</summary>
public sealed record EditForm
{
    public required ItemForm Item { get; init; }
}

/// <summary>Staff complete a request under review: the item is checked like a patron's, and found anew.</summary>
public sealed class Editing(PlacingDesk placing, RequestDesk desk, Cabinet cabinet)
{
    public async Task<Outcome> EditAsync(string requestId, EditForm form, string by, CancellationToken cancellation)
    {
        if (await cabinet.ReadAsync(requestId, cancellation) is not { } card)
        {
            return new NoSuchRequest();
        }

        var fields = new Fields();
        var item = form.Item.Check(fields, card.Request.Service);
        fields.ThrowIfAny();
        item.ThrowIfIncomplete();
        var made = await placing.RotaForAsync(card.Request, item.Item, cancellation);
        return await desk.DoAsync(requestId, new EditRequest(item.Item, made.Entries) { Routing = made.Routing }, by, cancellation);
    }
}
