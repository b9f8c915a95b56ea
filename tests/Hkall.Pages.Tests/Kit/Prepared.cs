using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Kit;

/// <summary>Requests brought to where a page has something to show, through the API.</summary>
public static class Prepared
{
    /// <summary>The page that leads most: a book of many, on loan to the patron.</summary>
    public static async Task<string> OnLoanAsync(ABench bench, string person, object? order = null)
    {
        var id = await bench.Patron(person).HasPlacedAsync(order ?? Orders.Kuhn);
        await bench.AdvanceAsync("P1DT2H");
        await bench.LendingStaff().DoesAsync("receive", id);
        await bench.LendingStaff().DoesAsync("check-out", id);
        return id;
    }

    public static async Task<string> OnTheShelfAsync(ABench bench, string person, object? order = null)
    {
        var id = await bench.Patron(person).HasPlacedAsync(order ?? Orders.Piketty);
        await bench.AdvanceAsync("P1DT2H");
        await bench.LendingStaff().DoesAsync("receive", id);
        return id;
    }

    public static async Task<string> ReadyToDownloadAsync(ABench bench, string person)
    {
        var id = await bench.Patron(person).HasPlacedAsync(Orders.Shannon);
        await bench.AdvanceAsync("P1DT2H");
        return id;
    }

    /// <summary>A copy whose declaration is not signed yet.</summary>
    public static Task<string> UndeclaredAsync(ABench bench, string person) => bench.Patron(person).HasPlacedAsync(new
    {
        service = "copy",
        item = new { title = "Nature", articleTitle = "Molecular Structure of Nucleic Acids", articleAuthor = "J. D. Watson", issn = "0028-0836", volume = "171", pages = "737-738", year = 1953 },
    });

    /// <summary>A loan for which its library wants a charge.</summary>
    public static async Task<string> ChargedAsync(ABench bench, string person)
    {
        await bench.ScriptAsync("*", "conditional-cost");
        var id = await bench.Patron(person).HasPlacedAsync(Orders.AnyBook("A costly book"));
        await bench.ScriptAsync("*", "loan");
        return id;
    }
}
