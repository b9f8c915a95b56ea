using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;

namespace Hkall.TestKit.Drivers;

/// <summary>A partner library that speaks ISO 18626 for itself, signing with its webhook secret.</summary>
public sealed class AnIsoLibrary(ABench bench, string symbol, IsoVersion version)
{
    private readonly ALibrary _library = bench.Library(symbol);

    public AgencyId Agency { get; } = AgencyId.Parse($"JULAC:{symbol}");

    public static AgencyId OurLibrary { get; } = AgencyId.Parse("JULAC:LNU");

    /// <summary>A message about a request of ours, as a supplier would send it.</summary>
    public SupplierMessage About(string requestId, ReasonForMessage reason, SupplyStatus status) => new()
    {
        Header = new Header
        {
            Supplier = Agency,
            Requester = OurLibrary,
            Timestamp = DateTimeOffset.Parse(ABench.Begins, System.Globalization.CultureInfo.InvariantCulture),
            RequesterRequestId = requestId,
        },
        Info = new MessageInfo { Reason = reason },
        Status = new StatusInfo { Status = status, LastChange = DateTimeOffset.Parse(ABench.Begins, System.Globalization.CultureInfo.InvariantCulture) },
    };

    /// <summary>A message about something it asked us for.</summary>
    public RequesterMessage Asking(string theirId, RequesterAction action, string? note = null) => new()
    {
        Header = new Header
        {
            Supplier = OurLibrary,
            Requester = Agency,
            Timestamp = DateTimeOffset.Parse(ABench.Begins, System.Globalization.CultureInfo.InvariantCulture),
            RequesterRequestId = theirId,
        },
        Action = action,
        Note = note,
    };

    /// <summary>Sends it and reads the confirmation.</summary>
    public async Task<Confirmation> SaysAsync(IsoMessage message, string? id = null)
    {
        var answer = await PostsAsync(IsoXml.Write(message, version), id: id);
        var confirmation = ConfirmationIn(answer);
        await bench.SettleAsync();
        return confirmation;
    }

    public Confirmation ConfirmationIn(Answer answer)
    {
        answer.ShouldBe(200);
        var read = IsoXml.Read(answer.Body);
        read.Faults.ShouldBeEmpty();
        read.Version.ShouldBe(version, "The confirmation is in the sender's version.");
        return read.Message.ShouldBeAssignableTo<Confirmation>()!;
    }

    public async Task<Answer> PostsAsync(string xml, string? secret = null, string? id = null, DateTimeOffset? at = null) =>
        await PostsAsync(Encoding.UTF8.GetBytes(xml), secret, id, at);

    public async Task<Answer> PostsAsync(byte[] xml, string? secret = null, string? id = null, DateTimeOffset? at = null)
    {
        using var content = new ByteArrayContent(xml);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/xml; charset=utf-8");
        return await bench.SendAsync(HttpMethod.Post, "/api/iso18626", null, content, await _library.SignAsync(xml, secret, id, at));
    }

    public Task<string> SecretAsync() => _library.SecretAsync();

    /// <summary>Tells the bench that this library speaks so.</summary>
    public async Task SpeaksAsync(string vendor = "plain") =>
        (await bench.SendAsync(HttpMethod.Put, $"/bench/partners/{symbol}/speech", content: ABench.JsonOf(new
        {
            protocol = "iso18626",
            version = version == IsoVersion.V12 ? "1.2" : "2021",
            vendor,
        }))).ShouldBe(204);

    /// <summary>The words it has received from us about a request, oldest first.</summary>
    public Task<IReadOnlyList<string>> ReceivedAsync(string requestId) => _library.ReceivedAsync(requestId);

    public Task<IReadOnlyList<JsonElement>> MessagesAsync(string requestId) => _library.MessagesAsync(requestId);
}
