using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Web;

namespace Hkall.Service.Notices;

/// <summary>The data a notice is rendered from.</summary>
/// <param name="RequestUrl">The request's page in the patron's account.</param>
/// <param name="DownloadUrl">The page the link in the mail opens; only for a file that can be downloaded.</param>
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
    /// <summary>Grows with every commit of the request: the later of two calendar entries has the higher number.</summary>
    public int Revision { get; init; }

    public DateTimeOffset PlacedAt { get; init; }
}

/// <summary>A rendered notice. The subject never names the item: locked screens show subjects.</summary>
public sealed record RenderedNotice(string Subject, string Text, string Html, Attachment? Attachment = null);
