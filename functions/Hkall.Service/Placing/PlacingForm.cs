using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Placing;

/// <summary>The body of <c>POST /api/requests</c>.</summary>
public sealed record PlacingForm
{
    public required ServiceType Service { get; init; }

    public required ItemForm Item { get; init; }

    /// <summary>How far the request may reach; if absent, as far as the patron's group allows.</summary>
    public IReadOnlyList<Tier>? AcceptTiers { get; init; }

    public DateOnly? NeededBy { get; init; }

    public string? Note { get; init; }

    public PickupForm? Pickup { get; init; }

    /// <summary>The most the patron will pay for an overseas item without being asked again.</summary>
    public MoneyForm? MaxCost { get; init; }

    public DeclarationForm? Declaration { get; init; }

    /// <summary>The "Didn't find what you need?" form: library staff complete the item.</summary>
    public bool StaffHelp { get; init; }

    /// <summary>The patron saw that there is a free copy, and it is not what they need.</summary>
    public bool FreeCopySeen { get; init; }

    public Order Check(DateOnly today)
    {
        var fields = new Fields();
        var neededBy = fields.Date("neededBy", NeededBy, today, today.AddYears(1));
        var note = fields.Text("note", Note, Limits.Note, lines: true);
        var item = Item.Check(fields, Service);
        if (AcceptTiers is { Count: 0 })
        {
            fields.Fault("acceptTiers", "missing-member", "At least one tier.");
        }

        Pickup?.Check(fields);
        MaxCost?.Check(fields, "maxCost");
        Declaration?.Check(fields, "declaration");
        if (StoredJson.Write(note ?? string.Empty).Length > Limits.StoredNote)
        {
            fields.Fault("note", "too-long", "The note is too long as it is stored.");
        }

        // Staff cannot look for nothing; whatever the patron knows is enough.
        if (StaffHelp && note is null && item.Item is { ShortTitle.Length: 0, Isbn: null, Issn: null, Doi: null, Author: null, ArticleAuthor: null })
        {
            fields.Fault("item.title", "missing-member", "A title, or as much of it as you know.");
        }

        fields.ThrowIfAny();
        if (Service == ServiceType.Copy)
        {
            Declaration?.ThrowIfUnsigned("declaration");
        }

        // "Didn't find what you need?": staff find out the missing details.
        if (!StaffHelp)
        {
            item.ThrowIfIncomplete();
        }

        return new Order(Service, item.Item, AcceptTiers is { } tiers ? [.. tiers.Distinct()] : Enum.GetValues<Tier>(), neededBy, note)
        {
            MaxCost = MaxCost?.ToMoney(),
            Declaration = Declaration?.ToDeclaration(today),
            SignedBy = Declaration?.SignedBy,
            Office = Pickup?.Office is { } office ? VisibleText.Of(office).Trim() : null,
            ReviewWhy = item.IsIncomplete ? ReasonCode.Incomplete : null,
            FreeCopySeen = FreeCopySeen,
        };
    }
}

/// <summary>Where the patron wants to receive the item: the Service Counter, or an office.</summary>
public sealed record PickupForm
{
    public string? Place { get; init; }

    public string? Office { get; init; }

    public void Check(Fields fields)
    {
        if (fields.Text("pickup.office", Office, Limits.Identifier) is null && Office is not null)
        {
            fields.Fault("pickup.office", "missing-member", "The name of the office.");
        }

        if (Place is null == Office is null || Place is not (null or "serviceCounter"))
        {
            fields.Fault("pickup.place", "unknown-place", "Either the place serviceCounter, or an office.");
        }
    }
}
