using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.BothWays;

/// <summary>Requests of several patrons, one for each action in the state in which it is possible. No test of the class moves the clock.</summary>
public sealed class PatronsRequests : IAsyncLifetime
{
    private readonly Dictionary<Way, Prepared> _toActOn = [];

    public ABench Bench { get; private set; } = null!;

    /// <summary>What is never acted on successfully.</summary>
    public Prepared Standing { get; private set; } = null!;

    public ACaller Stranger { get; private set; } = null!;

    /// <summary>Blocked by the Library since the loan began.</summary>
    public Prepared Blocked { get; private set; } = null!;

    /// <summary>The same requests of another patron, for the action itself.</summary>
    public Prepared ToActOn(Way way) => _toActOn[way];

    public async Task InitializeAsync()
    {
        Bench = await ABench.InMemoryAsync();
        Stranger = new ACaller(Bench, Bench.NewPatron());
        Standing = new Prepared(new ACaller(Bench, Bench.NewPatron()));
        Blocked = new Prepared(new ACaller(Bench, Bench.Patron("petrov")));
        foreach (var way in Enum.GetValues<Way>())
        {
            _toActOn[way] = new Prepared(new ACaller(Bench, Bench.NewPatron()));
        }

        Prepared[] all = [Standing, Blocked, .. _toActOn.Values];
        foreach (var one in all)
        {
            one.Ids["renew"] = await one.By.HasPlacedAsync(Orders.Piketty);
            one.Ids["unwanted"] = await one.By.HasPlacedAsync(Orders.BookNumber(4));
            one.Ids["download"] = one.Ids["report-scan"] = await one.By.HasPlacedAsync(Article(one, "17", Orders.Declared));
        }

        await Blocked.By.HasOfTheLibraryAsync(new { blocks = new[] { "an unpaid bill." } });
        await Bench.AdvanceAsync("P1DT2H");
        foreach (var one in all)
        {
            await Bench.LendingStaff().DoesAsync("receive", one.Ids["renew"]);
            await Bench.LendingStaff().DoesAsync("check-out", one.Ids["renew"], new { sure = one == Blocked });
            await Bench.LendingStaff().DoesAsync("receive", one.Ids["unwanted"]);
        }

        foreach (var one in all.Where(one => one != Blocked))
        {
            await Bench.ScriptAsync("*", "silent");
            one.Ids["cancel"] = await one.By.HasPlacedAsync(Orders.BookNumber(1));
            one.Ids["office-delivery"] = await one.By.HasPlacedAsync(Orders.BookNumber(2));
            one.Ids["declaration"] = await one.By.HasPlacedAsync(Article(one, "18", declaration: null));
            await Bench.ScriptAsync("*", "conditional-cost");
            one.Ids["cost-decision"] = await one.By.HasPlacedAsync(Orders.BookNumber(3));
            await Bench.ScriptAsync("*", "unfilled");
            one.Ids["offer-decision"] = await one.By.HasPlacedAsync(new { service = "loan", acceptTiers = new[] { "hkall" }, item = Kuhn });
        }
    }

    public async Task DisposeAsync() => await Bench.DisposeAsync();

    /// <summary>A library overseas has it too, so the patron is offered it from there.</summary>
    private static object Kuhn => new { title = "The Structure of Scientific Revolutions", isbn = "9780226458120" };

    /// <summary>The pages tell the articles of a volume apart.</summary>
    private static string PagesFor(Prepared of)
    {
        var first = of.By.Person.Sum(letter => letter);
        return $"{first}-{first + 8}";
    }

    /// <summary>An article that no other patron asks for: staff review requests of several patrons for the same one.</summary>
    private static object Article(Prepared of, string volume, object? declaration) => new
    {
        service = "copy",
        item = new { title = "Bell System Technical Journal", articleTitle = $"An article for {of.By.Person}", issn = "0005-8580", volume, pages = PagesFor(of) },
        declaration,
    };
}

/// <summary>A patron's requests by the action that is possible on each.</summary>
public sealed record Prepared(ACaller Caller)
{
    public Dictionary<string, string> Ids { get; } = [];

    public APatron By => Caller.Self;
}
