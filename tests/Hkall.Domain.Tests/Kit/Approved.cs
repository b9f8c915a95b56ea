namespace Hkall.Domain.Tests.Kit;

/// <summary>
/// Texts kept beside the tests, so that a change of them is seen in review. After a change that is meant:
/// <c>APPROVE=1 dotnet test tests/Hkall.Domain.Tests</c>, then read the difference.
/// </summary>
internal static class Approved
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    public static void ShouldMatchApproved(this string actual, string path)
    {
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(PathOf(path), actual);
        }

        if (File.Exists(PathOf(path)) && Read(path) == actual)
        {
            return;
        }

        string[] approved = File.Exists(PathOf(path)) ? Read(path).Split('\n') : [];
        var lines = actual.Split('\n');
        var gone = approved.Except(lines).Take(10).Select(line => "- " + line);
        var come = lines.Except(approved).Take(10).Select(line => "+ " + line);
        Assert.Fail($"{path} is no longer what was approved (see {nameof(Approved)}):\n{string.Join('\n', gone.Concat(come))}");
    }

    private static string PathOf(string path) => Path.Combine(Root, "tests", "Hkall.Domain.Tests", path);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HkallFunctions.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not lie in the repository.");
        }

        return folder.FullName;
    }
}
