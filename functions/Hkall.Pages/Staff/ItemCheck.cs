using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Citing;
using Hkall.Service.FreeCopies;
using Hkall.Service.Placing;

namespace Hkall.Pages.Staff;

/// <summary>What the sources know of the item of a request, as staff look it up.</summary>
/// <param name="IsTaken">Whether the form has been filled with it.</param>
public sealed record ItemCheck(FoundCitation Found, FreeCopy? FreeCopy, bool IsTaken)
{
    public static async Task<ItemCheck> OfAsync(CitationFinder finder, FreeCopyFinder copies, Item item, bool take, CancellationToken cancellation)
    {
        var copy = copies.FindAsync(item, cancellation);
        var found = await finder.FindAsync(CitedItems.WorkOf(item), cancellation);
        return new ItemCheck(found, await copy, take && found.Sure != Sureness.AsTyped);
    }

    /// <summary>The form with the values of the source in place of those of the request, and the rest of the request.</summary>
    public PageForm FormOf(Item item)
    {
        var found = ItemFormFields.Of(CitedItems.Of(Found.Work).Item).ToDictionary();
        return new PageForm([.. found, .. ItemFormFields.Of(item).Where(field => !found.ContainsKey(field.Key))]);
    }
}
