using Hkall.Domain.Calendar;
using Hkall.LocalHost.Keeping;
using Hkall.Service.Notices;

namespace Hkall.LocalHost.Mail;

/// <summary>Keeps every mail instead of sending it. A mail is on the disk before it counts as sent.</summary>
public sealed class MailCatcher(BenchFolder folder, TimeProvider clock) : IMailer, IDisposable
{
    private readonly Lock _lock = new();
    private readonly KeptLines<CaughtMail> _mail = new(folder, "mail.jsonl");
    private int _failuresLeft;
    private MailResult _failure = new MailResult.Sent();
    private bool _caughtAllTheSame;

    /// <summary>For tests: the next sends return this result.</summary>
    /// <param name="caughtAllTheSame">The mail is caught, and only the response is lost.</param>
    public void FailNext(int sends, MailResult answer, bool caughtAllTheSame = false)
    {
        lock (_lock)
        {
            (_failuresLeft, _failure, _caughtAllTheSame) = (sends, answer, caughtAllTheSame);
        }
    }

    public Task<MailResult> SendAsync(Service.Notices.Mail mail, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var fails = _failuresLeft > 0;
            _failuresLeft -= fails ? 1 : 0;
            if (!fails || _caughtAllTheSame)
            {
                _mail.Append(CaughtMail.Of(mail, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), LibraryCalendar.HongKong)));
            }

            return Task.FromResult(fails ? _failure : new MailResult.Sent());
        }
    }

    /// <summary>Always knows the answer, because it keeps every mail.</summary>
    public Task<bool?> WasSentAsync(string operationId, CancellationToken cancellation) =>
        Task.FromResult<bool?>(_mail.All.Any(mail => mail.Id == operationId));

    /// <summary>The caught mail, newest last: to one address, or all of it.</summary>
    public IReadOnlyList<CaughtMail> To(string? address) =>
        [.. _mail.All.Where(mail => address is null || string.Equals(mail.To, address, StringComparison.OrdinalIgnoreCase))];

    public void Dispose() => _mail.Dispose();
}
