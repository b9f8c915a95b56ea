using Hkall.Domain.Accounts;
using Hkall.Domain.Charging;
using Hkall.Domain.Fees;
using Hkall.Service.Engine;

namespace Hkall.Service.Circulation;

/// <summary>What the circulation system answered about a patron.</summary>
public abstract record AccountAnswer
{
    private protected AccountAnswer()
    {
    }

    public sealed record Known(OwnAccount Account) : AccountAnswer;

    /// <summary>It has no such patron.</summary>
    public sealed record UnknownPatron : AccountAnswer;

    /// <summary>It did not answer, or not so that it could be understood.</summary>
    public sealed record NoAnswer(string Why) : AccountAnswer;
}

/// <summary>A line of a ledger on its way into the circulation system.</summary>
/// <param name="Key">The effect's key: the same on every try, and found again in what was entered.</param>
/// <param name="LibraryId">Who owes it, as the circulation system knows them.</param>
/// <param name="Reference">The request, as it is read out at the counter.</param>
public sealed record FeeEntry(string Key, string LibraryId, LedgerKind Kind, Money Amount, string Reference);

/// <summary>The Library's own circulation system: what patrons have of its own, and the account in which they pay.</summary>
public interface ICirculation
{
    /// <param name="libraryId">The patron, as that system knows them.</param>
    Task<AccountAnswer> AskAsync(string libraryId, CancellationToken cancellation);

    /// <summary>Enters a line. Tried again after a try that ended without an answer, it first looks whether the line is there.</summary>
    Task<Attempt> EnterAsync(FeeEntry entry, bool again, CancellationToken cancellation);
}

/// <summary>A library whose circulation system is not connected: patrons have nothing of its own, and fees are kept here alone.</summary>
public sealed class NoCirculation : ICirculation
{
    public Task<AccountAnswer> AskAsync(string libraryId, CancellationToken cancellation) =>
        Task.FromResult<AccountAnswer>(new AccountAnswer.Known(OwnAccount.Empty));

    public Task<Attempt> EnterAsync(FeeEntry entry, bool again, CancellationToken cancellation) => Task.FromResult<Attempt>(new Attempt.Delivered());
}
