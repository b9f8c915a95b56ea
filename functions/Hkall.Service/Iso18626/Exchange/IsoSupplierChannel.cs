using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Iso18626.Vendors;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>
/// Sends messages to a partner in ISO 18626, in its version and its vendor's profile. The confirmation in the response says how the message was received.
/// </summary>
public sealed class IsoSupplierChannel(PartnerHttpClient post, SpokenVersions versions, OwnLibrary own, TimeProvider clock)
{
    /// <summary>What a library says of an error is for staff and the log: a few words of it are enough.</summary>
    private const int LongestErrorWord = 200;

    public const string ContentType = "application/xml; charset=utf-8";

    /// <summary>Sends one of our messages to a library that supplies us.</summary>
    public Task<Attempt> TellAsync(Partner partner, Uri endpoint, PatronRequest request, MessageSupplier told, string key, CancellationToken cancellation) =>
        SendAsync(partner, endpoint, OutgoingRequestMessages.Of(told.Word, told.Note, request, partner, own, clock.GetUtcNow()), key, cancellation);

    /// <param name="message">The message in standard terms.</param>
    public async Task<Attempt> SendAsync(Partner partner, Uri endpoint, IsoMessage message, string key, CancellationToken cancellation)
    {
        var profile = VendorProfile.Of(partner.Vendor);
        var version = await versions.ForAsync(partner, cancellation);
        var told = message switch
        {
            SupplyRequest request => profile.Told(request),
            SupplierMessage supplier => profile.Told(supplier),
            RequesterMessage requester => (IsoMessage)profile.Told(requester),
            _ => message,
        };
        var answer = await post.SendAsync(partner, endpoint, key, IsoXml.Write(told, version), ContentType, cancellation);
        return answer.Failure() ?? await ConfirmedAsync(partner, ((PartnerAnswer.Answered)answer).Body, cancellation);
    }

    private async Task<Attempt> ConfirmedAsync(Partner partner, byte[] body, CancellationToken cancellation)
    {
        var read = IsoXml.Read(body);
        if (read.Message is not Confirmation { Header.Status: { } status } confirmation)
        {
            return new Attempt.Unknown($"{partner.Symbol} answered without a confirmation.");
        }

        if (read.Version is { } spoken)
        {
            await versions.RememberAsync(partner, spoken, cancellation);
        }

        return status switch
        {
            MessageStatus.OK => new Attempt.Delivered(),
            MessageStatus.ERROR => new Attempt.Refused($"{partner.Symbol} answered an error: {string.Join("; ", confirmation.Errors.Select(Said))}."),
        };
    }

    private static string Said(ErrorData error) => Excerpt.OfLine(error.Value, LongestErrorWord) is { } value ? $"{error.Type} {value}" : $"{error.Type}";
}
