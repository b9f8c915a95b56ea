using System.Text;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Attacks by XML, rightly signed: nothing is resolved, expanded or believed, and the request stays as it is.</summary>
public sealed class XmlTests(AttackBench attacked) : IClassFixture<AttackBench>
{
    private static readonly string[] Doctypes =
    [
        "<!DOCTYPE r SYSTEM \"file:///etc/passwd\">", "<!DOCTYPE r PUBLIC \"-//x\" \"http://127.0.0.1:1/x.dtd\">", "<!DOCTYPE r []>",
        "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE r [<!ENTITY e SYSTEM \"http://169.254.169.254/\">]>",
        "<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]>", "<!DOCTYPE r [<!ENTITY a \"b\">]>", "<!DOCTYPE r [<!ENTITY a \"&a;\">]>",
        "<!DOCTYPE r [<!ATTLIST r x CDATA \"1\">]>", "<!DOCTYPE r [<!ELEMENT r ANY>]>", "<!DOCTYPE r [<!NOTATION n SYSTEM \"calc.exe\">]>",
        "<!doctype html>",
    ];

    private static readonly string[] Others =
    [
        "sixteen levels", "a hundred thousand levels", "ten thousand attributes", "ten thousand namespaces", "the same attribute twice", "a long attribute",
        "an undeclared prefix", "an unknown entity", "a character out of range", "a null character", "a lone surrogate", "a processing instruction",
        "XInclude", "a stylesheet", "an XSLT", "SOAP around it", "CDATA in the status", "an open comment", "two roots", "text after the end", "text before it",
        "UTF-7", "an unknown encoding", "UTF-16 said and UTF-8 sent", "UTF-16", "UTF-32", "gzip", "a BOM in the middle", "XML 1.1", "XML 2.0",
        "an xml:base elsewhere", "a schema location elsewhere", "broken off in a tag", "only blanks", "250,000 blanks", "ten thousand empty elements",
    ];

    public static TheoryData<string> Rows => [.. Doctypes, .. Others];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Nothing_is_resolved_expanded_or_believed(string kind)
    {
        var library = new AnIsoLibrary(attacked.Bench, "HKU", IsoVersion.V12);
        var before = await attacked.Bench.LendingStaff().SeesAsync(attacked.Loan);

        var answer = await library.PostsAsync(BytesOf(kind, library));

        answer.Status.ShouldBeOneOf(200, 401, 413);
        answer.Text.ShouldNotContain("root:");
        if (answer.Status == 200)
        {
            answer.Text.ShouldContain("messageStatus");
        }

        await attacked.Bench.SettleAsync();
        (await attacked.Bench.LendingStaff().SeesAsync(attacked.Loan)).GetProperty("state").ToString().ShouldBe(before.GetProperty("state").ToString());
    }

    /// <summary>A good message that promises the item, but for its flaw and, where the flaw alone may be harmless, for a status that does not exist.</summary>
    private byte[] BytesOf(string kind, AnIsoLibrary library)
    {
        var promise = library.About(attacked.Loan, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply);
        var good = Encoding.UTF8.GetString(IsoXml.Write(promise, IsoVersion.V12)).Replace("WillSupply", "NoSuchStatus", StringComparison.Ordinal);
        var declared = good.IndexOf("?>", StringComparison.Ordinal) + 2;
        var body = good[declared..];
        var root = body[..body.IndexOf('>', StringComparison.Ordinal)];
        return kind switch
        {
            "sixteen levels" => Utf8(Within(Nested(16))),
            "a hundred thousand levels" => Utf8(Within(Nested(15_000))),
            "ten thousand attributes" => Utf8(Root(string.Concat(Enumerable.Range(0, 10_000).Select(n => $" a{n}=\"\"")))),
            "ten thousand namespaces" => Utf8(Root(string.Concat(Enumerable.Range(0, 5_000).Select(n => $" xmlns:n{n}=\"u{n}\"")))),
            "the same attribute twice" => Utf8(Root(" a=\"1\" a=\"2\"")),
            "a long attribute" => Utf8(Root($" a=\"{new string('a', 200_000)}\"")),
            "an undeclared prefix" => Utf8(Within("<x:note>a</x:note>")),
            "an unknown entity" => Utf8(Within("<note>&passwd;</note>")),
            "a character out of range" => Utf8(Within("<note>&#x110000;</note>")),
            "a null character" => Utf8(Within("<note>&#0;</note>")),
            "a lone surrogate" => Utf8(Within("<note>&#xD800;</note>")),
            "a processing instruction" => Utf8(Within("<?php system('id') ?>")),
            "XInclude" => Utf8(Within("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>")),
            "a stylesheet" => Utf8(good.Insert(declared, "<?xml-stylesheet href=\"http://127.0.0.1:1/x.xsl\" type=\"text/xsl\"?>")),
            "an XSLT" => Utf8("<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"/>"),
            "SOAP around it" => Utf8($"<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>{body}</s:Body></s:Envelope>"),
            "CDATA in the status" => Utf8(good.Replace("NoSuchStatus", "<![CDATA[NoSuchStatus]]>", StringComparison.Ordinal)),
            "an open comment" => Utf8(Within("<!-- ")),
            "two roots" => Utf8(good + body),
            "text after the end" => Utf8(good + " and more"),
            "text before it" => Utf8("text " + good),
            "UTF-7" => Utf8("<?xml version=\"1.0\" encoding=\"utf-7\"?>" + body),
            "an unknown encoding" => Utf8("<?xml version=\"1.0\" encoding=\"x-none\"?>" + body),
            "UTF-16 said and UTF-8 sent" => Utf8("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + body),
            "UTF-16" => Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + body),
            "UTF-32" => Encoding.UTF32.GetBytes(body),
            "gzip" => [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0],
            "a BOM in the middle" => Utf8(good.Insert(declared, "\ufeff")),
            "XML 1.1" => Utf8("<?xml version=\"1.1\"?>" + body),
            "XML 2.0" => Utf8("<?xml version=\"2.0\"?>" + body),
            "an xml:base elsewhere" => Utf8(Root(" xml:base=\"http://127.0.0.1:1/\"")),
            "a schema location elsewhere" =>
                Utf8(Root(" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:schemaLocation=\"a http://127.0.0.1:1/a.xsd\"")),
            "broken off in a tag" => Utf8(good[..(good.Length / 2)]),
            "only blanks" => Utf8("   \n"),
            "250,000 blanks" => Utf8(new string(' ', 250_000)),
            "ten thousand empty elements" => Utf8(Within(string.Concat(Enumerable.Repeat("<x/>", 10_000)))),
            _ => Utf8(good.Insert(declared, kind).Replace("NoSuchStatus", "NoSuchStatus&e;", StringComparison.Ordinal)),
        };

        string Within(string element) => good.Replace("</messageInfo>", element + "</messageInfo>", StringComparison.Ordinal);
        string Root(string attributes) => good.Replace(root, root + attributes, StringComparison.Ordinal);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels));
}
