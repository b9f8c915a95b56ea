using System.Text.Json;
using Hkall.LocalHost.Keeping;

namespace Hkall.LocalHost.Endpoints;

/// <summary>The bench's error responses, in the format of the service: <c>problem+json</c> with a stable code.</summary>
internal static class BenchProblems
{
    /// <summary>The longest body, in bytes, that any of the bench's calls accepts.</summary>
    public const int MostBodyBytes = 256 * 1024;

    public static IResult Problem(int status, string code, string detail) => Results.Problem(
        detail,
        statusCode: status,
        title: status switch
        {
            StatusCodes.Status404NotFound => "There is no such thing.",
            StatusCodes.Status409Conflict => "Not as the bench is set up.",
            StatusCodes.Status401Unauthorized => "The signature is missing or wrong.",
            StatusCodes.Status500InternalServerError => "The bench has a fault.",
            _ => "The input cannot be used.",
        },
        extensions: new Dictionary<string, object?> { ["code"] = code });

    public static IResult Bad(string code, string detail) => Problem(StatusCodes.Status400BadRequest, code, detail);

    public static IResult NoSuchLibrary(string symbol) =>
        Problem(StatusCodes.Status404NotFound, "unknown-library", $"No simulated library has the symbol {symbol}.");

    /// <summary>Reads the body and returns the answer for it; an invalid body gets a problem response.</summary>
    public static async Task<IResult> WithBodyAsync<T>(HttpRequest request, Func<T, Task<IResult>> answer)
        where T : class
    {
        T? body;
        try
        {
            body = JsonSerializer.Deserialize<T>(await BytesAsync(request), BenchJson.Strict);
        }
        catch (JsonException bad)
        {
            return Bad("malformed", bad.Message);
        }

        return body is null ? Bad("malformed", "The body is null.") : await answer(body);
    }

    /// <exception cref="JsonException">The body is too long for any call.</exception>
    public static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (var read = await request.Body.ReadAsync(buffer); read > 0; read = await request.Body.ReadAsync(buffer))
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > MostBodyBytes)
            {
                throw new JsonException($"The body is longer than {MostBodyBytes} bytes.");
            }
        }

        return memory.ToArray();
    }
}
