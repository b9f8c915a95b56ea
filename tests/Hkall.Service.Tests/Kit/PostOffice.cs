using System.Collections.Concurrent;
using Hkall.Service.Notices;

namespace Hkall.Service.Tests.Kit;

/// <summary>
/// The mail service of the tests: takes every mail and keeps it, or answers as it is told to. It belongs to no process, so that it
/// outlives those that send.
/// </summary>
/// <param name="canTell">Whether it can say what was sent: a mail service that keeps no record of it cannot.</param>
internal sealed class PostOffice(bool canTell = true) : IMailer
{
    public bool CanTell => canTell;

    /// <summary>The operation ids of the mails, as often as they were sent.</summary>
    public ConcurrentQueue<string> Sent { get; } = new();

    /// <summary>The mails themselves, in the order in which they were taken.</summary>
    public ConcurrentQueue<Mail> Mails { get; } = new();

    /// <summary>What it answers instead of taking a mail.</summary>
    public MailResult? Answers { get; set; }

    /// <summary>It takes the mail all the same, and only its answer is lost.</summary>
    public bool TakesAllTheSame { get; set; }

    public Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        if (Answers is null || TakesAllTheSame)
        {
            Sent.Enqueue(mail.OperationId);
            Mails.Enqueue(mail);
        }

        return Task.FromResult(Answers ?? new MailResult.Sent());
    }

    public Task<bool?> WasSentAsync(string operationId, CancellationToken cancellation) => Task.FromResult<bool?>(canTell ? Sent.Contains(operationId) : null);
}
