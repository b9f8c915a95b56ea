using Hkall.Service.Citing;
using Hkall.Service.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Service.FreeCopies;

/// <summary>Registers the sources of free copies.</summary>
public static class FreeCopyServices
{
    public static IServiceCollection AddFreeCopies(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SourceCache<FreeCopyWord>(provider.GetRequiredService<MachineTime>().Clock));
        return services.AddSingleton(provider => new FreeCopyFinder(
            SourcesOf(provider), provider.GetRequiredService<SourceCache<FreeCopyWord>>(), provider.GetRequiredService<MachineTime>()));
    }

    private static List<IFreeCopySource> SourcesOf(IServiceProvider provider)
    {
        var (settings, client) = (provider.GetRequiredService<SourceSettings>(), provider.GetRequiredService<SourceClient>());
        List<IFreeCopySource> sources = [.. provider.GetServices<IFreeCopySource>()];
        if (settings.Unpaywall is { } unpaywall)
        {
            sources.Add(new UnpaywallSource(client, unpaywall));
        }

        if (settings.OpenAlex is { } openAlex)
        {
            sources.Add(new OpenAlexSource(client, openAlex));
        }

        if (settings.Doaj is { } doaj)
        {
            sources.Add(new DoajSource(client, doaj));
        }

        if (settings.PubMedCentral is { } central)
        {
            sources.Add(new PubMedCentralSource(client, central));
        }

        if (settings.OpenLibrary is { } books)
        {
            sources.Add(new OpenBookSource(client, books));
        }

        return sources;
    }
}
