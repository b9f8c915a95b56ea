using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Invoicing;
using Hkall.Service.Mailing;
using Hkall.Service.Members;
using Hkall.Service.OpeningDays;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Sessions;
using Hkall.Service.Staff.FourEyes;
using Hkall.Service.Storage;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Privacy;

/// <summary>The job that erases data whose time is over. The bench's clock and the timer call it.</summary>
public interface IRetention
{
    /// <summary>When the next visit is due, as far as this process knows: a hint.</summary>
    DateTimeOffset? NextLook { get; }

    /// <returns>How many accounts and requests to lend were visited.</returns>
    Task<int> RunAsync(CancellationToken cancellation);
}

/// <inheritdoc cref="IRetention"/>
public sealed partial class RetentionJob(
    ErasureIndex index,
    AccountErasure erasure,
    LendingErasure lending,
    ParkedMessages parked,
    ParkedDismissal dismissing,
    ParkedShares shares,
    FileReceipts receipts,
    MailQueue queue,
    InvoiceStore invoices,
    SessionRetention sessions,
    AuditTrail audit,
    StaffMembers members,
    HolidayHorizon holidays,
    Proposals proposals,
    PartnerDirectory directory,
    PolicyInForce policy,
    TimeProvider clock,
    ILogger<RetentionJob> log) : IRetention
{
    /// <summary>The most accounts and requests to lend visited in one run; the next run continues.</summary>
    public const int AccountsPerRun = 1_000;

    /// <summary>Longer than any process works on a mail that it has added to the mail queue.</summary>
    private static readonly TimeSpan MarksKept = TimeSpan.FromDays(14);

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromDays(1);

    public DateTimeOffset? NextLook => index.NextLook;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await policy.RefreshAsync(cancellation);
        var now = clock.GetUtcNow();
        var due = await index.DueAsync(now, AccountsPerRun, cancellation);
        foreach (var account in due)
        {
            try
            {
                // The next entry is added before this one is removed.
                if (await VisitAsync(account.Of, now, cancellation) is { } next)
                {
                    await index.PutUpAsync(account.Of, next > now ? next : now + LookAgainAfter, cancellation);
                }

                await index.TakeDownAsync(account, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException and not StorageUnavailableException)
            {
                // Its entry stays; the other accounts need not wait for it.
                AccountFailed(log, account.Of, failure);
            }
        }

        await ForgetParkedAsync(now.AddDays(-policy.Document.Retention.ParkedDays), cancellation);
        await queue.ForgetAsync(now - MarksKept, cancellation);
        await invoices.ForgetAsync(now.Year - policy.Document.Invoices.KeptYears, cancellation);
        await sessions.RunAsync(cancellation);
        await audit.ForgetAsync(cancellation);
        await members.ForgetAsync(cancellation);
        await holidays.WarnAsync(cancellation);
        await proposals.ForgetAsync(cancellation);
        await receipts.ForgetAsync(cancellation);
        await EncryptAnewAsync(cancellation);
        await index.LearnAsync(due.Count == AccountsPerRun ? now : now + LookAgainAfter, cancellation);
        return due.Count;
    }

    /// <summary>After a change of the key that encrypts partners' secrets; on other days there is nothing to write.</summary>
    private async Task EncryptAnewAsync(CancellationToken cancellation)
    {
        await proposals.EncryptAnewAsync(cancellation);
        if (await directory.EncryptAnewAsync(cancellation) is > 0 and var written)
        {
            EncryptedAnew(log, written);
        }
    }

    /// <summary>A patron's key and the id of a request to lend are never alike.</summary>
    private Task<DateTimeOffset?> VisitAsync(string of, DateTimeOffset now, CancellationToken cancellation) =>
        LendingIds.IsWellFormed(of) ? lending.VisitAsync(of, now, cancellation) : erasure.VisitAsync(of, now, cancellation);

    private async Task ForgetParkedAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        foreach (var message in (await parked.ListAsync(RowLimits.RowsPerPage, cancellation)).Where(message => message.ParkedAt <= before))
        {
            await dismissing.DismissAsync(message.Id, ParkedDismissal.ByRetention, "Its time was over.", cancellation);
        }

        foreach (var dismissed in (await dismissing.ListAsync(RowLimits.RowsPerPage, cancellation)).Where(message => message.DismissedAt <= before))
        {
            await dismissing.ForgetAsync(dismissed.Id, cancellation);
        }

        await shares.ForgetAsync(before, cancellation);
    }

    [LoggerMessage(3401, LogLevel.Error, "Erasing from {Of} failed; it is looked at again")]
    private static partial void AccountFailed(ILogger log, string of, Exception failure);

    [LoggerMessage(3402, LogLevel.Information, "The secrets of {Count} partners were encrypted under the current key")]
    private static partial void EncryptedAnew(ILogger log, int count);
}
