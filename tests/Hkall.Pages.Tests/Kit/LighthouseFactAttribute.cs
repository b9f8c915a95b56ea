using System.Reflection;

namespace Hkall.Pages.Tests.Kit;

/// <summary>A test that needs Lighthouse and a browser. Where one is missing it says so.</summary>
public sealed class LighthouseFactAttribute : FactAttribute
{
    public LighthouseFactAttribute() =>
        Skip = Browser.Missing ?? (File.Exists(Cli) ? null : "!!! NOT JUDGED HERE: Lighthouse is not installed (npm ci in tests/Hkall.Pages.Tests/lighthouse).");

    public static string Cli => Path.Combine(
        typeof(LighthouseFactAttribute).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "LighthouseFolder").Value!,
        "node_modules", "lighthouse", "cli", "index.js");
}
