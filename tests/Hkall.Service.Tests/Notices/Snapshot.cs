namespace Hkall.Service.Tests.Notices;

/// <summary>
/// Compares with a file that somebody has read and approved. What differs is written beside it as <c>.received</c>: read the
/// difference, and where it is meant, put the received file in the approved one's place.
/// </summary>
internal static class Snapshot
{
    public static void ShouldMatch(string name, string received)
    {
        var folder = Path.Combine(Repository(), "tests", "Hkall.Service.Tests", "Notices", "Snapshots");
        var approvedFile = Path.Combine(folder, name);
        var receivedFile = Path.Combine(
            folder, Path.GetFileNameWithoutExtension(name) + ".received" + Path.GetExtension(name));
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : string.Empty;
        if (approved == received)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        Assert.Fail($"{name} is not as approved:\n{Difference(approved.Split('\n'), received.Split('\n'))}\nIt was written to {receivedFile}.");
    }

    /// <summary>The lines between the common beginning and the common end.</summary>
    private static string Difference(string[] approved, string[] received)
    {
        var shorter = Math.Min(approved.Length, received.Length);
        var begin = Enumerable.Range(0, shorter).TakeWhile(i => approved[i] == received[i]).Count();
        var end = Enumerable.Range(1, shorter - begin).TakeWhile(i => approved[^i] == received[^i]).Count();
        return string.Join('\n', (string[])[
            $"from line {begin + 1}:",
            .. approved[begin..^end].Select(line => "- " + line),
            .. received[begin..^end].Select(line => "+ " + line)]);
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HkallFunctions.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder;
    }
}
