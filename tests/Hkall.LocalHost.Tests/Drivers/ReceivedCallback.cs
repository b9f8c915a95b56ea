using System.Text.Json;

namespace Hkall.LocalHost.Tests.Drivers;

/// <summary>What a library sent to the desk, as it came.</summary>
public sealed record ReceivedCallback(string Method, string Path, string ContentType, string WebhookId, bool SignatureFits, byte[] Body, DateTimeOffset At)
{
    /// <summary>The status it gives; the file's is <c>file</c>, and of what is no JSON it is <c>not-json</c>.</summary>
    public string Status
    {
        get
        {
            try
            {
                return Method == "PUT" ? "file" : Json.GetProperty("status").GetString()!;
            }
            catch (JsonException)
            {
                return "not-json";
            }
        }
    }

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
}
