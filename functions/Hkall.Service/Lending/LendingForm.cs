using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>The borrower, if it is not in the directory: a department, a registered organisation.</summary>
public sealed record BorrowerForm
{
    public required string Name { get; init; }

    public required BorrowerKind Kind { get; init; }

    public string? Email { get; init; }

    public IReadOnlyList<string>? Address { get; init; }
}

/// <summary>A lending request that staff enter from a letter, a call or a visit.</summary>
public sealed record LendingForm
{
    /// <summary>A library or body in the directory of partners; then there is no <see cref="Borrower"/>.</summary>
    public string? Symbol { get; init; }

    public BorrowerForm? Borrower { get; init; }

    /// <summary>The borrower's own number of the request; together with the borrower it identifies the request, so entering it twice makes one.</summary>
    public required string RequestId { get; init; }

    public required ServiceType Service { get; init; }

    public required ItemForm Item { get; init; }

    public DateOnly? NeededBy { get; init; }

    public MoneyForm? MaxCost { get; init; }

    public IReadOnlyList<string>? DeliverTo { get; init; }

    public string? Note { get; init; }

    /// <summary>For a copy: what the requesting library declared about copyright.</summary>
    public string? Compliance { get; init; }
}

/// <summary>Checks a request that staff entered.</summary>
public static class LendingForms
{
    /// <summary>The most lines of an address and characters in each: as many as fit on a label.</summary>
    public const int MostLines = 8;

    public const int LongestLine = 100;

    /// <param name="known">The borrower from the directory, if the form names one.</param>
    /// <exception cref="BadInputException">Fields are invalid; the error names all of them.</exception>
    public static AskToLend Check(LendingForm form, Borrower? known, string? agencyId)
    {
        var fields = new Fields();
        var requestId = fields.Text("requestId", form.RequestId, Limits.Identifier);
        if (requestId is null)
        {
            fields.Fault("requestId", "missing-member", "The borrower's number of the request is needed.");
        }

        var borrower = known ?? Checked(form.Borrower, form.Symbol, fields);
        var note = fields.Text("note", form.Note, Limits.Note, lines: true);
        var compliance = fields.Text("compliance", form.Compliance, Limits.Name, lines: true);
        var deliverTo = Lines("deliverTo", form.DeliverTo, fields);
        fields.Date("neededBy", form.NeededBy, new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
        form.MaxCost?.Check(fields, "maxCost");
        var item = form.Item.Check(fields, form.Service);
        fields.ThrowIfAny();
        item.ThrowIfIncomplete();
        var agency = agencyId ?? $"KEYED:{borrower!.Symbol}";
        return new AskToLend
        {
            RequestId = LendingIds.Of(agency, requestId!),
            Borrower = borrower!,
            AgencyId = agency,
            BorrowersId = requestId!,
            Service = form.Service,
            Item = item.Item,
            Holding = Holding.Unknown,
            OpenWithBorrower = 0,
            NeededBy = form.NeededBy,
            MaxCost = form.MaxCost?.ToMoney(),
            DeliverTo = deliverTo,
            Note = note,
            Compliance = compliance,
        };
    }

    private static Borrower? Checked(BorrowerForm? form, string? symbol, Fields fields)
    {
        if (symbol is not null)
        {
            fields.Fault("symbol", "unknown-library", "There is no such entry in the directory of partners.");
            return null;
        }

        if (form is null)
        {
            fields.Fault("borrower", "missing-member", "Who borrows: an entry of the directory (symbol), or a name and a kind.");
            return null;
        }

        var name = fields.Text("borrower.name", form.Name, Limits.Name);
        var email = fields.Text("borrower.email", form.Email, Limits.Identifier);
        if (email is not null && !MailAddresses.IsOne(form.Email!.Trim()))
        {
            fields.Fault("borrower.email", "not-an-address", "This is not a mail address.");
        }

        var address = Lines("borrower.address", form.Address, fields);
        if (name is null)
        {
            fields.Fault("borrower.name", "missing-member", "A borrower has a name.");
        }

        if (email is null && address is null)
        {
            fields.Fault("borrower.email", "missing-member", "A mail address or a postal address is needed: nobody could be told.");
        }

        return name is null ? null : new Borrower(SymbolOf(name), name, form.Kind, email, address) { IsToldByHand = email is null };
    }

    /// <summary>A short symbol derived from the name, always the same for the same body.</summary>
    private static string SymbolOf(string name) => "X-" + LendingIds.Of("name", name.ToUpperInvariant())[1..11];

    internal static IReadOnlyList<string>? Lines(string field, IReadOnlyList<string>? lines, Fields fields)
    {
        if (lines is null)
        {
            return null;
        }

        if (lines.Count > MostLines)
        {
            fields.Fault(field, "too-long", $"At most {MostLines} lines.");
            return null;
        }

        var kept = lines.Select(line => fields.Text(field, line, LongestLine)).OfType<string>().ToList();
        return kept.Count == 0 ? null : kept;
    }
}
