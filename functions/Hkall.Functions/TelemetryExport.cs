using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Hkall.Service.Engine;
using Hkall.Service.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Resources;

namespace Hkall.Functions;

/// <summary>Exports the traces, metrics and logs of the service to Application Insights.</summary>
internal static class TelemetryExport
{
    private const string ServiceName = "hkall";

    public static void AddServiceTelemetry(this IHostApplicationBuilder builder, string? connectionString, TokenCredential identity)
    {
        if (connectionString is null)
        {
            return;
        }

        // The Functions host would send the same log lines a second time.
        builder.Logging.ClearProviders();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName))
            .WithTracing(traces => traces.AddSource(RequestTracing.SourceName))
            .WithMetrics(metrics => metrics.AddMeter(HkallMetrics.MeterName))
            .UseAzureMonitorExporter(exporter =>
            {
                exporter.ConnectionString = connectionString;
                exporter.Credential = identity;
            });
    }
}
