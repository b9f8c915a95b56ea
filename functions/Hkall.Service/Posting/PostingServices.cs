using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hkall.Service.Posting;

internal static class PostingServices
{
    /// <summary>The tray and what empties it. A host whose mail service takes only so many says how many (<see cref="MailLimits"/>).</summary>
    public static void AddPosting(this IServiceCollection services)
    {
        services.TryAddSingleton(MailLimits.None);
        services.AddSingleton<PostRules>();
        services.AddSingleton<PostTray>();
        services.AddSingleton<Allowance>();
        services.AddSingleton<TrayRecord>();
        services.AddSingleton<IPostRound, PostRound>();
    }
}
