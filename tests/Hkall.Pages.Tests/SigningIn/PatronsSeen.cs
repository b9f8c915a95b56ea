using System.Collections.Concurrent;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>Keeps whom the service took the person of each call for.</summary>
internal sealed class PatronsSeen : IStartupFilter
{
    private readonly ConcurrentDictionary<string, Patron> _last = [];

    public Patron At(string path) => _last[path];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            await rest(context);
            if (context.User.Identity is { IsAuthenticated: true })
            {
                _last[context.Request.Path] = context.Patron();
            }
        });
        next(app);
    };
}
