using System.Xml;
using System.Xml.Schema;
using Hkall.Service.Iso18626;
using Hkall.Service.Partners;
using Xunit.Abstractions;

namespace Hkall.Service.Tests.Iso18626;

/// <summary>
/// The standard's schemas. They are not ours to hand on, so they are looked for beside the checkout
/// (<c>../shared/data/iso18626</c>); where they are not, a test that needs them says so and checks nothing against them.
/// </summary>
internal static class Schemas
{
    private static readonly string? s_folder = Ancestors(AppContext.BaseDirectory)
        .Select(folder => Path.Combine(folder, "shared", "data", "iso18626"))
        .FirstOrDefault(Directory.Exists);

    private static readonly Lazy<XmlSchemaSet> s_in12 = new(() => Load("ISO-18626-v1_2.xsd"));
    private static readonly Lazy<XmlSchemaSet> s_in2021 = new(() => Load("ISO-18626-2021-2.xsd"));

    public static bool AreThere(ITestOutputHelper output)
    {
        output.WriteLine(s_folder is null
            ? "The schemas of ISO 18626 are not beside this checkout (../shared/data/iso18626): nothing was validated."
            : $"Validated against the schemas in {s_folder}.");
        return s_folder is not null;
    }

    /// <summary>What the schema of that version finds wrong.</summary>
    public static IReadOnlyList<string> FaultsOf(byte[] xml, IsoVersion version)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = version == IsoVersion.V12 ? s_in12.Value : s_in2021.Value,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read())
        {
        }

        return faults;
    }

    private static XmlSchemaSet Load(string file)
    {
        var set = new XmlSchemaSet();
        set.Add(IsoXml.Namespace, Path.Combine(s_folder!, file));
        set.Compile();
        return set;
    }

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
