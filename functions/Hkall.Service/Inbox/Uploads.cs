using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hkall.Service.Inbox;

/// <summary>Uploads of scans, which are larger than other bodies.</summary>
internal static class Uploads
{
    /// <summary>Lets this call's body be as large as the largest scan, if the server still allows a change.</summary>
    public static void AllowLargestScan(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = PartnerEndpoints.LargestScanBytes;
        }
    }
}
