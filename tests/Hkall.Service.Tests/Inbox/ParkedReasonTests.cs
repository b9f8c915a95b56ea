using System.Reflection;
using Hkall.Service.Inbox;

namespace Hkall.Service.Tests.Inbox;

/// <summary>The reasons why a message is parked, as the code names them and as staff find them in the runbook.</summary>
public sealed class ParkedReasonTests
{
    [Fact]
    public void The_runbook_says_what_to_do_about_each_reason_for_parking()
    {
        var reasons = typeof(ParkedReason).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        RowsOfTheRunbook().Select(row => row.Split('|')[1].Trim(' ', '`')).ShouldBe(reasons, ignoreOrder: true);
        RowsOfTheRunbook().ShouldAllBe(row => row.Split('|')[3].Trim().Length > 0);
    }

    private static IEnumerable<string> RowsOfTheRunbook() => File.ReadAllLines(Path.Combine(Root(), "docs", "runbook.md"))
        .SkipWhile(line => !line.StartsWith("| `why` |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "HkallFunctions.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
