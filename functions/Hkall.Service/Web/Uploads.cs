using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hkall.Service.Web;

/// <summary>Uploads of scans, which are larger than other bodies.</summary>
internal static class Uploads
{
    /// <summary>The largest scan accepted: some 500 pages in colour.</summary>
    public const long LargestScanBytes = 200L * 1024 * 1024;

    /// <summary>Lets this call's body be as large as the largest scan, if the server still allows a change.</summary>
    public static void AllowLargestScan(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Uploads.LargestScanBytes;
        }
    }
}
