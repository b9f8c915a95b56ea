namespace Hkall.Domain.Model;

/// <summary>
/// Libraries and shops that the directory does not know. Each has a symbol that only its request knows and that no partner can have.
/// </summary>
public static class OutsideLibraries
{
    /// <summary>A partner's symbol has letters, digits and hyphens only.</summary>
    private const char Prefix = '~';

    public static bool Has(string symbol) => symbol.StartsWith(Prefix);

    /// <summary>The symbol of the next one on the request's lists.</summary>
    internal static string NextSymbol(PatronRequest request) =>
        FormattableString.Invariant($"{Prefix}{request.Rota.Count(entry => Has(entry.Symbol)) + 1}");
}
