using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Hkall.Service.Web;

/// <summary><c>GET /api/openapi.json</c>: generated from the routes, plus what the routes cannot express.</summary>
public static class ApiDescription
{
    public const string Path = "/api/openapi.json";

    private const string Document = "openapi";
    private const string Bearer = "bearer";

    public static void AddApiDescription(this IServiceCollection services)
    {
        services.AddSingleton(provider => new WrittenDescription(provider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document)));

        // These options shape the schemas: numbers are numbers, as StrictJson reads and writes them.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi(Document, options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "HKALL and Partners", Version = "1" };

                // Without a server, clients call the address from which they read the description.
                document.Servers = null;
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
                document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    BearerFormat = "JWT"
                };
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().FirstOrDefault() is { } needed)
                {
                    RequireSignIn(operation, context.Document, forStaff: needed.Policy == SignIn.StaffPolicy);
                }

                return Task.CompletedTask;
            });
        });
    }

    public static void MapApiDescription(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, async (WrittenDescription description) => Results.Bytes(await description.JsonAsync(), "application/json; charset=utf-8"))
            .ExcludeFromDescription();

    private static void RequireSignIn(OpenApiOperation operation, OpenApiDocument? document, bool forStaff)
    {
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        operation.Responses ??= [];
        operation.Responses.TryAdd("401", new OpenApiResponse { Description = "Not signed in." });
        if (forStaff)
        {
            operation.Responses.TryAdd("403", new OpenApiResponse { Description = "Not a member of staff." });
        }
    }
}
