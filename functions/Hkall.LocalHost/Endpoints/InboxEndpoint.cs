using System.Text.Json;
using System.Text.Json.Nodes;
using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.Libraries;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Web;

namespace Hkall.LocalHost.Endpoints;

/// <summary>Receives our messages for a simulated library, and checks them as a real one would.</summary>
internal static class InboxEndpoint
{
    public static void Map(RouteGroupBuilder bench) => bench.MapPost("/libraries/{symbol}/inbox", TakeAsync).WithMetadata(new OwnCallers.TakesXml());

    private static async Task<IResult> TakeAsync(
        string symbol, HttpRequest request, LibraryList list, SimulatedLibraries libraries, SimulatedBorrowers borrowers, LibrarySpeech speech,
        BenchAddress address, TimeProvider clock)
    {
        if (list.Find(symbol) is not { } library)
        {
            return BenchProblems.NoSuchLibrary(symbol);
        }

        try
        {
            var body = await BenchProblems.BytesAsync(request);
            string? Header(string name) => request.Headers[name].FirstOrDefault();
            var id = Header(WebhookSignature.IdHeader);
            if (!WebhookSignature.Verify(
                [library.Secret], id, Header(WebhookSignature.TimestampHeader), Header(WebhookSignature.SignatureHeader), body, clock.GetUtcNow()))
            {
                return BenchProblems.Problem(
                    StatusCodes.Status401Unauthorized, "bad-signature", $"The message is not signed with the secret of {symbol}, or not now.");
            }

            if (request.ContentType?.Contains("xml", StringComparison.OrdinalIgnoreCase) == true)
            {
                return TakeXml(library, body, id!, libraries, speech, new PublicAddress(() => address.Url), clock);
            }

            if (JsonNode.Parse(body) is JsonObject said && said.ContainsKey("word"))
            {
                return Hear(symbol, id!, said, borrowers);
            }

            var message = JsonSerializer.Deserialize<OutgoingMessage>(body, BenchJson.Options);
            return message is null || message.To != symbol || message.MessageId != id
                ? BenchProblems.Bad("malformed", "The message is for another library, or its id is not that of its header.")
                : libraries.Hear(library, message) ? Results.Accepted() : Results.StatusCode(StatusCodes.Status500InternalServerError);
        }
        catch (JsonException bad)
        {
            return BenchProblems.Bad("malformed", bad.Message);
        }
    }

    private static IResult TakeXml(
        SimulatedLibrary library, byte[] body, string messageId, SimulatedLibraries libraries, LibrarySpeech speech, PublicAddress address, TimeProvider clock)
    {
        var read = IsoXml.Read(body);
        var requestId = IsoSpeaking.RequestIdIn(read);
        var asked = libraries.ReceivedBy(library.Symbol).FirstOrDefault(received => received.Message.RequestId == requestId)?.Message;
        var message = IsoSpeaking.Heard(read, messageId, library, asked, address, clock.GetUtcNow());
        return message is not null && !libraries.Hear(library, message)
            ? Results.StatusCode(StatusCodes.Status500InternalServerError)
            : Results.Bytes(
                IsoSpeaking.Confirmation(read, clock.GetUtcNow(), speech.Of(library.Symbol).Version, understood: message is not null),
                IsoSupplierChannel.ContentType);
    }

    /// <summary>A message to the library as a borrower.</summary>
    private static IResult Hear(string symbol, string id, JsonObject said, SimulatedBorrowers borrowers)
    {
        var word = said.Deserialize<BorrowerCallbackMessage>(BenchJson.Options);
        if (word is null || word.To != symbol || word.MessageId != id)
        {
            return BenchProblems.Bad("malformed", "The word is for another library, or its id is not that of its header.");
        }

        borrowers.Hear(word);
        return Results.Accepted();
    }
}
