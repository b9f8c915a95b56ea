using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Placing;

/// <summary>
/// The name that a patron typed under a declaration. It is theirs and in no event: a row of its own, written with the request or
/// with the signing, and erased with its request's words or with the person, whichever comes first.
/// </summary>
/// <param name="TextVersion">The version of the text it stands under.</param>
public sealed record Signature(string Name, string TextVersion, DateTimeOffset At)
{
    /// <summary>The write that goes with the commit of the declaration; null where no name was given.</summary>
    public static RowWrite? Of(string? name, string? textVersion, string patronId, string requestId, DateTimeOffset now, string commit) => name is null || textVersion is null
        ? null
        : new RowWrite.Put(new Row(patronId, Keys.Signature(requestId), StoredJson.Write(new Signature(name, textVersion, now)), commit));

    /// <summary>Null where none was given, or where it has been erased.</summary>
    public static async Task<Signature?> OfAsync(IRows rows, PatronRequest request, CancellationToken cancellation) =>
        request.Declaration is not null && await rows.FindAsync(RowTable.Requests, request.PatronId, Keys.Signature(request.Id), cancellation) is { } row
            ? StoredJson.Read<Signature>(row.Body)
            : null;
}
