using Hkall.Domain;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Samples;

namespace Hkall.Service.Tests.Notices;

/// <summary>What the tests of the mails share.</summary>
internal static class NoticeTexts
{
    /// <summary>One for all tests: reading the templates takes longer than most tests do.</summary>
    public static readonly NoticeRenderer Renderer = new();

    /// <summary>
    /// A reason that a person wrote is told as it was written (that of a fee always is), and an office is a place; every other is a name of ours that no mail
    /// shows.
    /// </summary>
    public static bool IsShown(Notice notice, string reason) =>
        notice is Notice.OutForDelivery or Notice.FeeSettled or Notice.FeeWaived or Notice.FeeCharged
        || reason is NoticeSamples.StaffWords or NoticeSamples.LenderWords;
}
