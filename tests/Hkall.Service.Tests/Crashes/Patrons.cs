using Hkall.Domain.Model;
using Hkall.Service.Placing;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Crashes;

/// <summary>Who comes to the desk, and what they want.</summary>
internal static class Patrons
{
    public static Patron Ho { get; } = new(
        "p" + new string('0', 25) + "1", new Person("何子傑", "ho@ln.example", "zh-Hant"), PatronGroup.Postgraduate, IsStaff: false);

    public static Order ABook { get; } = new(
        ServiceType.Loan, new Item { Title = "Orientalism", Author = "Edward W. Said", Isbn = "9780394740676" }, [Tier.Hkall], null, null);

    public static Order AnArticle { get; } = new(
        ServiceType.Copy, new Item { Title = "The China Quarterly", ArticleTitle = "Reading Rooms", Pages = "1-20", Year = 2007 }, [Tier.Hkall], null, null)
    {
        Declaration = new Declaration(true, true, true, "528F-2026"),
        SignedBy = "Ho Tsz-kit",
    };

    /// <summary>What a client sends with every try of one order.</summary>
    public static Idempotency Key(string key) => Idempotency.Of(key, "the body"u8)!;
}
