using Hkall.LocalHost.Circulation;
using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.People;

namespace Hkall.LocalHost.Endpoints;

/// <summary>The account of a sample person in the Library's own system, and the fees entered in it.</summary>
internal static class CirculationEndpoints
{
    /// <summary>More Library items than any person has.</summary>
    private const int MostItems = 10_000;

    public static void Map(RouteGroupBuilder bench)
    {
        bench.MapGet("/circulation/{person}", (string person, BenchCirculation circulation) => SamplePeople.Find(person) is null
            ? NoSuchPerson(person)
            : Results.Json(new { account = circulation.Of(person), fees = circulation.EnteredFor(person) }, BenchJson.Options));
        bench.MapPut("/circulation/{person}", (string person, HttpRequest request, BenchCirculation circulation) =>
            BenchProblems.WithBodyAsync<BenchAccount>(request, account => Task.FromResult(Set(person, account, circulation))));
    }

    private static IResult Set(string person, BenchAccount account, BenchCirculation circulation)
    {
        if (SamplePeople.Find(person) is null)
        {
            return NoSuchPerson(person);
        }

        if (account.CheckOuts is < 0 or > MostItems || account.Holds is < 0 or > MostItems || account.Blocks?.Contains(null!) == true)
        {
            return BenchProblems.Bad("invalid-account", $"Numbers from 0 to {MostItems}, and blocks as sentences.");
        }

        circulation.Set(person, account);
        return Results.NoContent();
    }

    private static IResult NoSuchPerson(string person) =>
        BenchProblems.Problem(StatusCodes.Status404NotFound, "unknown-person", $"'{person}' is none of the sample people; GET /bench/people lists them.");
}
