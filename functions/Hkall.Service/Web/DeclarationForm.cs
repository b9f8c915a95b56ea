using Hkall.Domain.Copyright;
using Hkall.Domain.Model;
using Hkall.Service.Texts;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Web;

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
    public string? SignedBy => Domain.Model.Declaration.IsName(Signature) ? VisibleText.Of(Signature!).Trim() : null;

    /// <summary>The declaration in the version of the text now in force. The signature is the patron's name, so it is stored separately.</summary>
    public Declaration ToDeclaration(DateOnly today) =>
        new(ResearchOrPrivateStudy, NotRelatedToAnother, NoEarlierCopy, CopyrightLaw.On(today).TextVersion);

    private static string SignatureField(string? within) => within is null ? "signature" : $"{within}.signature";
}
