using System.Net;
using System.Text.Json;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Processes;

namespace Hkall.Simulation.Outside;

/// <summary>The line of one process to the libraries' servers.</summary>
internal sealed class LibrariesLine(Process process) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The bytes are in memory: nothing is waited for.
        var body = request.Content!.ReadAsByteArrayAsync(CancellationToken.None).GetAwaiter().GetResult();
        var heard = JsonSerializer.Deserialize<HeardWord>(body, StoredJson.Stored)!;
        return Wire.CallAsync(process, "tell", heard.MessageId, () => Answer(heard, body));
    }

    private HttpResponseMessage Answer(HeardWord heard, byte[] body)
    {
        var (world, faults) = (process.World, process.World.Faults);
        if (faults.Strikes(FaultKind.LibraryDown))
        {
            return faults.DiceOf(FaultKind.LibraryDown).OneIn(2)
                ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
                : throw new HttpRequestException(HttpRequestError.ConnectionError);
        }

        if (faults.Strikes(FaultKind.LibraryDeaf))
        {
            throw new TaskCanceledException("no answer");
        }

        world.Ledger.Effects.Told(heard, body);
        world.Libraries.Hear(heard);
        return faults.Strikes(FaultKind.LibraryHeardUnanswered)
            ? throw new TaskCanceledException("no answer")
            : new HttpResponseMessage(HttpStatusCode.Accepted);
    }
}

/// <summary>What a library reads of a message of ours.</summary>
public sealed record HeardWord
{
    public required string MessageId { get; init; }

    public required RequestingAction Message { get; init; }

    public required string RequestId { get; init; }

    public required string To { get; init; }
}
