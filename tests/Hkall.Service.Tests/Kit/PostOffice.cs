using System.Collections.Concurrent;
using Hkall.Service.Notices;

namespace Hkall.Service.Tests.Crashes;

/// <summary>Takes every mail, and outlives the processes that send them.</summary>
/// <param name="CanTell">Whether it can say what was sent: a mail service that keeps no record of it cannot.</param>
internal sealed record PostOffice(bool CanTell)
{
    /// <summary>The operation ids of the mails, as often as they were sent.</summary>
    public ConcurrentQueue<string> Sent { get; } = new();

    /// <summary>The mails themselves, in the order in which they were taken.</summary>
    public ConcurrentQueue<Mail> Mails { get; } = new();

    /// <summary>What it answers instead of taking a mail.</summary>
    public MailResult? Answers { get; set; }

    /// <summary>It takes the mail all the same, and only its answer is lost.</summary>
    public bool TakesAllTheSame { get; set; }

    /// <summary>The mailer of one process.</summary>
    public IMailer ServeTo(Mishap mishap) => new Counter(this, mishap);

    private sealed class Counter(PostOffice office, Mishap mishap) : IMailer
    {
        public Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
        {
            mishap.ThrowIfDead();
            if (office.Answers is null || office.TakesAllTheSame)
            {
                office.Sent.Enqueue(mail.OperationId);
                office.Mails.Enqueue(mail);
            }

            return Task.FromResult(office.Answers ?? new MailResult.Sent());
        }

        public Task<bool?> WasSentAsync(string operationId, CancellationToken cancellation) =>
            Task.FromResult<bool?>(office.CanTell ? office.Sent.Contains(operationId) : null);
    }
}
