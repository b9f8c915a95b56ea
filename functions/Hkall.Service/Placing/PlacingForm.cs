using Hkall.Domain.Copyright;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

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
            Office = Pickup?.Office?.Trim(),
            ReviewWhy = item.IsIncomplete ? "incomplete" : null,
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

/// <summary>An amount of money in the form of the HTTP contract.</summary>
public sealed record MoneyForm(string Currency, decimal Amount)
{
    public Money ToMoney() => new(Currency, Amount);

    public void Check(Fields fields, string field)
    {
        if (Currency is not { Length: 3 } || !Currency.All(char.IsAsciiLetterUpper))
        {
            fields.Fault($"{field}.currency", "unknown-currency", "A currency is three capital letters (ISO 4217).");
        }

        if (Amount is < 0 or > 100_000)
        {
            fields.Fault($"{field}.amount", "number-out-of-range", "An amount from 0 to 100000.");
        }
    }
}

/// <summary>The declaration of Cap. 528F that a copy needs.</summary>
public sealed record DeclarationForm
{
    public required bool ResearchOrPrivateStudy { get; init; }

    public required bool NotRelatedToAnother { get; init; }

    public required bool NoEarlierCopy { get; init; }

    public string? Signature { get; init; }

    /// <param name="within">The member that holds the declaration; null if it is the body.</param>
    public void Check(Fields fields, string? within) => fields.Text(SignatureField(within), Signature, Limits.Name);

    /// <param name="within">The member that holds the declaration; null if it is the body.</param>
    /// <exception cref="BadInputException">The declaration carries no name, so it is not signed.</exception>
    public void ThrowIfUnsigned(string? within)
    {
        if (SignedBy is null)
        {
            var unsigned = new Fields();
            unsigned.Fault(SignatureField(within), Domain.Names.Of(Domain.Refusal.DeclarationRequired), "Please type your name.");
            unsigned.ThrowIfAny(StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Checks a declaration that is sent on its own.</summary>
    /// <exception cref="BadInputException">The signature is invalid or missing.</exception>
    public void CheckSigned()
    {
        var fields = new Fields();
        Check(fields, within: null);
        fields.ThrowIfAny();
        ThrowIfUnsigned(within: null);
    }

    /// <summary>The signature without surrounding space; null if it is not a legible name.</summary>
    public string? SignedBy => Domain.Model.Declaration.IsName(Signature) ? Signature?.Trim() : null;

    /// <summary>The declaration in the version of the text now in force. The signature is the patron's name, so it is stored separately.</summary>
    public Declaration ToDeclaration(DateOnly today) =>
        new(ResearchOrPrivateStudy, NotRelatedToAnother, NoEarlierCopy, CopyrightLaw.On(today).TextVersion);

    private static string SignatureField(string? within) => within is null ? "signature" : $"{within}.signature";
}

/// <summary>The longest texts accepted. A title page of 500 characters exists; we have not seen one of 1,000.</summary>
public static class Limits
{
    public const int Title = 1000;
    public const int Name = 500;
    public const int Short = 100;
    public const int Identifier = 200;
    public const int Note = 2000;

    /// <summary>Why a library was passed over: the request stores one such text for each library on its list.</summary>
    public const int Reason = 200;

    /// <summary>
    /// The most characters that the stored item or note may take of the 32 Ki in a row; the rest is for the libraries asked and
    /// their replies. It fits if every field is full of Chinese or of quotation marks, but not if they are full of emoji, each
    /// stored as twelve characters.
    /// </summary>
    public const int StoredItem = 16 * 1024;

    /// <inheritdoc cref="StoredItem"/>
    public const int StoredNote = 8 * 1024;
}
