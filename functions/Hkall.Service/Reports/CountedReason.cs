using System.Text.Json;
using System.Text.Json.Serialization;
using Hkall.Domain;

namespace Hkall.Service.Reports;

/// <summary>
/// The reason in a statistics row: always a code, since the row outlives all erasures and must repeat nobody's words. Earlier builds stored
/// words there too; they are read as "stated in words".
/// </summary>
internal sealed class CountedReason : JsonConverter<ReasonCode?>
{
    public static ReasonCode? Of(StatedReason? reason) => reason is { } stated ? stated.Code ?? ReasonCode.StatedInWords : null;

    public override ReasonCode? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } name ? ReasonCodes.Find(name) ?? ReasonCode.StatedInWords : null;

    public override void Write(Utf8JsonWriter writer, ReasonCode? value, JsonSerializerOptions options)
    {
        if (value is { } code)
        {
            writer.WriteStringValue(Names.Of(code));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
