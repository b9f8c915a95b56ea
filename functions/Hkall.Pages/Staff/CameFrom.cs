using Hkall.Pages.Kit;
using Hkall.Pages.Staff.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Staff;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Staff;

/// <summary>The list from which a request was opened, and what comes next in it. Both go along in the address and in the forms.</summary>
/// <param name="List">The address of the list; null if the request was opened otherwise.</param>
/// <param name="Next">The request after this one; null if there is none, or nobody knows.</param>
public sealed record CameFrom(string? List, string? Next)
{
    public const string ListField = "from";
    public const string NextField = "then";

    private const string Worklists = "/staff/worklists/";
    private const string LendingLists = "/staff/lending/worklists/";

    /// <summary>As the page was opened, or as its form says. Whatever is not an address of the desk is left out: a link must not lead elsewhere.</summary>
    public static CameFrom Of(HttpContext context)
    {
        var fields = HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType
            ? new PageForm(context.Request.Form) : PageForm.Query(context);
        var next = fields[NextField];
        return new CameFrom(
            fields[ListField] is { } list && PageLinks.Within(list) is var within && within.StartsWith("/staff/", StringComparison.Ordinal) ? within : null,
            next is not null && (RequestIds.IsWellFormed(next) || LendingIds.IsWellFormed(next)) ? next : null);
    }

    /// <summary>With the request after this one, while it stands in its list; once it has left it, the one that came after it then.</summary>
    public async Task<CameFrom> WithNextAsync(string me, string id, WorklistService lists, CancellationToken cancellation)
    {
        if (Worklist is not { } name)
        {
            return this;
        }

        try
        {
            return await lists.AfterAsync(name, Query, me, id, cancellation) is { } next ? this with { Next = next }
                : Next == id ? this with { Next = null } : this;
        }
        catch (BadInputException)
        {
            // Somebody wrote the address by hand.
            return this;
        }
    }

    /// <summary>The same, for a request to lend.</summary>
    public async Task<CameFrom> WithNextAsync(string id, OpenLendings lendings, CancellationToken cancellation)
    {
        if (LendingWorklist is not { } name || !LendingWorklists.ByName.TryGetValue(name, out var belongs))
        {
            return this;
        }

        try
        {
            var query = LendingQuery.Parse(List!.Contains('?') ? List[List.IndexOf('?')..] : null);
            return query.After([.. (await lendings.StandingAsync(cancellation)).Where(belongs)], id) is { } next ? this with { Next = next }
                : Next == id ? this with { Next = null } : this;
        }
        catch (BadInputException)
        {
            // Somebody wrote the address by hand.
            return this;
        }
    }

    /// <summary>The address of a request to lend with where it was opened from.</summary>
    public string LendingAddress(string id) => List is null ? LendingLinks.Request(id)
        : $"{LendingLinks.Request(id, List)}{(Next is { } next && next != id ? $"&{NextField}={next}" : "")}";

    /// <summary>The address of a request with where it was opened from.</summary>
    public string Address(string id) => List is null ? StaffLinks.Request(id)
        : $"{StaffLinks.Request(id, List)}{(Next is { } next && next != id ? $"&{NextField}={next}" : "")}";

    public PageBack Back(NoticeLanguage language) => List is null ? new PageBack("/staff", language.Say("Worklists"))
        : Worklist is { } name && Service.Staff.Worklists.Find(name) is not null ? new PageBack(List, StaffWords.Worklist(name, language).Title)
        : new PageBack(List, language.Say("Back"));

    private string? LendingWorklist => List?.StartsWith(LendingLists, StringComparison.Ordinal) == true ? List[LendingLists.Length..].Split('?')[0] : null;

    private string? Worklist => List?.StartsWith(Worklists, StringComparison.Ordinal) == true ? List[Worklists.Length..].Split('?')[0] : null;

    private RowQuery Query => RowQuery.Parse(List!.Contains('?') ? List[List.IndexOf('?')..] : null);
}
