using Hkall.Service.Replies;
using MimeKit;

namespace Hkall.LocalHost.Tests.Replies;

/// <summary>A mailbox in memory.</summary>
public sealed class ReplyBox : IReplyMailbox
{
    private readonly Queue<IncomingMail> _new = new();

    public List<bool> Filed { get; } = [];

    public void Arrives(MimeMessage message) => _new.Enqueue(new IncomingMail(1_000, message));

    public void ArrivesUnread() => _new.Enqueue(new IncomingMail(20_000_000, null));

    public async Task<int> EachNewAsync(int most, Func<IncomingMail, CancellationToken, Task<bool>> take, CancellationToken cancellation)
    {
        var read = 0;
        while (read < most && _new.TryPeek(out var mail))
        {
            Filed.Add(await take(mail, cancellation));
            _new.Dequeue();
            read++;
        }

        return read;
    }
}
