using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Notices;

namespace Hkall.Service.Circulation;

/// <summary>Enters a ledger line in the circulation system, once.</summary>
public sealed class FeeRecording(ICirculation circulation, People people) : IEffectHandler<RecordFee>
{
    public async Task<Attempt> TryAsync(VersionedRequest<PatronRequest> stored, RecordFee effect, OutboxItem item, bool again, CancellationToken cancellation)
    {
        if (circulation is NoCirculation)
        {
            return new Attempt.Delivered();
        }

        if (await people.FindAsync(stored.Request.PatronId, cancellation) is not { Person.LibraryId: { Length: > 0 } libraryId })
        {
            return new Attempt.Refused("It is not known who the patron is in the circulation system.");
        }

        var entry = new FeeEntry(item.Key, libraryId, effect.What, effect.Amount, NoticeFields.Reference(stored.Request.Id));
        return await circulation.EnterAsync(entry, again, cancellation);
    }
}
