using System.Text;
using System.Text.Json;
using CsCheck;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Xunit.Abstractions;

namespace Hkall.Service.Tests.Iso18626;

/// <summary>What is written is what the schema allows, and is read again as what was meant.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    private const int Messages = 3_000;
    private const int Validated = 1_000;

    [Theory]
    [InlineData(IsoVersion.V12)]
    [InlineData(IsoVersion.V2021)]
    public void Every_message_is_read_as_it_was_written(IsoVersion version) =>
        AnyMessage.In(version).Sample(
            message =>
            {
                var xml = IsoXml.Write(message, version);
                var read = IsoXml.Read(xml);
                read.Faults.ShouldBeEmpty(Encoding.UTF8.GetString(xml));
                read.Version.ShouldBe(version);
                AsText(read.Message!).ShouldBe(AsText(message));
            },
            iter: Messages);

    [Theory]
    [InlineData(IsoVersion.V12)]
    [InlineData(IsoVersion.V2021)]
    public void Every_message_is_as_the_schema_of_its_version_asks(IsoVersion version)
    {
        if (Schemas.AreThere(output))
        {
            AnyMessage.In(version).Sample(
                message =>
                {
                    var xml = IsoXml.Write(message, version);
                    Schemas.FaultsOf(xml, version).ShouldBeEmpty(Encoding.UTF8.GetString(xml));
                },
                iter: Validated);
        }
    }

    private static string AsText(IsoMessage message) => JsonSerializer.Serialize<object>(message);
}
