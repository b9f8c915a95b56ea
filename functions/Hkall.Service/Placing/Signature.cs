using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Placing;

/// <summary>
/// The name a patron typed under a declaration. It is personal data and appears in no event: it has its own row, written with the
/// request or at signing, and erased with the texts of the request or with the person, whichever comes first.
/// </summary>
/// <param name="TextVersion">The version of the declaration text that was signed.</param>
public sealed record Signature(string Name, string TextVersion, DateTimeOffset At)
{
    /// <summary>The row to write in the same commit as the declaration; null if there is no name.</summary>
    public static RowWrite? Of(string? name, string? textVersion, string patronId, string requestId, DateTimeOffset now, string commit) =>
        name is null || textVersion is null
        ? null
        : new RowWrite.Put(new Row(patronId, Keys.Signature(requestId), StoredJson.Write(new Signature(name, textVersion, now)), commit));

    /// <summary>The signature of the request; null if there was none, or if it has been erased.</summary>
    public static async Task<Signature?> OfAsync(IRows rows, PatronRequest request, CancellationToken cancellation) =>
        request.Declaration is not null && await rows.FindAsync(RowTable.Requests, request.PatronId, Keys.Signature(request.Id), cancellation) is { } row
            ? StoredJson.Read<Signature>(row.Body)
            : null;
}
