namespace Hkall.Pages.Tests.Kit;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "HkallFunctions.sln")))
            {
                folder = folder.Parent;
            }

            return folder.FullName;
        }
    }
}
