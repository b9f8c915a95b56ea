namespace Hkall.Service.Partners;

/// <summary>How our requests reach a library.</summary>
public enum WayToAsk
{
    /// <summary>Its own system takes our messages.</summary>
    System,

    /// <summary>The service writes letters to its mailbox.</summary>
    Mail,

    /// <summary>A person asks it: by telephone, by letter, on its own pages.</summary>
    ByHand,
}

public static class WaysToAsk
{
    /// <returns>Null for a library whose system has no address; the checks of the directory allow none, and older entries may lack one.</returns>
    public static WayToAsk? WayToAsk(this Partner partner) => partner.Protocol switch
    {
        Protocol.Callbacks or Protocol.Iso18626 => partner.Endpoint is null ? null : Partners.WayToAsk.System,
        Protocol.Mail => partner.Contact.Email is null ? Partners.WayToAsk.ByHand : Partners.WayToAsk.Mail,
        Protocol.Manual => Partners.WayToAsk.ByHand,
    };
}
