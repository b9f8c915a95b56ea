namespace Hkall.Service.Pages.Kit;

/// <summary>The part of the site a page belongs to.</summary>
public enum PageTab
{
    None,
    Home,
    Requests,
    Account,
    Staff,
}

/// <summary>The way back to the list that a page was opened from.</summary>
public sealed record PageBack(string Address, string Text);

/// <summary>A strip above every page, where a host has one: the bench's clock.</summary>
public sealed record PageStrip(Type Component);
