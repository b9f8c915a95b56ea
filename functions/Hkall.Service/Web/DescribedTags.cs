using Microsoft.OpenApi;

namespace Hkall.Service.Web;

/// <summary>The headings of the description: who makes a call.</summary>
internal static class DescribedTags
{
    private const string Patrons = "Patrons";
    private const string Desk = "Staff";
    private const string Lending = "Lending";
    private const string Libraries = "Libraries";
    private const string Links = "Links";
    private const string Operators = "Operators";

    public static ISet<OpenApiTag> All => new HashSet<OpenApiTag>
    {
        new() { Name = Patrons, Description = "What a patron asks for, sees and does." },
        new() { Name = Desk, Description = "The work of staff on the requests of patrons, and what they look after." },
        new() { Name = Lending, Description = "The work of staff on what other libraries borrow." },
        new() { Name = Libraries, Description = "What the systems of other libraries send, signed." },
        new() { Name = Links, Description = "Calls behind a link in a letter: the token in the address is the key." },
        new() { Name = Operators, Description = "Whether the service is there and ready." },
    };

    public static string Of(string path)
    {
        return DescribedCalls.IsOfMachines(path) ? Libraries
            : path.Contains("{token}", StringComparison.Ordinal) ? Links
            : IsUnder("/api/staff/lending") || IsUnder("/api/staff/invoices") ? Lending
            : IsUnder("/api/staff") ? Desk
            : IsUnder("/api") ? Patrons
            : Operators;

        bool IsUnder(string folder) => path == folder || path.StartsWith($"{folder}/", StringComparison.Ordinal);
    }
}
