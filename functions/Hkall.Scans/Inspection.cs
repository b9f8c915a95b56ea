using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace Hkall.Scans;

/// <summary>Looks through a file for what a reader of it would find too late.</summary>
public static class Inspection
{
    /// <summary>Nothing honest nests deeper outside of its own objects.</summary>
    private const int MostDepth = 50;

    public static InspectAnswer Of(byte[] file)
    {
        if (!Documents.IsPdf(file))
        {
            return OfPicture(file);
        }

        try
        {
            using var document = Documents.Open(file);
            var dictionaries = document.Internals.GetAllObjects().SelectMany(one => Within(one, 0)).ToList();
            var pages = Documents.PagesOf(document);
            return new InspectAnswer
            {
                Pages = pages.Count,
                Encrypted = Documents.IsEncrypted(file) && document.SecuritySettings.IsEncrypted,
                Active = dictionaries.Exists(IsActive),
                Signed = dictionaries.Exists(IsSignature),
                Blank = [.. Numbers(pages, PageLook.IsBlank)],
                Turned = Turned(pages),
                CutOff = [.. Numbers(pages, PageLook.IsCutOff)],
            };
        }
        catch (Exception unreadable) when (IsOfTheFile(unreadable))
        {
            return new InspectAnswer { Encrypted = Documents.IsEncrypted(file) };
        }
    }

    /// <summary>A reader throws whatever it likes at a bad file; a machine without memory or a program without its parts is another matter.</summary>
    private static bool IsOfTheFile(Exception failure) => failure is not (OutOfMemoryException or FileNotFoundException or TypeLoadException);

    private static InspectAnswer OfPicture(byte[] file)
    {
        try
        {
            using var document = Documents.OfPicture(file);
            return new InspectAnswer { Pages = 1 };
        }
        catch (Exception unreadable) when (IsOfTheFile(unreadable))
        {
            return new InspectAnswer();
        }
    }

    private static IEnumerable<PdfDictionary> Within(PdfItem item, int depth)
    {
        if (depth > MostDepth)
        {
            throw new InvalidDataException("It is nested too deeply.");
        }

        var members = item switch
        {
            PdfDictionary dictionary => dictionary.Elements.Values,
            PdfArray array => array.Elements,
            _ => Enumerable.Empty<PdfItem?>(),
        };
        var own = item is PdfDictionary self ? [self] : Enumerable.Empty<PdfDictionary>();
        return own.Concat(members.OfType<PdfItem>().Where(member => member is not PdfReference).SelectMany(member => Within(member, depth + 1)));
    }

    private static bool IsActive(PdfDictionary one) =>
        one.Elements.ContainsKey("/JS") || one.Elements.ContainsKey("/EF") || one.Elements.ContainsKey("/EmbeddedFiles")
        || one.Elements.ContainsKey("/XFA") || Name(one, "/Subtype") is "/RichMedia" or "/FileAttachment"
        || Name(one, "/S") is "/JavaScript" or "/Launch" or "/SubmitForm" or "/ImportData" or "/Rendition";

    private static bool IsSignature(PdfDictionary one) =>
        one.Elements.ContainsKey("/ByteRange") || (Name(one, "/FT") == "/Sig" && one.Elements.ContainsKey("/V"));

    private static string Name(PdfDictionary one, string key) => one.Elements.TryGetValue(key, out var item) ? item switch
    {
        PdfName name => name.Value,
        PdfReference { Value: PdfNameObject name } => name.Value,
        _ => string.Empty,
    }
        : string.Empty;

    private static List<int> Turned(IReadOnlyList<PdfPage> pages)
    {
        var across = pages.Count(PageLook.LiesAcross);
        var isUsual = across * 2 > pages.Count;
        return [.. Numbers(pages, page => PageLook.LiesAcross(page) != isUsual)];
    }

    private static IEnumerable<int> Numbers(IReadOnlyList<PdfPage> pages, Func<PdfPage, bool> which) =>
        pages.Select((page, at) => (page, Number: at + 1)).Where(one => which(one.page)).Select(one => one.Number);
}
