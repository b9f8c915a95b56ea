using System.Text.Json;
using System.Text.Json.Serialization;
using Hkall.Domain;

namespace Hkall.Service.Web;

/// <summary>Serves a reason as one text: the contract does not tell a code from a person's words.</summary>
public sealed class ServedReason : JsonConverter<StatedReason>
{
    /// <exception cref="NotSupportedException">No form has a reason: what people write has a field of its own.</exception>
    public override StatedReason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A reason is served, and never read from a form.");

    public override void Write(Utf8JsonWriter writer, StatedReason value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
