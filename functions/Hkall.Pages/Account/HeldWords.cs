using Hkall.Service.Texts;

namespace Hkall.Pages.Account;

/// <summary>The kinds of data we hold about a patron: what each is, and what it is needed for.</summary>
public static class HeldWords
{
    public static (string What, string For) Of(string kind, NoticeLanguage language) => language.FindNamed("held", kind) is { } what
        ? (what, language.Named("held-for", kind))
        : (language.Say("Other"), string.Empty);

    /// <summary>The most personal kinds come first.</summary>
    public static int PlaceOf(string kind) => Array.IndexOf(Order, kind) is >= 0 and var place ? place : Order.Length;

    private static readonly string[] Order = ["person", "preferences", "request", "journal", "signature", "waiting-mail", "session", "own-account", "account",
        "idempotency-key"];
}
