using Hkall.Service.Mailing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hkall.Service.Notices;

internal static class MailQueueServices
{
    /// <summary>Adds the mail queue and its sender. A host whose mail service has limits registers them (<see cref="MailLimits"/>).</summary>
    public static void AddPosting(this IServiceCollection services)
    {
        services.TryAddSingleton(MailLimits.None);
        services.AddSingleton<MailRules>();
        services.AddSingleton<MailQueue>();
        services.AddSingleton<Allowance>();
        services.AddSingleton<MailDeliveryLog>();
        services.AddSingleton<IQueuedMailSender, QueuedMailSender>();
    }
}
