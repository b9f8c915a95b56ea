namespace Hkall.LocalHost.Mail;

/// <summary>A mail as it was caught. <see cref="Id"/> is the sender's operation id: a mail that was sent twice is here twice.</summary>
public sealed record CaughtMail(
    string Id,
    string To,
    string Subject,
    string Template,
    string Text,
    string Html,
    string RequestId,
    DateTimeOffset SentAt)
{
    public static CaughtMail Of(Service.Notices.Mail mail, DateTimeOffset sentAt) =>
        new(mail.OperationId, mail.To, mail.Subject, mail.Template, mail.Text, mail.Html, mail.RequestId, sentAt);
}
