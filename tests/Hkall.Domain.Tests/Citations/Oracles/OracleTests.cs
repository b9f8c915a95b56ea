namespace Hkall.Domain.Tests.Citations.Oracles;

/// <summary>Other readers of references read the same as ours, or the difference is decided and named in a table.</summary>
public sealed class OracleTests
{
    [Fact]
    public void The_table_holds_at_least_sixty_references_of_two_forms_each_with_its_own_name()
    {
        References.All.Count.ShouldBeGreaterThanOrEqualTo(60);
        References.All.Select(one => one.Form).Distinct().ShouldBe(["ris", "bibtex"]);
        References.All.Select(one => one.Name).ShouldBeUnique();
    }

    /// <summary>It takes more than two seconds: Node.js loads the styles.</summary>
    [CitationJsFact]
    public void Citation_js_reads_each_reference_as_we_do() =>
        (from theirs in CitationJs.Read(References.All)
         let ours = ReadFields.OfOurs(References.All.Single(one => one.Name == theirs.Name).Text)
         from difference in Differences.Of(theirs.Name, ours, theirs.Fields)
         select difference).ShouldBeDecidedIn("citation-js.txt");

    [BibutilsFact]
    public void Bibutils_read_each_reference_as_we_do() =>
        (from theirs in Bibutils.Read(References.All)
         let ours = ReadFields.OfOurs(References.All.Single(one => one.Name == theirs.Name).Text)
         from difference in Differences.Of(theirs.Name, ours, theirs.Fields)
         select difference).ShouldBeDecidedIn("bibutils.txt");

    /// <summary>A style leaves out an ISBN, and Vancouver the DOI. It takes more than two seconds: Node.js loads the styles.</summary>
    [CitationJsFact]
    public void What_citation_js_writes_in_three_styles_is_read_back() =>
        (from theirs in CitationJs.Read(References.All)
         from style in theirs.Styles
         from difference in Differences.Of(
             $"{theirs.Name} in {style.Key}", ReadFields.OfOurs(style.Value), theirs.Fields, style.Key == "vancouver" ? ["isbn", "doi"] : ["isbn"])
         select difference).ShouldBeDecidedIn("styles.txt");
}

/// <summary>A test that needs citation-js; where it is missing it is left out, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CitationJsFactAttribute : FactAttribute
{
    public CitationJsFactAttribute() => Skip = CitationJs.IsInstalled
        ? null : "!!! REFERENCES WERE NOT COMPARED HERE: citation-js is not installed (npm ci in tests/Hkall.Domain.Tests/oracle).";
}

/// <summary>A test that needs bibutils; where they are missing it is left out, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BibutilsFactAttribute : FactAttribute
{
    public BibutilsFactAttribute() => Skip = Bibutils.IsInstalled
        ? null : "!!! REFERENCES WERE NOT COMPARED HERE: bibutils are not installed (apt-get install bibutils).";
}
