using System.Text;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Notices;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Texts;

namespace Hkall.Service.Tests.Notices;

/// <summary>Our letters to libraries without a system, to be read on one page in each language.</summary>
public sealed class SupplierLetterTests
{
    private static readonly OwnLibrary Own = new()
    {
        AgencyId = "JULAC:LNU",
        Name = "Lingnan University Library",
        NameZhHant = "嶺南大學圖書館",
        Email = "ill@library.example",
        Phone = "+852 2616 0000",
        Address = ["8 Castle Peak Road", "Tuen Mun, Hong Kong"],
    };

    private static readonly Partner Town = new()
    {
        Symbol = "TOWN",
        Name = "The Town Library",
        NameZhHant = "市鎮圖書館",
        Tier = Tier.Local,
        AgencyId = "SIM:TOWN",
        Secrets = [],
        Protocol = Protocol.Mail,
        Contact = new PartnerContact { Email = "ill@town.example" },
    };

    private static readonly PatronRequest Loan = new()
    {
        Id = "7YBQX1AGBZMSD7W1X4SXJB9YAJ",
        PatronId = "patron-key-of-somebody",
        Group = PatronGroup.Academic,
        Service = ServiceType.Loan,
        Item = new Item
        {
            Title = "The Story of the Stone",
            Author = "Cao Xueqin",
            Isbn = "9780140442939",
            Publisher = "Penguin",
            Year = 1973,
            Edition = "1st ed.",
            Volume = "1",
        },
        Note = "For my seminar; Ada Wong.",
        PlacedAt = Instant(23),
        Status = RequestStatus.Sourcing,
        NeededBy = new DateOnly(2026, 12, 18),
        MaxCost = Money.Hkd(1200),
        AcceptedCost = Money.Hkd(1200),
        Charge = new SupplierCharge("TOWN", Money.Hkd(1500), Money.Hkd(1200), ChargeStanding.Disputed),
        Barcode = "38888001",
        Loan = new Loan { LenderDueOn = new DateOnly(2027, 1, 29) },
        Rota = [new RotaEntry("TOWN", "The Town Library", Tier.Local) { Standing = RotaStatus.Asked, WasAsked = true, AskedAt = Instant(23) }],
    };

    private static readonly PatronRequest Chapter = Loan with
    {
        Service = ServiceType.Copy,
        Item = Loan.Item with { ChapterTitle = "The Golden Days", ArticleAuthor = "Cao Xueqin", Pages = "51-70", Doi = "10.1000/golden" },
        AcceptedCost = null,
        MaxCost = null,
    };

    [Fact]
    public void The_English_letters_to_a_library_read_as_approved() => Snapshot.ShouldMatch("letters-en.md", Letters(NoticeLanguage.English));

    [Fact]
    public void The_Chinese_letters_to_a_library_read_as_approved() =>
        Snapshot.ShouldMatch("letters-zh-Hant.md", Letters(NoticeLanguage.TraditionalChinese));

    [Theory, MemberData(nameof(Words))]
    public void No_letter_names_the_patron_or_repeats_their_note(RequestingAction word)
    {
        foreach (var request in new[] { Loan, Chapter })
        {
            var letter = LetterOf(request, word, NoticeLanguage.English);
            var all = letter.Subject + LetterText.Lay(letter, NoticeLanguage.English) + LetterHtml.Lay(letter, NoticeLanguage.English);

            all.ShouldNotContain("patron-key");
            all.ShouldNotContain("Ada Wong");
            letter.Subject.ShouldStartWith("[LNU-JB9YAJ] ");
        }
    }

    [Theory, MemberData(nameof(Words))]
    public void Only_a_letter_about_a_copy_speaks_of_copyright(RequestingAction word)
    {
        LetterText.Lay(LetterOf(Loan, word, NoticeLanguage.English), NoticeLanguage.English).ShouldNotContain("Copyright");
        LetterText.Lay(LetterOf(Chapter, word, NoticeLanguage.English), NoticeLanguage.English).ShouldContain("Copyright");
    }

    public static TheoryData<RequestingAction> Words => [.. Enum.GetValues<RequestingAction>()];

    private static string Letters(NoticeLanguage language)
    {
        var page = new StringBuilder($"# Every letter to a library in {language.Tag()}\n\nThe letters as a library gets them, for a sample loan and a sample copy.\n");
        foreach (var (name, request) in new[] { ("loan", Loan), ("copy", Chapter) })
        {
            foreach (var word in Enum.GetValues<RequestingAction>())
            {
                var letter = LetterOf(request, word, language);
                page.Append($"\n## {Names.Of(word)}, {name}\n\n**{letter.Subject}**\n\n```text\n{LetterText.Lay(letter, language)}```\n");
            }
        }

        return page.ToString();
    }

    private static Letter LetterOf(PatronRequest request, RequestingAction word, NoticeLanguage language) => SupplierLetter.Of(
        request,
        new MessageSupplier("TOWN", word, HasWords(word) ? "As staff wrote." : null),
        Town,
        Own,
        new Uri("https://ill.library.example/answer/token"),
        language);

    private static bool HasWords(RequestingAction word) =>
        word is RequestingAction.Damaged or RequestingAction.PartsMissing or RequestingAction.DisputeCharge or RequestingAction.Note;

    private static DateTimeOffset Instant(int day) => new(2026, 11, day, 10, 0, 0, TimeSpan.FromHours(8));
}
