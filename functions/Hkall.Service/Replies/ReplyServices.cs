using Hkall.Service.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Service.Replies;

/// <summary>Registers what reads answers to mails. It reads where the host has added <see cref="InboundMail"/>.</summary>
internal static class ReplyServices
{
    public static void AddReplies(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ReplyAddresses(provider.GetService<InboundMail>()?.Mailbox, provider.GetRequiredService<DownloadTokens>()));
        services.AddSingleton<IReplies>(provider => provider.GetService<InboundMail>() is { } settings
            ? ActivatorUtilities.CreateInstance<ReplyReader>(provider, settings, provider.GetService<IReplyMailbox>() ?? new ImapMailbox(settings))
            : new NoReplies());
    }

    /// <summary>Nobody reads answers.</summary>
    private sealed class NoReplies : IReplies
    {
        public bool IsOn => false;

        public Task<int> RunAsync(CancellationToken cancellation) => Task.FromResult(0);
    }
}
