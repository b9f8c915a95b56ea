using System.Collections.Concurrent;
using Hkall.Service.Notices;

namespace Hkall.Service.Tests.Crashes;

/// <summary>Takes every mail, and outlives the processes that send them.</summary>
/// <param name="CanTell">Whether it can say what was sent: a mail service that keeps no record of it cannot.</param>
internal sealed record PostOffice(bool CanTell)
{
    /// <summary>The operation ids of the mails, as often as they were sent.</summary>
    public ConcurrentQueue<string> Sent { get; } = new();

    /// <summary>The mailer of one process.</summary>
    public IMailer ServeTo(Mishap mishap) => new Counter(this, mishap);

    private sealed class Counter(PostOffice office, Mishap mishap) : IMailer
    {
        public Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
        {
            mishap.ThrowIfDead();
            office.Sent.Enqueue(mail.OperationId);
            return Task.FromResult<MailResult>(new MailResult.Sent());
        }

        public Task<bool?> WasSentAsync(string operationId, CancellationToken cancellation) =>
            Task.FromResult<bool?>(office.CanTell ? office.Sent.Contains(operationId) : null);
    }
}
