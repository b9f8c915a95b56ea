namespace Hkall.Service.Partners;

/// <summary>What a library's message is about.</summary>
public enum MessageMatter
{
    /// <summary>A request that is under way: an answer, a recall, a scan, a return.</summary>
    UnderWay,

    /// <summary>Something that begins with it: a library asks to borrow.</summary>
    New,
}

/// <summary>
/// Whether a library is heard: the one decision for status callbacks, scans, requests to borrow, ISO 18626, and the links in letters.
/// An inactive library still has items of ours, and we of it; a blocked one may not be who it seems.
/// </summary>
public static class Hearing
{
    /// <summary>Whether a message of the library may come in at all.</summary>
    public static bool Admits(Partner partner) => Hears(partner, MessageMatter.UnderWay);

    public static bool Hears(Partner partner, MessageMatter matter) => matter switch
    {
        MessageMatter.UnderWay => !partner.Blocked,
        MessageMatter.New => partner.TakesPart,
    };
}
