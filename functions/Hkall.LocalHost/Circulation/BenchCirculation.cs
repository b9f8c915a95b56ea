using System.Collections.Concurrent;
using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.LocalHost.Keeping;
using Hkall.Service.Circulation;
using Hkall.Service.Engine;

namespace Hkall.LocalHost.Circulation;

/// <summary>
/// Simulates the Library's own circulation system. Some of the sample people have Library items, and one of them is blocked.
/// Tests can set a person's account. An entry is on the disk before it counts as entered.
/// </summary>
public sealed class BenchCirculation(BenchFolder folder, TimeProvider clock) : ICirculation, IDisposable
{
    private static readonly IReadOnlyDictionary<string, BenchAccount> Sample = new Dictionary<string, BenchAccount>
    {
        ["tam-pui-shan"] = new(CheckOuts: 4, Blocks: ["three items of the Library are overdue since October."]),
        ["nakamura"] = new(CheckOuts: 12, Holds: 2, CardExpiresOn: new DateOnly(2027, 8, 31)),
    };

    private readonly ConcurrentDictionary<string, BenchAccount> _set = new(StringComparer.Ordinal);
    private readonly KeptLines<EnteredFee> _entered = new(folder, "circulation-fees.jsonl");

    /// <summary>The person's account; an unknown person has no items, holds or blocks.</summary>
    public BenchAccount Of(string person) => _set.GetValueOrDefault(person) ?? Sample.GetValueOrDefault(person) ?? new BenchAccount();

    public void Set(string person, BenchAccount account) => _set[person] = account;

    public IReadOnlyList<EnteredFee> EnteredFor(string person) => [.. _entered.All.Where(fee => fee.Person == person)];

    public Task<AccountAnswer> AskAsync(string libraryId, CancellationToken cancellation) => Task.FromResult<AccountAnswer>(Of(libraryId) switch
    {
        { Silent: true } => new AccountAnswer.NoAnswer("set to be silent"),
        var account => new AccountAnswer.Known(account.ToAccount()),
    });

    public Task<Attempt> EnterAsync(FeeEntry entry, bool again, CancellationToken cancellation)
    {
        if (Of(entry.LibraryId).Silent)
        {
            return Task.FromResult<Attempt>(new Attempt.Later(null, "The circulation system is set to be silent."));
        }

        if (!again || _entered.All.All(fee => fee.Key != entry.Key))
        {
            _entered.Append(new EnteredFee(
                entry.Key, entry.LibraryId, Names.Of(entry.Kind), entry.Amount.Currency, entry.Amount.Amount, entry.Reference,
                TimeZoneInfo.ConvertTime(clock.GetUtcNow(), LibraryCalendar.HongKong)));
        }

        return Task.FromResult<Attempt>(new Attempt.Delivered());
    }

    public void Dispose() => _entered.Dispose();
}
