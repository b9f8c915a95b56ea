using Hkall.Domain.Lending;

namespace Hkall.Service.Lending;

/// <summary>The label of a parcel: the address, and a code that identifies the parcel when it comes back.</summary>
internal static class AddressLabel
{
    public const string Style = """
        @page { size: 148mm 105mm; margin: 6mm; }
        .page { height: 92mm; display: flex; flex-direction: column; justify-content: space-between; }
        address { font-style: normal; font-size: 15pt; line-height: 1.3; overflow-wrap: anywhere; } address b { font-size: 17pt; }
        .foot { display: flex; justify-content: space-between; align-items: end; font-size: 9pt; } .code { width: 22mm; height: 22mm; } figure { margin: 0; font-size: 7pt; text-align: center; width: 26mm; overflow-wrap: anywhere; }
        """;

    public static string Of(LendingRequest request) => $"""
        <section class="page">
        <address><b>{PullSlip.Text(request.Borrower.Name)}</b>{string.Concat(request.ShipTo.Select(line => $"<br>{PullSlip.Text(line)}"))}</address>
        <div class="foot"><div>INTERLIBRARY LOAN<br>館際互借<br>{PullSlip.Text(request.BorrowersId)}</div>{PullSlip.Figure("Please keep with the item", request.Id)}</div>
        </section>
        """;
}
