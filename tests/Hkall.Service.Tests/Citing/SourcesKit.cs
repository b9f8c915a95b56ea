using System.Net;
using System.Text;
using Hkall.Service.Citing;
using Hkall.Service.Engine;
using Hkall.Service.FreeCopies;
using Hkall.Service.Outwards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Citing;

/// <summary>The sources as the service registers them, with answers that a test gives.</summary>
internal sealed class SourcesKit : HttpMessageHandler
{
    private readonly ServiceProvider _services;
    private readonly Dictionary<string, Func<Task<HttpResponseMessage>>> _answers = [];

    public SourcesKit(SourceSettings? settings = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(new MachineTime(Machine));
        services.AddSingleton(new OutwardReach(ThisMachine: true));
        services.AddSingleton(settings ?? SourceSettings.Below(new Uri("https://sources.example/"), "ill@library.example"));
        services.AddSingleton(new SourceTransport(() => this));
        services.AddCiting();
        services.AddFreeCopies();
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Machine { get; } = new();

    public List<Uri> Asked { get; } = [];

    public CitationFinder Finder => _services.GetRequiredService<CitationFinder>();

    public FreeCopyFinder FreeCopies => _services.GetRequiredService<FreeCopyFinder>();

    /// <summary>Answers calls whose address contains the text.</summary>
    public SourcesKit Says(string part, string json, HttpStatusCode status = HttpStatusCode.OK) =>
        Does(part, () => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") }));

    public SourcesKit Does(string part, Func<Task<HttpResponseMessage>> answer)
    {
        _answers[part] = answer;
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(request.RequestUri!);
        }

        var answer = _answers.FirstOrDefault(one => request.RequestUri!.AbsoluteUri.Contains(one.Key, StringComparison.Ordinal)).Value;
        return answer is null ? new HttpResponseMessage(HttpStatusCode.NotFound) : await answer().WaitAsync(cancellationToken);
    }

    /// <summary>The factory disposes handlers that it keeps no longer; this one is the test's.</summary>
    protected override void Dispose(bool disposing)
    {
    }
}
