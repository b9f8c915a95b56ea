using Microsoft.OpenApi;

namespace Hkall.Service.Web;

/// <summary>What the generated schemas do not say of themselves.</summary>
internal static class DescribedSchemas
{
    public const string Problem = "Problem";

    /// <summary>
    /// Answers leave out what is null, so a member that can be null is not required. Where null is written all the same, the member's type says so.
    /// </summary>
    public static void Correct(OpenApiDocument document)
    {
        foreach (var schema in (document.Components?.Schemas?.Values ?? []).OfType<OpenApiSchema>())
        {
            foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                if (CanBeNull(member))
                {
                    schema.Required?.Remove(name);
                }

                // An address is answered as it was entered: its host may be written in Chinese.
                if (member is OpenApiSchema { Format: "uri" } address)
                {
                    address.Format = "iri";
                }
            }
        }
    }

    /// <summary>The form in which the service refuses: RFC 9457 with a stable code.</summary>
    public static void AddProblem(OpenApiDocument document) => document.AddComponent(Problem, new OpenApiSchema
    {
        Type = JsonSchemaType.Object,
        Description = "A refusal (RFC 9457). Programs go by the code; the detail is for people.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("urn:hkall:problem: and the code."),
            ["title"] = Text("What kind of refusal it is, in English."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The status of the answer." },
            ["detail"] = Text("Why, in a sentence, in English."),
            ["code"] = Text("The name of the refusal. It does not change."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "The fields that are not right, each with the reasons.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
            ["request"] = new OpenApiSchema { Description = "With the code changed-since: the request as it is now, as the call would have answered." },
        },
    });

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static bool CanBeNull(IOpenApiSchema schema) =>
        schema.Type?.HasFlag(JsonSchemaType.Null) == true
        || (schema.OneOf ?? []).Concat(schema.AnyOf ?? []).Any(one => one.Type == JsonSchemaType.Null);
}
