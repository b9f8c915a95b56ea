using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;

namespace Hkall.Service.Replies;

/// <summary>
/// The mailbox over IMAP. A mail that was dealt with goes into one of two folders beside the one that is read, which staff can open with any mail
/// program: nothing is deleted here, and what was not taken can still be answered by hand.
/// </summary>
public sealed class ImapMailbox(InboundMail settings) : IReplyMailbox
{
    public const string Taken = "Taken into requests";
    public const string NotTaken = "Not taken";

    /// <summary>A letter with its quoted history, and a picture in a signature. What is larger carries files, which are not taken.</summary>
    public const int Largest = 1024 * 1024;

    private const int PatienceMilliseconds = 20_000;

    public async Task<int> EachNewAsync(int most, Func<IncomingMail, CancellationToken, Task<bool>> take, CancellationToken cancellation)
    {
        using var client = new ImapClient { Timeout = PatienceMilliseconds };
        await client.ConnectAsync(settings.Host, settings.Port, OptionsOf(settings.Security), cancellation);
        await client.AuthenticateAsync(settings.User, settings.Password, cancellation);
        var folder = await client.GetFolderAsync(settings.Folder, cancellation);
        await folder.OpenAsync(FolderAccess.ReadWrite, cancellation);
        var taken = await BesideAsync(client, Taken, cancellation);
        var left = await BesideAsync(client, NotTaken, cancellation);

        var unread = (await folder.SearchAsync(SearchQuery.NotSeen, cancellation)).Order().Take(most).ToList();
        var summaries = unread.Count == 0 ? [] : await folder.FetchAsync(unread, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancellation);
        foreach (var summary in summaries.OrderBy(summary => summary.UniqueId))
        {
            var bytes = summary.Size ?? 0;
            var fits = bytes <= Largest;
            var isTaken = await take(new IncomingMail(bytes, fits ? await ReadAsync(folder, summary.UniqueId, cancellation) : null), cancellation);
            await folder.MoveToAsync(summary.UniqueId, isTaken ? taken : left, cancellation);
        }

        await client.DisconnectAsync(quit: true, cancellation);
        return summaries.Count;
    }

    private static async Task<MimeMessage?> ReadAsync(IMailFolder folder, UniqueId id, CancellationToken cancellation)
    {
        try
        {
            return await folder.GetMessageAsync(id, cancellation);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static async Task<IMailFolder> BesideAsync(ImapClient client, string name, CancellationToken cancellation)
    {
        var top = client.GetFolder(client.PersonalNamespaces[0]);
        try
        {
            return await top.GetSubfolderAsync(name, cancellation);
        }
        catch (FolderNotFoundException)
        {
            return await top.CreateAsync(name, isMessageFolder: true, cancellation)
                ?? throw new InvalidOperationException($"The mail server made no folder {name}.");
        }
    }

    private static SecureSocketOptions OptionsOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.None => SecureSocketOptions.None,
    };
}
