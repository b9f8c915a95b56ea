namespace Hkall.Service.Tests.Locating;

/// <summary>What Zebra is set up with: four records, how they are indexed, and which CQL index is which.</summary>
internal static class ZebraFiles
{
    private const string Settings = """
        profilePath: .:/usr/share/idzebra-2.0/tab
        modulePath: /usr/lib/x86_64-linux-gnu/idzebra-2.0/modules:/usr/lib/aarch64-linux-gnu/idzebra-2.0/modules
        attset: bib1.att
        recordType: dom.dom.xml
        storeData: 1
        storeKeys: 1
        register: register:20M
        shadow: shadow:20M
        encoding: utf-8

        """;

    private const string Filter = """
        <dom xmlns="http://indexdata.com/zebra-2.0">
          <input syntax="xml"><xmlreader level="1"/></input>
          <extract name="index"><xslt stylesheet="index.xsl"/></extract>
          <retrieve name="marcxml" default="yes"><xslt stylesheet="same.xsl"/></retrieve>
        </dom>
        """;

    private const string Index = """
        <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="http://www.loc.gov/MARC21/slim" xmlns:z="http://indexdata.com/zebra-2.0">
          <xsl:template match="m:record">
            <z:record z:id="{m:controlfield[@tag='001']}">
              <xsl:for-each select="m:datafield[@tag='020']/m:subfield[@code='a']"><z:index name="isbn:w"><xsl:value-of select="."/></z:index></xsl:for-each>
              <xsl:for-each select="m:datafield[@tag='022']/m:subfield[@code='a']"><z:index name="issn:w"><xsl:value-of select="."/></z:index></xsl:for-each>
              <xsl:for-each select="m:datafield[@tag='245']/m:subfield[@code='a']"><z:index name="title:w"><xsl:value-of select="."/></z:index></xsl:for-each>
              <xsl:for-each select="m:datafield[@tag='100']/m:subfield[@code='a']"><z:index name="author:w"><xsl:value-of select="."/></z:index></xsl:for-each>
            </z:record>
          </xsl:template>
          <xsl:template match="text()"/>
        </xsl:stylesheet>
        """;

    private const string Same = """
        <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
          <xsl:template match="@*|node()"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>
        </xsl:stylesheet>
        """;

    private const string CqlMap = """
        set.cql = info:srw/cql-context-set/1/cql-v1.1
        set.dc = info:srw/cql-context-set/1/dc-v1.1
        set.bath = http://zing.z3950.org/cql/bath/2.0/
        index.cql.serverChoice = 1=title
        index.bath.isbn = 1=isbn
        index.bath.issn = 1=issn
        index.dc.title = 1=title
        index.dc.creator = 1=author
        relation.= = 2=3
        relation.eq = 2=3
        relation.scr = 2=3
        relation.all = 2=3
        position.* = 3=3
        structure.* = 4=6
        structure.all = 4=2
        truncation.* = 5=100

        """;

    private static readonly string Records = Collection(
        Record(1, "The structure of scientific revolutions", "Kuhn, Thomas S.", "020", "9780226458120", ["HKU", "CUHK"]),
        Record(2, "紅樓夢", "曹雪芹", "020", "9787020002207", ["CUHK"]),
        Record(3, "Journal of documentation", null, "022", "0022-0418", ["HKUST"]),
        Record(4, "What's \"new\"? C* and C++", "O'Neil, Ann", "020", "9780131103627", []));

    public static IEnumerable<(string Name, string Text)> All(int port) =>
    [
        ("zebra.cfg", Settings),
        ("dom.xml", Filter),
        ("index.xsl", Index),
        ("same.xsl", Same),
        ("cql.properties", CqlMap),
        (Path.Combine("records", "records.xml"), Records),
        ("server.xml", $"""
            <yazgfs>
              <listen id="all">tcp:127.0.0.1:{port}</listen>
              <server id="main" listenref="all"><directory>.</directory><config>zebra.cfg</config><cql2rpn>cql.properties</cql2rpn></server>
            </yazgfs>
            """),
    ];

    private static string Collection(params string[] records) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><collection xmlns="http://www.loc.gov/MARC21/slim">{string.Concat(records)}</collection>""";

    private static string Record(int id, string title, string? author, string numberTag, string number, string[] libraries) =>
        $"""
        <record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">{id}</controlfield>
        {Field(numberTag, number)}{(author is null ? string.Empty : Field("100", author))}{Field("245", title)}{string.Concat(libraries.Select(library => Field("852", library)))}
        </record>
        """;

    private static string Field(string tag, string text) =>
        $"""<datafield tag="{tag}" ind1=" " ind2=" "><subfield code="a">{System.Security.SecurityElement.Escape(text)}</subfield></datafield>""";
}
