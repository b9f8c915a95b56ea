using MimeKit;

namespace Hkall.Service.Replies;

/// <summary>A mail that nobody has read yet.</summary>
/// <param name="Message">Null if it is too large to be read, or no mail.</param>
public sealed record IncomingMail(long Bytes, MimeMessage? Message);

/// <summary>The mailbox in which answers arrive.</summary>
public interface IReplyMailbox
{
    /// <summary>
    /// Hands over mails that nobody has read, the oldest first, and files each by what is said of it. If the process ends in between, the mail is
    /// handed over again.
    /// </summary>
    /// <param name="most">How many, so that a flood does not keep the job from its end.</param>
    /// <param name="take">Whether the mail was taken. If it throws, the mail stays as it is and nothing more is handed over.</param>
    /// <returns>How many were handed over.</returns>
    Task<int> EachNewAsync(int most, Func<IncomingMail, CancellationToken, Task<bool>> take, CancellationToken cancellation);
}
