using Hkall.Service.Reports;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff;

/// <summary>The titles of reports and of their columns.</summary>
public static class ReportWords
{
    public static (string Title, string What) Report(string name, NoticeLanguage language) =>
        (language.Named("report", name), language.FindNamed("report-lead", name) ?? string.Empty);

    /// <summary>A column's heading; an unknown column is shown by its own name.</summary>
    public static string Column(string name, NoticeLanguage language) => language.Named("report-column", name);

    /// <summary>The text of a cell, where it is one of our names: a service, a tier, a group, a reason.</summary>
    public static string Cell(string column, string text, NoticeLanguage language) => (column, text) switch
    {
        (_, ReportFacts.All) => language.Say("all"),
        ("service", _) => language.Named("service", text),
        ("tier", _) => language.Named("staff-tier", text),
        ("of", _) => language.Named("report-of", text),
        ("group", _) => language.Named("group", text),
        ("reason", _) => language.Named("reason", text),
        _ => text,
    };
}
