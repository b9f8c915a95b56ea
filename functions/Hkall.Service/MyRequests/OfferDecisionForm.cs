using Hkall.Domain.Model;
using Hkall.Service.Placing;
using Hkall.Service.Web;

namespace Hkall.Service.MyRequests;

/// <summary>The body of <c>offer-decision</c>.</summary>
public sealed record OfferDecisionForm
{
    public required bool Accept { get; init; }

    /// <summary>The chosen alternative; may be absent if only one is offered.</summary>
    public Alternative? Way { get; init; }

    /// <summary>With <c>copy</c>: the chapter the patron needs, if the request does not name it.</summary>
    public string? ChapterTitle { get; init; }

    /// <summary>With <c>copy</c>: the pages of the chapter.</summary>
    public string? Pages { get; init; }

    /// <summary>With <c>copy</c>: the declaration, if the patron signs it at once.</summary>
    public DeclarationForm? Declaration { get; init; }

    /// <exception cref="BadInputException">A member is invalid, or the answer names none of several alternatives.</exception>
    public OfferAnswer Check(Offer? offer, DateOnly today)
    {
        var fields = new Fields();
        var part = new Part(fields.Text("chapterTitle", ChapterTitle, Limits.Title), fields.Text("pages", Pages, Limits.Short));
        Declaration?.Check(fields, "declaration");
        if (Accept && Way is null && offer is { Ways.Count: > 1 })
        {
            fields.Fault("way", "missing-member", $"One of {string.Join(", ", offer.Ways.Select(offered => Domain.Names.Of(offered.Way)))}.");
        }

        fields.ThrowIfAny();
        var chosen = Accept ? Way ?? offer?.Ways[0].Way : null;
        if (chosen == Hkall.Domain.Model.Alternative.Copy)
        {
            Declaration?.ThrowIfUnsigned("declaration");
        }

        return new OfferAnswer(chosen, part, Declaration?.ToDeclaration(today), Declaration?.SignedBy);
    }
}
