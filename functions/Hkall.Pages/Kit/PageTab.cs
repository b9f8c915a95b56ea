namespace Hkall.Pages.Kit;

/// <summary>The part of the site a page belongs to.</summary>
public enum PageTab
{
    None,
    Home,
    Requests,
    Account,
    Staff,
}

/// <summary>The link back to the list from which a page was opened.</summary>
public sealed record PageBack(string Address, string Text);

/// <summary>A strip above every page, where a host has one: on the bench, the clock.</summary>
public sealed record PageStrip(Type Component);
