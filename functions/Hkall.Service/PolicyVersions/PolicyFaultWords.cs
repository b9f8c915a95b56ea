using System.Text.RegularExpressions;
using Hkall.Service.Texts;

namespace Hkall.Service.PolicyVersions;

/// <summary>
/// A fault of a document in the reader's language. The checks say each in English, as the API and the log of a start give it; here it is told by the
/// sentence that it was made from. One that is not listed stays English.
/// </summary>
public static class PolicyFaultWords
{
    private static readonly Text[] Sentences =
    [
        Text.Of("{0} working days, at most {1} days: at least 1 working day, a cap no shorter than that and of at most {2} days."),
        Text.Of("at least 1 working day, and a cap no shorter than that and of at most {0} days."),
        Text.Of("{0} times in {1} minutes: from 1 to {2} times in 1 to {3} minutes."),
        Text.Of("{0}: a number from {1} to {2}."), Text.Of("{0}: an amount from {1} to {2}, in whole cents."), Text.Of("{0}: an amount from {1} to {2}."),
        Text.Of("every patron group has an entry."), Text.Of("every kind of borrower has an entry."),
        Text.Of("days after the due date, each later than the one before."),
        Text.Of("days after the due date, each later than the one before, and all before the item counts as lost."),
        Text.Of("an item is declared lost only after the last overdue notice."), Text.Of("an amount of at least 0 in a currency of ISO 4217."),
        Text.Of("an amount of at least 0 in a currency of three letters."),
        Text.Of("null, or an amount of at least the cost threshold in a currency of ISO 4217."),
        Text.Of("every amount of the fines is in one currency of three letters: what a patron owes is one sum."),
        Text.Of("an absolute web address, or null."), Text.Of("at most {0} days."), Text.Of("a day from {0} to {1}."), Text.Of("at least one group."),
        Text.Of("term-ends or graduation; each patron's card ends on a day of its own."), Text.Of("ends before it begins."),
        Text.Of("ends before it begins, lasts longer than {0} days, or is not from {1} to {2}."),
        Text.Of("{0} is in more than one of first, reminders and receipts."), Text.Of("{0} is no reminder; only reminders may be turned off."),
        Text.Of("{0} may not be turned off, and each is a mail of its own."), Text.Of("at most {0} characters."),
        Text.Of("null, or more than 0 and at most {0}."), Text.Of("at most {0}, each with a name of its own."),
        Text.Of("'{0}' is not a name of 1 to {1} lower-case letters, digits and hyphens."), Text.Of("'{0}' has a text of 1 to {1} characters."),
        Text.Of("each text of '{0}' has 1 to {1} characters."), Text.Of("every policy has a version."), Text.Of("At most {0} characters."),
        Text.Of("'{0}' is the name of another version. Requests record it, so each has its own."),
        Text.Of("Only the file of the deployment changes this. Leave it out, or as it is there."), Text.Of("this may not be null."),
        Text.Of("this member is not known (line {0})."), Text.Of("this member is given twice (line {0})."), Text.Of("this member may not be null (line {0})."),
        Text.Of("this is not JSON (line {0})."), Text.Of("the value is not of the right kind (line {0})."),
        Text.Of("the document is nested too deeply (line {0})."), Text.Of("these members are missing: {0} (line {1})."),
    ];

    private static readonly IReadOnlyList<(Regex Shape, string Sentence)> Shapes = [.. Sentences.Select(text => (ShapeOf(text.Sentence), text.Sentence))];

    /// <summary>The fault in the language, or as the checks say it where there is no sentence for it.</summary>
    public static string In(PolicyFault fault, NoticeLanguage language) => Find(fault, language) ?? fault.Why;

    /// <returns>Null if no sentence is listed for it.</returns>
    public static string? Find(PolicyFault fault, NoticeLanguage language)
    {
        foreach (var (shape, sentence) in Shapes)
        {
            if (shape.Match(fault.Why) is { Success: true } match)
            {
                return string.Format(
                    System.Globalization.CultureInfo.InvariantCulture, language.Say(sentence), [.. match.Groups.Values.Skip(1).Select(part => part.Value)]);
            }
        }

        return null;
    }

    private static Regex ShapeOf(string sentence) => new(
        "^" + Regex.Replace(Regex.Escape(sentence), @"\\\{\d}", "(.+?)", RegexOptions.None, TimeSpan.FromSeconds(1)) + "$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline,
        TimeSpan.FromSeconds(1));
}
