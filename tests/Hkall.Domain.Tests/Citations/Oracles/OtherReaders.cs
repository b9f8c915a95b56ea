using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Citations.Oracles;

/// <summary>A reference as citation-js reads it, and as three styles of citing write it.</summary>
internal sealed record Cited(string Name, ReadFields Fields, IReadOnlyDictionary<string, string> Styles);

/// <summary>The npm package citation-js, which the build installs in <c>oracle</c>.</summary>
internal static class CitationJs
{
    private static string Folder { get; } = Path.Combine(Approved.Root, "tests", "Hkall.Domain.Tests", "oracle");

    public static bool IsInstalled => File.Exists(Path.Combine(Folder, "node_modules", "citation-js", "package.json"));

    public static IReadOnlyList<Cited> Read(IEnumerable<Reference> references)
    {
        var asked = JsonSerializer.Serialize(references.Select(one => new { name = one.Name, text = one.Text }));
        using var answer = JsonDocument.Parse(Programs.Run("node", ["read.mjs"], asked, Folder));
        return [.. answer.RootElement.EnumerateArray().Select(Of)];
    }

    private static Cited Of(JsonElement read)
    {
        var fields = new ReadFields();
        foreach (var name in ReadFields.Names)
        {
            fields[name] = read.TryGetProperty(name, out var value) ? value.GetString() : null;
        }

        return new Cited(
            read.GetProperty("name").GetString()!,
            fields,
            read.TryGetProperty("styles", out var styles) ? styles.EnumerateObject().ToDictionary(style => style.Name, style => style.Value.GetString()!) : []);
    }
}

/// <summary>Debian's bibutils, which turn RIS and BibTeX into MODS.</summary>
internal static class Bibutils
{
    private static readonly XNamespace s_mods = "http://www.loc.gov/mods/v3";

    public static bool IsInstalled => Directory.Exists("/usr/bin") && File.Exists("/usr/bin/ris2xml") && File.Exists("/usr/bin/bib2xml");

    public static IReadOnlyList<(string Name, ReadFields Fields)> Read(IReadOnlyList<Reference> references) =>
        [.. Read("ris2xml", [.. references.Where(one => one.Form == "ris")]), .. Read("bib2xml", [.. references.Where(one => one.Form == "bibtex")])];

    /// <summary>All in one file: the program gives them back in their order.</summary>
    private static IEnumerable<(string Name, ReadFields Fields)> Read(string program, IReadOnlyList<Reference> references)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, string.Join("\n\n", references.Select(one => one.Text)) + "\n");
            var works = XDocument.Parse(Programs.Run($"/usr/bin/{program}", ["-nb", file])).Root!.Elements(s_mods + "mods").ToList();
            works.Count.ShouldBe(references.Count);
            return [.. references.Zip(works, (reference, work) => (reference.Name, Of(work)))];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ReadFields Of(XElement work)
    {
        var host = work.Elements(s_mods + "relatedItem").FirstOrDefault(item => (string?)item.Attribute("type") == "host");
        var part = work.Element(s_mods + "part") ?? host?.Element(s_mods + "part");
        return new ReadFields
        {
            ["title"] = Title(work),
            ["container"] = host is null ? null : Title(host),
            ["authors"] = string.Join("; ", work.Elements(s_mods + "name").Where(IsAuthor).Select(Family)),
            ["year"] = Year(part?.Element(s_mods + "date")) ?? Year(Issued(work)) ?? (host is null ? null : Year(Issued(host))),
            ["volume"] = Detail(part, "volume"),
            ["issue"] = Detail(part, "issue") ?? Detail(part, "number"),
            ["pages"] = part?.Element(s_mods + "extent") is { } extent ? Pages(extent) : null,
            ["doi"] = Identifier(work, "doi"),
            ["isbn"] = Identifier(work, "isbn") ?? (host is null ? null : Identifier(host, "isbn")),
        };
    }

    private static string? Title(XElement of)
    {
        var info = of.Elements(s_mods + "titleInfo").FirstOrDefault(title => title.Attribute("type") is null);
        var (start, rest) = ((string?)info?.Element(s_mods + "title"), (string?)info?.Element(s_mods + "subTitle"));
        return rest is null ? start : $"{start}: {rest}";
    }

    private static bool IsAuthor(XElement name) => name.Descendants(s_mods + "roleTerm").Any(role => role.Value == "author");

    private static string Family(XElement name)
    {
        var parts = name.Elements(s_mods + "namePart").ToList();
        return (parts.FirstOrDefault(one => (string?)one.Attribute("type") == "family") ?? parts[0]).Value;
    }

    private static XElement? Issued(XElement of) => of.Element(s_mods + "originInfo")?.Element(s_mods + "dateIssued");

    private static string? Year(XElement? date) => date?.Value.Split('-')[0];

    private static string? Detail(XElement? part, string type) => (string?)part?.Elements(s_mods + "detail")
        .FirstOrDefault(detail => (string?)detail.Attribute("type") == type)?.Element(s_mods + "number");

    private static string? Pages(XElement extent) => ((string?)extent.Element(s_mods + "start"), (string?)extent.Element(s_mods + "end")) switch
    {
        (null, _) => (string?)extent.Element(s_mods + "list"),
        ({ } first, null) => first,
        ({ } first, { } last) => first == last ? first : $"{first}-{last}",
    };

    private static string? Identifier(XElement of, string type) =>
        (string?)of.Elements(s_mods + "identifier").FirstOrDefault(one => (string?)one.Attribute("type") == type);
}

internal static class Programs
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static string Run(string program, IEnumerable<string> arguments, string? input = null, string? folder = null)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, faults) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit(Patience).ShouldBeTrue($"{program} did not end.");
        process.ExitCode.ShouldBe(0, faults.Result);
        return said.Result;
    }
}
