namespace Hkall.TestKit.Builders;

/// <summary>What patrons order in these tests: works of the sample catalogue, and who holds them.</summary>
public static class Orders
{
    /// <summary>Held by HKU, HKUST and EDUHK of HKALL, and by the British Library.</summary>
    public static object Kuhn { get; } = Loan("The Structure of Scientific Revolutions", "9780226458120");

    /// <summary>Held by HKUST and POLYU, both of HKALL.</summary>
    public static object Piketty { get; } = Loan("Capital in the Twenty-First Century", "9780674430006");

    /// <summary>Held by the Shue Yan University alone.</summary>
    public static object Latour { get; } = Loan("Reassembling the Social", "9780199256051");

    /// <summary>Held by the Metropolitan University alone.</summary>
    public static object Hobsbawm { get; } = Loan("The Age of Extremes", "9780679730057");

    /// <summary>Held by a town library alone, which gets letters.</summary>
    public static object Woolf { get; } = Loan("The Common Reader", "9780156027786");

    /// <summary>Held by a club's library alone, which only a person can ask.</summary>
    public static object Plath { get; } = Loan("The Bell Jar", "9780060837020");

    /// <summary>Held by nobody.</summary>
    public static object Knuth { get; } = Loan("The Art of Computer Programming", "9780201896831");

    /// <summary>Held by our own library.</summary>
    public static object Orwell { get; } = Loan("Nineteen Eighty-Four", "9780451524935");

    /// <summary>Held by HKU and HKBU of HKALL.</summary>
    public static object Shannon { get; } = new
    {
        service = "copy",
        item = new
        {
            title = "Bell System Technical Journal",
            articleTitle = "A Mathematical Theory of Communication",
            articleAuthor = "C. E. Shannon",
            issn = "0005-8580",
            volume = "27",
            pages = "379-423",
            year = 1948,
        },
        declaration = Declared,
    };

    /// <summary>Another article of the journal that HKU and HKBU hold: each has its own volume and title, so that none is related to another.</summary>
    public static object AnArticle(int n) => new
    {
        service = "copy",
        item = new
        {
            title = "Bell System Technical Journal",
            articleTitle = $"Communication number {n} of many",
            articleAuthor = $"Author {n}",
            issn = "0005-8580",
            volume = $"{100 + n}",
            pages = $"{n}-{n + 5}",
            year = 1948,
        },
        declaration = Declared,
    };

    /// <summary>The declaration a copy needs.</summary>
    public static object Declared => new { researchOrPrivateStudy = true, notRelatedToAnother = true, noEarlierCopy = true, signature = "Signed" };

    /// <summary>All is declared, and no name stands under it.</summary>
    public static object Unsigned => new { researchOrPrivateStudy = true, notRelatedToAnother = true, noEarlierCopy = true, signature = " " };

    /// <summary>A book that is not in the catalogue: CUHK, HKU and HKUST are taken to hold it.</summary>
    public static object AnyBook(string title = "A book of my own") =>
        new { service = "loan", item = new { title, author = "Somebody", isbn = "9780306406157" } };

    /// <summary>The n-th of many different books, each with an ISBN of its own.</summary>
    public static object BookNumber(int n)
    {
        var twelve = $"978{n:D9}";
        var sum = twelve.Select((c, i) => (c - '0') * (i % 2 == 0 ? 1 : 3)).Sum();
        return Loan($"Book number {n}", $"{twelve}{(10 - (sum % 10)) % 10}");
    }

    private static object Loan(string title, string isbn) => new { service = "loan", item = new { title, isbn } };
}
