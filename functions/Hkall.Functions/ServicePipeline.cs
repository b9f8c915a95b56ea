using Hkall.Service;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hkall.Functions;

/// <summary>The service's own pipeline, built once. The bench serves the same pipeline with Kestrel; here it is behind the triggers.</summary>
public sealed class ServicePipeline
{
    private readonly RequestDelegate _desk;

    public ServicePipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseHkallService();
        _desk = app.Build();
    }

    public async Task<IResult> ServeAsync(HttpContext context)
    {
        // The Functions routing has found the trigger and left it here; the service's routing finds the handler.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        await _desk(context);
        return Results.Empty;
    }
}
