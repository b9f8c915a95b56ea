using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Citations.Oracles;

/// <summary>
/// Where another reader reads a field otherwise than ours, and why: ours is meant so, or it is a limit that we know. They stand in a table
/// beside the tests. With <c>APPROVE=1</c> it is written anew and keeps its reasons; a difference without a reason fails all the same.
/// </summary>
internal static class Differences
{
    private const string Undecided = "?";
    private const string Between = " | ";

    /// <summary>Fields of which the other reader says nothing are not compared.</summary>
    public static IEnumerable<string> Of(string name, ReadFields ours, ReadFields theirs, IEnumerable<string>? but = null) =>
        from field in ReadFields.Names.Except(but ?? [])
        where theirs[field] is not null && theirs[field] != ours[field]
        select string.Join(Between, name, field, ours[field] ?? "-", theirs[field]);

    public static void ShouldBeDecidedIn(this IEnumerable<string> found, string table)
    {
        var path = $"{References.Folder}/{table}";
        var decided = (File.Exists(Path.Combine(Approved.Root, "tests", "Hkall.Domain.Tests", path)) ? Approved.Read(path) : string.Empty)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => (Line: line, End: line.LastIndexOf(Between, StringComparison.Ordinal)))
            .ToDictionary(one => one.Line[..one.End], one => one.Line[(one.End + Between.Length)..]);
        var lines = found.Select(what => $"{what}{Between}{decided.GetValueOrDefault(what, Undecided)}").ToList();
        $"reference | field | ours | theirs | why\n{string.Join('\n', lines)}\n".ShouldMatchApproved(path);
        lines.ShouldAllBe(line => !line.EndsWith($"{Between}{Undecided}", StringComparison.Ordinal));
    }
}
