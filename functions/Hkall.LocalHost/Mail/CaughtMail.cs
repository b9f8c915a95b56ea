namespace Hkall.LocalHost.Mail;

/// <summary>A mail that the bench caught. <see cref="Id"/> is the sender's operation id: a mail sent twice is listed twice.</summary>
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
    /// <summary>The other requests of a mail that combines several reminders.</summary>
    public IReadOnlyList<string> AlsoAbout { get; init; } = [];

    /// <summary>Where an answer goes; null: to the sender, and in mail that earlier versions caught.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Empty in mail that earlier versions caught.</summary>
    public IReadOnlyList<CaughtAttachment> Attachments { get; init; } = [];

    public static CaughtMail Of(Service.Notices.Mail mail, DateTimeOffset sentAt) =>
        new(mail.OperationId, mail.To, mail.Subject, mail.Template, mail.Text, mail.Html, mail.RequestId, sentAt)
        {
            AlsoAbout = mail.AlsoAbout,
            ReplyTo = mail.ReplyTo,
            Attachments = mail.Attachment is { } file ? [new CaughtAttachment(file.Name, file.ContentType, file.Content)] : [],
        };
}

public sealed record CaughtAttachment(string Name, string ContentType, string Text);
