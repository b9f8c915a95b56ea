using System.Text;
using System.Text.Json;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Iso18626;

/// <summary>What should not come and does: the right confirmation or a refusal. Nothing moves, so all of it is sent about one request.</summary>
public sealed class BadMessagesTests(BenchFixture fixture) : IClassFixture<BenchFixture>, IAsyncLifetime
{
    private readonly ABench _bench = fixture.Bench;
    private readonly APatron _patron = fixture.Bench.Patron("okafor");
    private readonly AnIsoLibrary _hku = new(fixture.Bench, "HKU", IsoVersion.V12);
    private IReadOnlyList<string> _parkedBefore = [];
    private string _id = null!;

    public async Task InitializeAsync()
    {
        if (await _patron.MyRequestsAsync() is [var there, ..])
        {
            _id = there.At("id")!;
        }
        else
        {
            await _hku.SpeaksAsync();
            await _bench.ScriptAsync("HKU", "silent");
            _id = await _patron.HasPlacedAsync(Orders.Kuhn);
        }

        _parkedBefore = [.. (await _bench.LendingStaff().ParkedAsync()).Select(parked => parked.At("id")!)];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Each kind of bad message, with what its sender is told.</summary>
    public static TheoryData<string, ErrorType, string?> Corpus { get; } = new()
    {
        { "nothing at all", ErrorType.BadlyFormedMessage, null },
        { "no XML", ErrorType.BadlyFormedMessage, null },
        { "broken off", ErrorType.BadlyFormedMessage, null },
        { "an external entity", ErrorType.BadlyFormedMessage, null },
        { "a billion laughs", ErrorType.BadlyFormedMessage, null },
        { "ten thousand levels deep", ErrorType.BadlyFormedMessage, null },
        { "another namespace", ErrorType.BadlyFormedMessage, null },
        { "no namespace", ErrorType.BadlyFormedMessage, null },
        { "another root", ErrorType.BadlyFormedMessage, null },
        { "an unknown message", ErrorType.UnrecognisedDataElement, "supplyingAgencySong" },
        { "two messages", ErrorType.UnrecognisedDataElement, "supplyingAgencyMessage" },
        { "two headers", ErrorType.UnrecognisedDataElement, "header" },
        { "an unknown element", ErrorType.UnrecognisedDataElement, "shelfMark" },
        { "an unknown status", ErrorType.UnrecognisedDataValue, "ShelvedUpsideDown" },
        { "an unknown reason", ErrorType.UnsupportedReasonForMessageType, "Boredom" },
        { "an unknown action", ErrorType.UnsupportedActionType, "Dance" },
        { "no status", ErrorType.BadlyFormedMessage, "status" },
        { "no request id", ErrorType.BadlyFormedMessage, "requestingAgencyRequestId" },
        { "a request id that is none of ours", ErrorType.UnrecognisedDataValue, "no-such-id" },
        { "a date that is none", ErrorType.UnrecognisedDataValue, "2026-02-30T10:00:00Z" },
        { "a message for somebody else", ErrorType.UnrecognisedDataValue, "JULAC:CUHK" },
        { "a confirmation", ErrorType.UnrecognisedDataElement, "confirmationHeader" },
    };

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task The_sender_is_told_what_is_wrong_and_nothing_moves(string kind, ErrorType type, string? value)
    {
        var before = (await _patron.SeesAsync(_id)).ToString();
        var answer = await _hku.PostsAsync(Bad(kind));

        answer.ShouldBe(200);
        answer.ContentType.ShouldBe("application/xml; charset=utf-8");
        var confirmation = IsoXml.Read(answer.Body).Message.ShouldBeAssignableTo<Confirmation>()!;
        confirmation.Header.Status.ShouldBe(MessageStatus.ERROR);
        confirmation.Errors.ShouldBe([new ErrorData { Type = type, Value = value }]);
        await _bench.SettleAsync();
        (await _patron.SeesAsync(_id)).ToString().ShouldBe(before);
        var parked = (await NewlyParkedAsync()).ShouldHaveSingleItem();
        parked.At("why").ShouldBe("refused");
        parked.At("detail").ShouldBe($"HKU: {type} {value}".TrimEnd());
    }

    [Fact]
    public async Task A_library_speaks_for_itself_alone()
    {
        var cuhk = new AnIsoLibrary(_bench, "CUHK", IsoVersion.V12);
        var answer = await cuhk.PostsAsync(IsoXml.Write(_hku.About(_id, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply), IsoVersion.V12));

        answer.ShouldBeProblem(401, "bad-signature");
        answer.Json.At("title").ShouldBe("The signature is not valid.");
        await ShouldHaveMovedNothingAsync();
    }

    [Theory]
    [InlineData("unsigned")]
    [InlineData("another secret")]
    [InlineData("too old")]
    [InlineData("signed twice over")]
    public async Task What_is_not_well_signed_is_not_let_in(string fault)
    {
        var xml = IsoXml.Write(_hku.About(_id, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply), IsoVersion.V12);
        var library = _bench.Library("HKU");
        var answer = fault switch
        {
            "unsigned" => await _bench.SendAsync(HttpMethod.Post, "/api/iso18626", content: new ByteArrayContent(xml)),
            "another secret" => await _hku.PostsAsync(xml, secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            "too old" =>
                await _hku.PostsAsync(
                    xml, at: DateTimeOffset.Parse(ABench.Begins, System.Globalization.CultureInfo.InvariantCulture) - TimeSpan.FromMinutes(6)),
            _ => await _bench.SendAsync(
                HttpMethod.Post, "/api/iso18626", null, new ByteArrayContent(xml), [.. await library.SignAsync(xml), .. await library.SignAsync(xml)]),
        };

        answer.ShouldBeProblem(401, "bad-signature");
        await ShouldHaveMovedNothingAsync();
    }

    [Fact]
    public async Task A_message_larger_than_the_limit_is_not_read()
    {
        (await _hku.PostsAsync(new byte[(256 * 1024) + 1])).ShouldBeProblem(413, "body-too-large");
        await ShouldHaveMovedNothingAsync();
    }

    private async Task ShouldHaveMovedNothingAsync()
    {
        await _bench.SettleAsync();
        (await _patron.StatusAsync(_id)).ShouldBe("sourcing");
        (await NewlyParkedAsync()).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<JsonElement>> NewlyParkedAsync() =>
        [.. (await _bench.LendingStaff().ParkedAsync()).Where(parked => !_parkedBefore.Contains(parked.At("id")))];

    private byte[] Bad(string kind)
    {
        var good = Encoding.UTF8.GetString(IsoXml.Write(_hku.About(_id, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply), IsoVersion.V12));
        var declaration = good.IndexOf("?>", StringComparison.Ordinal) + 2;
        var bad = kind switch
        {
            "nothing at all" => string.Empty,
            "no XML" => "{ \"status\": \"will-supply\" }",
            "broken off" => good[..^20],
            "an external entity" =>
                Insert("<!DOCTYPE ISO18626Message [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>").Replace("WillSupply", "&e;", StringComparison.Ordinal),
            "a billion laughs" =>
                Insert("<!DOCTYPE ISO18626Message [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>")
                    .Replace("WillSupply", "&c;", StringComparison.Ordinal),
            "ten thousand levels deep" => Within(string.Concat(Enumerable.Repeat("<note>", 10_000)) + string.Concat(Enumerable.Repeat("</note>", 10_000))),
            "another namespace" =>
                good.Replace("http://illtransactions.org/2013/iso18626", "http://illtransactions.org/2099/iso18626", StringComparison.Ordinal),
            "no namespace" => good.Replace(" xmlns=\"http://illtransactions.org/2013/iso18626\"", string.Empty, StringComparison.Ordinal),
            "another root" => good.Replace("ISO18626Message", "ISO10161Message", StringComparison.Ordinal),
            "an unknown message" => good.Replace("supplyingAgencyMessage", "supplyingAgencySong", StringComparison.Ordinal),
            "two messages" =>
                good.Replace("</ISO18626Message>", good[good.IndexOf("<supplyingAgencyMessage", StringComparison.Ordinal)..], StringComparison.Ordinal),
            "two headers" =>
                good.Replace(
                    "<messageInfo>",
                    good[good.IndexOf("<header>", StringComparison.Ordinal)..(good.IndexOf("</header>", StringComparison.Ordinal) + 9)] + "<messageInfo>",
                    StringComparison.Ordinal),
            "an unknown element" => Within("<shelfMark>QA 76</shelfMark>"),
            "an unknown status" => good.Replace("WillSupply", "ShelvedUpsideDown", StringComparison.Ordinal),
            "an unknown reason" => good.Replace("RequestResponse", "Boredom", StringComparison.Ordinal),
            "an unknown action" =>
                Encoding.UTF8.GetString(IsoXml.Write(_hku.Asking("theirs-1", RequesterAction.Received), IsoVersion.V12))
                    .Replace("Received<", "Dance<", StringComparison.Ordinal),
            "no status" => good.Replace("<status>WillSupply</status>", "<status/>", StringComparison.Ordinal),
            "no request id" => good.Replace(_id, string.Empty, StringComparison.Ordinal),
            "a request id that is none of ours" => good.Replace(_id, "no-such-id", StringComparison.Ordinal),
            "a date that is none" => good.Replace("<lastChange>", "<dueDate>2026-02-30T10:00:00Z</dueDate><lastChange>", StringComparison.Ordinal),
            "a message for somebody else" => good.Replace("LNU", "CUHK", StringComparison.Ordinal),
            "a confirmation" => Encoding.UTF8.GetString(IsoXml.Write(
                new RequestConfirmation
                {
                    Header = new ConfirmationHeader
                    {
                        Supplier = _hku.Agency,
                        Requester = AnIsoLibrary.OurLibrary,
                        Timestamp = DateTimeOffset.UnixEpoch,
                        Received = DateTimeOffset.UnixEpoch,
                        Status = MessageStatus.OK
                    },
                },
                IsoVersion.V12)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        return Encoding.UTF8.GetBytes(bad);

        string Insert(string doctype) => good.Insert(declaration, doctype);
        string Within(string element) => good.Replace("</messageInfo>", element + "</messageInfo>", StringComparison.Ordinal);
    }
}
