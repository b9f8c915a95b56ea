using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Hkall.Pages.SigningIn;

/// <summary>
/// The keys that protect sessions and forms, stored as rows of the records, so that every instance reads the same ones. The
/// framework reads them once a day, with synchronous calls.
/// </summary>
public sealed class SessionKeys(IRows rows, IRandom random) : IXmlRepository
{
    private const string From = "key:";
    private const string To = "key;";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. rows.RangeAsync(RowTable.Pointers, Keys.SessionKeyPartition, From, To, RowLimits.RowsPerPage, openOnly: false, CancellationToken.None)
            .GetAwaiter().GetResult()
            .Select(row => XElement.Parse(StoredJson.Read<KeptKey>(row.Body).Xml))];

    public void StoreElement(XElement element, string friendlyName)
    {
        var xml = element.ToString(SaveOptions.DisableFormatting);
        var key = From + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(xml)))[..32];
        var row = new Row(Keys.SessionKeyPartition, key, StoredJson.Write(new KeptKey(xml)), RequestIds.Base32(random.Bytes(10)));
        rows.CommitAsync(RowTable.Pointers, Keys.SessionKeyPartition, [new RowWrite.Put(row)], CancellationToken.None).GetAwaiter().GetResult();
    }

    private sealed record KeptKey(string Xml);
}
