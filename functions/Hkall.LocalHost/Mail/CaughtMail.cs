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
    /// <summary>The other requests that a mail for several reminders is about.</summary>
    public IReadOnlyList<string> AlsoAbout { get; init; } = [];

    /// <summary>Mail of earlier versions has none.</summary>
    public IReadOnlyList<CaughtAttachment> Attachments { get; init; } = [];

    public static CaughtMail Of(Service.Notices.Mail mail, DateTimeOffset sentAt) =>
        new(mail.OperationId, mail.To, mail.Subject, mail.Template, mail.Text, mail.Html, mail.RequestId, sentAt)
        {
            AlsoAbout = mail.AlsoAbout,
            Attachments = mail.Attachment is { } file ? [new CaughtAttachment(file.Name, file.ContentType, file.Content)] : [],
        };
}

public sealed record CaughtAttachment(string Name, string ContentType, string Text);
