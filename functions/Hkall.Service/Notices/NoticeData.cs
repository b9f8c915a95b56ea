using Hkall.Domain;
using Hkall.Domain.Placing;

namespace Hkall.Service.Notices;

/// <summary>What a notice is rendered from.</summary>
/// <param name="RequestUrl">The request in the patron's account.</param>
/// <param name="DownloadUrl">The page behind the link in the mail; only for a file that can be downloaded.</param>
public sealed record NoticeData(
    Notice Notice,
    NoticeFacts Facts,
    string RequestId,
    ServiceType Service,
    Item Item,
    Person Person,
    Uri RequestUrl,
    Uri? DownloadUrl)
{
    /// <summary>Grows with every commit of the request: of two entries for the patron's calendar the later one has the higher number.</summary>
    public int Revision { get; init; }

    public DateTimeOffset PlacedAt { get; init; }
}

/// <summary>A rendered notice. The subject never names the item: subjects show on locked screens.</summary>
public sealed record RenderedNotice(string Subject, string Text, string Html, Attachment? Attachment = null);
