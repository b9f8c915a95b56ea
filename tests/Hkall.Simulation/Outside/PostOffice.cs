using Hkall.Service.Notices;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Processes;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Outside;

/// <summary>
/// The mail service. One that can tell what it was given also knows a mail that comes again and sends it once; one that cannot
/// sends whatever it is given.
/// </summary>
public sealed class PostOffice(World world, bool canTell)
{
    private readonly HashSet<string> _taken = [];

    public bool CanTell => canTell;

    public bool WasTaken(string key) => _taken.Contains(key);

    public void Take(Mail mail)
    {
        if (_taken.Add(mail.OperationId) || !canTell)
        {
            world.Ledger.Effects.Mailed(mail);
        }
    }
}

/// <summary>The counter of the mail service that one process stands at.</summary>
internal sealed class MailCounter(Process process) : IMailer
{
    private World World => process.World;

    public Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation) => Wire.CallAsync(process, "mail", mail.OperationId, () =>
    {
        var faults = World.Faults;
        if (faults.Strikes(FaultKind.MailQuota))
        {
            return new MailResult.Later(faults.DiceOf(FaultKind.MailQuota).Between(TimeSpan.FromSeconds(10), TimeSpan.FromHours(3)), "over the quota");
        }

        if (faults.Strikes(FaultKind.MailDown))
        {
            return new MailResult.Later(null, "the mail service is down");
        }

        if (faults.Strikes(FaultKind.MailLostUnanswered))
        {
            return new MailResult.Unknown("no answer");
        }

        World.Post.Take(mail);
        return faults.Strikes(FaultKind.MailSentUnanswered) ? new MailResult.Unknown("no answer") : (MailResult)new MailResult.Sent();
    });

    public Task<bool?> WasSentAsync(string operationId, CancellationToken cancellation) =>
        Wire.CallAsync(process, "was it mailed", operationId, () => World.Post.CanTell ? (bool?)World.Post.WasTaken(operationId) : null);
}
