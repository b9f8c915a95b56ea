namespace Hkall.Pages.Kit;

/// <summary>How an order that was held back can still be given.</summary>
public enum HeldThen
{
    /// <summary>By one press, with what was filled in.</summary>
    Repeat,

    /// <summary>By its form on the page below, which shows what has changed: a price, an offer, a file to choose anew.</summary>
    UseForm,

    /// <summary>Not any more.</summary>
    Impossible,
}

/// <summary>An order that was not carried out, because the request has changed since its page was opened. The person is asked again.</summary>
/// <param name="Path">The address the form posts to.</param>
/// <param name="Form">The form as it was sent.</param>
/// <param name="Label">What the person pressed, as their button said it.</param>
public sealed record HeldOrder(string Path, PageForm Form, string Label, HeldThen Then);
