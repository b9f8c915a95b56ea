namespace Hkall.Pages.Kit;

/// <summary>An order that was not carried out, because the request has changed since its page was opened. The person is asked again.</summary>
/// <param name="Path">The address the form posts to.</param>
/// <param name="Form">The form as it was sent.</param>
/// <param name="Label">What the person was about to do, as their button said it.</param>
/// <param name="IsPossible">Whether it can be done to the request as it is now.</param>
public sealed record HeldOrder(string Path, PageForm Form, string Label, bool IsPossible);
