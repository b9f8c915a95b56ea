using System.Globalization;
using BenchmarkDotNet.Attributes;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;

namespace Hkall.Benchmarks.Iso18626;

/// <summary>Reading and writing messages of ISO 18626: a request of the usual size, and one as large as is taken.</summary>
[MemoryDiagnoser]
public class ReadingMessages
{
    private const double Megabyte = 1_000_000;

    private SupplyRequest _message = null!;
    private byte[] _xml = null!;

    [Params(IsoVersion.V12, IsoVersion.V2021)]
    public IsoVersion Version { get; set; }

    /// <summary>Libraries that could supply, each with its holdings: with none it is a usual request, with many a large one.</summary>
    [Params(0, 400)]
    public int Suppliers { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _message = Request(Suppliers);
        _xml = IsoXml.Write(_message, Version);
    }

    [Benchmark]
    public ReadMessage Read() => IsoXml.Read(_xml);

    [Benchmark]
    public byte[] Write() => IsoXml.Write(_message, Version);

    public static void Quick(TextWriter output)
    {
        foreach (var version in Enum.GetValues<IsoVersion>())
        {
            foreach (var suppliers in new[] { 0, 400 })
            {
                var xml = IsoXml.Write(Request(suppliers), version);
                Rate(xml, megabytes: 20);
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture, $"{version} {xml.Length,7} bytes: {Rate(xml, megabytes: 100):F0} MB for each second of one core"));
            }
        }
    }

    /// <summary>By the processor's time, which other programs on the machine do not lengthen.</summary>
    private static double Rate(byte[] xml, int megabytes)
    {
        var times = (int)(megabytes * Megabyte / xml.Length) + 1;
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            if (IsoXml.Read(xml).Faults.Count > 0)
            {
                throw new InvalidOperationException("The message cannot be read.");
            }
        }

        return times * (double)xml.Length / Megabyte / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static SupplyRequest Request(int suppliers) => new()
    {
        Header = new Header
        {
            Supplier = AgencyId.Parse("ISIL:AU-NLA"),
            Requester = AgencyId.Parse("JULAC:LNU"),
            Timestamp = new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero),
            RequesterRequestId = "7YBQX1AGBZMSD7W1X4SXJB9YAJ",
        },
        Item = new BibliographicInfo
        {
            Title = "The Structure of Scientific Revolutions",
            Author = "Kuhn, Thomas S.",
            Edition = "3rd",
            TitleOfComponent = "The Route to Normal Science",
            Volumes = ["1"],
            PagesRequested = "10-22",
            ItemIds = [new ItemId { Code = new Code("ISBN"), Identifier = "9780226458083" }],
            RecordIds = [new RecordId { Code = new Code("OCLC"), Identifier = "34548541" }],
        },
        Publication = new PublicationInfo { Publisher = "University of Chicago Press", Date = "1996", Type = new Code("Chapter") },
        Service = new ServiceInfo
        {
            RequestType = RequestType.New,
            Service = RequestedService.Copy,
            NeedBefore = new DateTimeOffset(2026, 12, 20, 23, 59, 59, TimeSpan.Zero),
            CopyrightCompliance = new Code("Other"),
            Note = "For research or private study; the receiver has signed the declaration of Cap. 528F, Hong Kong.",
        },
        Suppliers =
        [
            .. Enumerable.Range(1, suppliers).Select(number => new SupplierInfo
            {
                SortOrder = number,
                Supplier = new AgencyId(new Code("ISIL"), string.Create(CultureInfo.InvariantCulture, $"XX-{number}")),
                Description = "A library of the north, 圖書館",
                CallNumber = "Q175 .K95 1996",
                Holdings = "one copy & one microform",
            }),
        ],
        Requester = new RequestingAgencyInfo { Name = "Lingnan University Library", Contact = "Interlibrary Loans" },
        Billing = new BillingInfo { MaximumCosts = new Costs(new Code("HKD"), 200m) },
    };
}
