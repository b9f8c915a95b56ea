using System.Text;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Lending;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Texts;

namespace Hkall.Service.Tests.Notices;

/// <summary>Our letters to bodies that borrow from us, to be read on one page in each language.</summary>
public sealed class BorrowerLetterTests
{
    private static readonly OwnLibrary Own = new()
    {
        AgencyId = "JULAC:LNU",
        Name = "Lingnan University Library",
        NameZhHant = "嶺南大學圖書館",
        Email = "ill@library.example",
        Phone = "+852 2616 0000",
    };

    private static readonly BorrowerLinks Links =
        new(new Uri("https://ill.library.example/lending/files/token"), new Uri("https://ill.library.example/lending/answer/token"));

    private static readonly LendingRequest Loan = new()
    {
        Id = "L0000000000000000000JB9YAJ",
        Borrower = new Borrower("DEPT", "The Department of Health", BorrowerKind.Government, "library@department.example"),
        AgencyId = "SIM:DEPT",
        BorrowersId = "DH/1",
        Service = ServiceType.Loan,
        Item = new Item { Title = "Orientalism", Author = "Edward Said", Isbn = "9780394740676", Year = 1979 },
        AskedAt = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(8)),
        Status = LendingStatus.Shipped,
        Holding = Holding.Unknown,
    };

    private static readonly LendingRequest Chapter = Loan with
    {
        Service = ServiceType.Copy,
        Item = Loan.Item with { ChapterTitle = "Crisis", Pages = "92-110" },
    };

    [Fact]
    public void The_English_letters_to_a_borrower_read_as_approved() => Snapshot.ShouldMatch("borrower-letters-en.md", Letters(NoticeLanguage.English));

    [Fact]
    public void The_Chinese_letters_to_a_borrower_read_as_approved() =>
        Snapshot.ShouldMatch("borrower-letters-zh-Hant.md", Letters(NoticeLanguage.TraditionalChinese));

    [Fact]
    public void A_letter_about_a_loan_says_nothing_of_copyright_and_one_about_a_chapter_names_its_book()
    {
        Lay(Loan, SupplyingAction.WillSupply).ShouldNotContain("copyright");
        Lay(Chapter, SupplyingAction.WillSupply).ShouldContain("copyright");
        Lay(Chapter, SupplyingAction.WillSupply).ShouldContain("Book: Orientalism");
    }

    [Fact]
    public void A_letter_on_paper_names_no_page_and_no_mail_to_reply_to()
    {
        foreach (var word in Enum.GetValues<SupplyingAction>())
        {
            var letter = BorrowerLetter.Of(
                Chapter, new MessageBorrower("DEPT", word, FactsOf(word)), Own, BorrowerLinks.None, NoticeLanguage.English);
            var text = LetterText.Lay(letter, NoticeLanguage.English);
            text.ShouldNotContain("https://");
            text.ShouldNotContain("this mail");
            text.ShouldNotContain("link below");
            text.ShouldContain("please write to us or call us");
        }
    }

    private static string Letters(NoticeLanguage language)
    {
        var page = new StringBuilder($"# Every letter to a borrower in {language.Tag()}\n\nThe letters as a borrower gets them, for a sample loan and a sample copy.\n");
        foreach (var word in Enum.GetValues<SupplyingAction>())
        {
            var request = word == SupplyingAction.CopyCompleted ? Chapter : Loan;
            var letter = LetterOf(request, word, language);
            page.Append($"\n## {Names.Of(word)}\n\n**{letter.Subject}**\n\n```text\n{LetterText.Lay(letter, language)}```\n");
        }

        return page.ToString();
    }

    private static string Lay(LendingRequest request, SupplyingAction word) =>
        LetterText.Lay(LetterOf(request, word, NoticeLanguage.English), NoticeLanguage.English);

    private static Letter LetterOf(LendingRequest request, SupplyingAction word, NoticeLanguage language) => BorrowerLetter.Of(
        request, new MessageBorrower("DEPT", word, FactsOf(word)), Own, Links, language);

    private static BorrowerFacts FactsOf(SupplyingAction word)
    {
        var facts = new BorrowerFacts { Status = LendingStatus.Shipped };
        return word switch
        {
            SupplyingAction.Conditional => facts with
            {
                Conditions = [LoanCondition.LibraryUseOnly],
                Cost = Money.Hkd(1000),
                AnswerBy = new DateOnly(2026, 11, 30),
                Note = "It is fragile.",
            },
            SupplyingAction.RetryPossible => facts with { Retry = RetryReason.AtBindery, RetryAfter = new DateOnly(2026, 12, 14) },
            SupplyingAction.Unfilled => facts with { Unfilled = UnfilledReason.NotOnShelf },
            SupplyingAction.Loaned or SupplyingAction.Overdue or SupplyingAction.Recalled or SupplyingAction.RenewalApproved
                or SupplyingAction.RenewalDeclined => facts with { DueOn = new DateOnly(2027, 1, 29), Barcode = "38888001" },
            SupplyingAction.CopyCompleted => facts with { ScanUntil = new DateOnly(2026, 12, 7) },
            SupplyingAction.Lost => facts with { Cost = Money.Hkd(1000), Note = "not-returned" },
            SupplyingAction.Note => facts with { Note = "Which edition do you need?" },
            SupplyingAction.ExpectToSupply or SupplyingAction.WillSupply or SupplyingAction.CancelApproved or SupplyingAction.CancelDeclined
                or SupplyingAction.LoanCompleted or SupplyingAction.Status => facts,
        };
    }
}
