using System.Text.Json;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>A client that a tool makes from the description of the API compiles under the strictest rules, and works.</summary>
public sealed class GeneratedClientTests
{
    /// <summary>It takes more than two seconds: the types of all calls are made and checked.</summary>
    [GeneratedClientFact]
    public async Task A_generated_client_compiles_and_places_reads_and_cancels_a_request()
    {
        await using var bench = await ABench.InMemoryAsync();
        using var client = await AGeneratedClient.OfAsync((await bench.GetAsync(ApiDescription.Path)).ShouldBe(200).Body);
        await client.CompileAsync();

        var patron = bench.Patron("okafor");
        using var said = JsonDocument.Parse(await client.UseAsync(bench.Url, await patron.TokenAsync()));

        var printed = said.RootElement;
        printed.At("title").ShouldBe("The Structure of Scientific Revolutions");
        printed.At("again").ShouldBe(printed.At("id"));
        printed.At("found").ShouldBe("200");

        // The answer to the first order may be on its way to the library, which then has to agree.
        printed.At("status").ShouldBeOneOf("cancelled", "cancelling");
        printed.At("late").ShouldBeOneOf("409", "412");
        (await patron.StatusAsync(printed.At("id")!)).ShouldBeOneOf("cancelled", "cancelling");
    }
}
