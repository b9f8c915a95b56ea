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

    private static readonly IReadOnlyList<string> OrderPaths =
        ["api/requests/{id}/", "api/staff/requests/{id}/", "api/staff/lending/{id}/", "api/staff/patrons/{patronId}/fees/"];

    public static void AddApiDescription(this IServiceCollection services)
    {
        services.AddSingleton(provider => new WrittenDescription(provider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document)));

        // These options shape the schemas: numbers are numbers, as StrictJson reads and writes them.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi(Document, options =>
        {
            options.AddDocumentTransformer((document, context, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "HKALL and Partners",
                    Version = "1",
                    Description = "Requests of patrons for what their library does not hold, the work of its staff on them, and the messages of other libraries.",
                };
                document.Servers = [new OpenApiServer { Url = context.ApplicationServices.GetRequiredService<PublicAddress>().Page("/").ToString().TrimEnd('/') }];
                DescribedCalls.AddSchemes(document);
                DescribedSchemas.AddProblem(document);
                DescribedSchemas.Correct(document);
                DescribedCalls.Complete(document);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().FirstOrDefault() is { } needed)
                {
                    RequireSignIn(operation, context.Document, forStaff: needed.Policy == SignIn.StaffPolicy);
                }

                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<FreshSignInMark>().Any())
                {
                    operation.Responses!["401"] = new OpenApiResponse
                    {
                        Description = "Not signed in, or longer than 15 minutes ago: then WWW-Authenticate says insufficient_user_authentication.",
                    };
                }

                if (IsOrder(context.Description))
                {
                    DescribeTerms(operation);
                }

                return Task.CompletedTask;
            });
        });
    }

    public static void MapApiDescription(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, async (WrittenDescription description) => Results.Bytes(await description.JsonAsync(), "application/json; charset=utf-8"))
            .AllowAnonymous().ExcludeFromDescription();

    /// <summary>Whether the call gives an order about one request or one fee.</summary>
    private static bool IsOrder(Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription call) => call is { HttpMethod: "POST" or "PUT", RelativePath: { } path }
        && OrderPaths.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)) && !path.EndsWith("/place-for", StringComparison.Ordinal);

    /// <summary>The two headers by which an order says what it saw, and which order it is.</summary>
    private static void DescribeTerms(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(DescribedCalls.Header("If-Match", "The ETag of the request as the caller saw it. If the request has changed since, nothing is done (412)."));
        operation.Parameters.Add(DescribedCalls.Header(CallTerms.KeyHeader, "The id of the order. The same order under it is carried out once."));
        operation.Responses ??= [];
        operation.Responses.TryAdd("412", new OpenApiResponse { Description = "The request has changed since; it is in the answer as it is now." });
    }

    private static void RequireSignIn(OpenApiOperation operation, OpenApiDocument? document, bool forStaff)
    {
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DescribedCalls.Bearer, document)] = [] }];
        operation.Responses ??= [];
        operation.Responses.TryAdd("401", new OpenApiResponse { Description = "Not signed in." });
        if (forStaff)
        {
            operation.Responses.TryAdd("403", new OpenApiResponse { Description = "Not a member of staff." });
        }
    }
}
