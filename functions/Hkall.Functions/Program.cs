using Hkall.Functions;
using Hkall.Functions.Settings;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddAzureServices(AppSettings.From(builder.Configuration));
await builder.Build().RunAsync();
