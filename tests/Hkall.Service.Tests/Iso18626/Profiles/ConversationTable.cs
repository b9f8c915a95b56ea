using System.Text;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Domain.Tests.Kit;
using Hkall.Domain.Tests.Lending;
using Hkall.Domain.Tests.Table;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Iso18626.Vendors;
using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Iso18626.Profiles;

/// <summary>Each message of each system, as it writes it, to a request in each place: what comes of it, in words.</summary>
internal static class ConversationTable
{
    private static readonly IReadOnlyList<string> Borrowing =
    [
        "loan, sourcing", "loan, expected", "loan, conditions to decide", "loan, a charge to decide", "loan, cancelling",
        "loan, cancelled, and its library would not", "loan, in transit", "loan, on the shelf", "loan, on loan", "loan, renewal asked", "loan, overdue",
        "loan, recalled", "loan, sent back", "loan, completed", "loan, cancelled", "loan, lost by the patron", "copy, sourcing", "copy, expected",
    ];

    private static readonly IReadOnlyList<string> Lent =
    [
        "loan, to answer", "loan, conditions offered", "loan, to pull", "loan, to ship, cancel asked", "loan, shipped", "loan, on loan", "loan, renewal asked",
        "loan, overdue", "loan, recalled", "loan, returning", "copy, to scan", "copy, supplied", "loan, completed", "loan, unfilled", "loan, lost",
    ];

    public static IReadOnlyList<(string Name, ARequest Request)> OurRequests { get; } =
        [.. Borrowing.Select(name => Situations.All.FirstOrDefault(one => one.Name == name)).Where(one => one.Name is not null)];

    public static IReadOnlyList<(string Name, ALending Request)> OurLoans { get; } =
        [.. Lent.Select(name => LendingTable.Situations.FirstOrDefault(one => one.Name == name)).Where(one => one.Name is not null)];

    public static IEnumerable<(Vendor Vendor, string Name, ReadMessage Read)> Read() =>
        from vendor in Enum.GetValues<Vendor>()
        from row in TheirMessages.OfLender(vendor).Concat(TheirMessages.OfBorrower(vendor))
        select (vendor, row.Name, IsoXml.Read(row.Xml));

    public static string Written()
    {
        var text = new StringBuilder("What comes of each message of each system. Written by the tests; see Kit/Approved.cs of the domain's.\n");
        foreach (var vendor in Enum.GetValues<Vendor>())
        {
            foreach (var (situation, request) in OurRequests)
            {
                text.Append($"\n== {Names.Of(vendor)} lends: {situation} [{Names.Of(request.Status)}] ==\n");
                Append(text, TheirMessages.OfLender(vendor).Select(row => (row.Name, Answers.Answer(request, request.Decide(News(vendor, row.Xml))))));
            }

            foreach (var (situation, request) in OurLoans)
            {
                text.Append($"\n== {Names.Of(vendor)} borrows: {situation} [{Names.Of(request.Status)}] ==\n");
                Append(text, TheirMessages.OfBorrower(vendor).Select(row => (row.Name, LendingTable.Answer(request, request.Decide(Wish(vendor, row.Xml))))));
            }
        }

        return text.ToString();
    }

    public static SupplierMessage Heard(Vendor vendor, byte[] xml) => VendorProfile.Of(vendor).Heard((SupplierMessage)IsoXml.Read(xml).Message!);

    private static RequestCommand News(Vendor vendor, byte[] xml) =>
        IncomingSupplyMessages.Of(Heard(vendor, xml), "R-1", Situations.Supplier, "m-new", Libraries.Monday, Libraries.Lingnan).ToNews();

    private static LendingCommand Wish(Vendor vendor, byte[] xml) => IncomingRequestMessages
        .Of(VendorProfile.Of(vendor).Heard((RequesterMessage)IsoXml.Read(xml).Message!), SenderOf(vendor)).ToNews(ALending.OnOurShelf);

    private static Sender SenderOf(Vendor vendor) =>
        new(
            new Partner
            {
                Symbol = ALending.Symbol,
                Name = "CUHK",
                Tier = Tier.Hkall,
                AgencyId = "JULAC:CUHK",
                Protocol = Protocol.Iso18626,
                Vendor = vendor,
                Secrets = [],
            },
            "m-new", Libraries.Monday);

    /// <summary>What most messages of a system lead to is written once, after the others.</summary>
    private static void Append(StringBuilder text, IEnumerable<(string Name, string Answer)> rows)
    {
        var all = rows.ToList();
        var usual = all.GroupBy(row => row.Answer).MaxBy(same => same.Count())!;
        var alone = usual.Count() == 1;
        foreach (var (name, answer) in all.Where(row => alone || row.Answer != usual.Key))
        {
            text.Append($"{name,-36} {answer}\n");
        }

        if (!alone)
        {
            text.Append($"{"any other",-36} {usual.Key}\n");
        }
    }
}
