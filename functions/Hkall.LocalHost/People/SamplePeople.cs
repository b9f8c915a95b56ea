using Hkall.Domain.Model;

namespace Hkall.LocalHost.People;

/// <summary>
/// The invented people of the bench: every patron group, English and Chinese names, both languages, one blocked Library account,
/// and two staff.
/// </summary>
public static class SamplePeople
{
    public const string StaffRole = "staff";

    private const string English = "en";
    private const string TraditionalChinese = "zh-Hant";

    public static IReadOnlyList<SamplePerson> All { get; } =
    [
        Patron("chan-siu-ming", "Professor Chan Siu Ming", PatronGroup.Academic, English),
        Patron("okafor", "Dr Ngozi Okafor", PatronGroup.Academic, English),
        Patron("wong-ka-yan", "黃嘉欣", PatronGroup.Research, TraditionalChinese),
        Patron("petrov", "Dr Ivan Petrov", PatronGroup.Research, English),
        Patron("lee-hoi-lam", "李凱琳", PatronGroup.Postgraduate, TraditionalChinese),
        Patron("fernandes", "Maria Fernandes", PatronGroup.Postgraduate, English),
        Patron("cheung-wai-man", "Cheung Wai Man", PatronGroup.NonAcademic, English),
        Patron("ho-tsz-kit", "何子傑", PatronGroup.Undergraduate, TraditionalChinese),
        Patron("smith", "Alex Smith", PatronGroup.Undergraduate, English),
        Patron("oneill", "Siobhán O’Neill", PatronGroup.Undergraduate, English),
        Patron("tam-pui-shan", "譚佩珊", PatronGroup.Undergraduate, TraditionalChinese),
        Patron("nakamura", "Yuki Nakamura", PatronGroup.Postgraduate, English),
        AtTheDesk("lam-mei-ling", "Lam Mei Ling", English),
        AtTheDesk("tsang-chi-ho", "曾志豪", TraditionalChinese),
    ];

    public static SamplePerson? Find(string person) => All.FirstOrDefault(one => one.Person == person);

    private static SamplePerson Patron(string person, string name, PatronGroup group, string language) =>
        new(person, name, EmailOf(person), group, [], language);

    private static SamplePerson AtTheDesk(string person, string name, string language) =>
        new(person, name, EmailOf(person), PatronGroup.NonAcademic, [StaffRole], language);

    /// <summary>A domain to which no mail can be delivered (RFC 2606).</summary>
    private static string EmailOf(string person) => $"{person}@ln.example";
}
