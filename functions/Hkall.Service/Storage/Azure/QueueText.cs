using System.Text;

namespace Hkall.Service.Storage.Azure;

/// <summary>A message as it lies in Azure Queue Storage: base64 of UTF-8.</summary>
public static class QueueText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Encoded(string body) => Convert.ToBase64String(Encoding.UTF8.GetBytes(body));

    /// <summary>
    /// A message that someone put on the queue by hand may not be base64. It is passed on as it is, so that the service parks it: throwing
    /// would block every message received with it, and the Functions host, which decodes no message of ours, would lose it.
    /// </summary>
    public static string Decoded(string text)
    {
        try
        {
            return StrictUtf8.GetString(Convert.FromBase64String(text));
        }
        catch (Exception error) when (error is FormatException or DecoderFallbackException)
        {
            return text;
        }
    }
}
