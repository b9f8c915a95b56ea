using Hkall.Domain.Accounts;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Service.Engine;

namespace Hkall.Service.Circulation;

/// <summary>The circulation system's answer about a patron.</summary>
public abstract record AccountAnswer
{
    private protected AccountAnswer()
    {
    }

    public sealed record Known(OwnAccount Account) : AccountAnswer;

    /// <summary>The system has no such patron.</summary>
    public sealed record UnknownPatron : AccountAnswer;

    /// <summary>The system did not answer, or its answer could not be understood.</summary>
    public sealed record NoAnswer(string Why) : AccountAnswer;
}

/// <summary>A ledger line to enter in the circulation system.</summary>
/// <param name="Key">The effect's key: the same on every try, and stored with the entered line so that we can find it.</param>
/// <param name="LibraryId">The debtor's id in the circulation system.</param>
/// <param name="Reference">The request's reference, as read out at the counter.</param>
public sealed record FeeEntry(string Key, string LibraryId, LedgerKind Kind, Money Amount, string Reference);

/// <summary>The Library's own circulation system: its loans to patrons, and the account in which they pay.</summary>
public interface ICirculation
{
    /// <param name="libraryId">The patron's id in that system.</param>
    Task<AccountAnswer> AskAsync(string libraryId, CancellationToken cancellation);

    /// <summary>Enters a line. If an earlier try ended without an answer, it first checks whether the line is there.</summary>
    Task<Attempt> EnterAsync(FeeEntry entry, bool again, CancellationToken cancellation);
}

/// <summary>Stands in when no circulation system is connected: patrons have no own loans, and fees are recorded here only.</summary>
public sealed class NoCirculation : ICirculation
{
    public Task<AccountAnswer> AskAsync(string libraryId, CancellationToken cancellation) =>
        Task.FromResult<AccountAnswer>(new AccountAnswer.Known(OwnAccount.Empty));

    public Task<Attempt> EnterAsync(FeeEntry entry, bool again, CancellationToken cancellation) => Task.FromResult<Attempt>(new Attempt.Delivered());
}
