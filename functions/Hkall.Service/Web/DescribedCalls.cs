using System.Globalization;
using Hkall.Domain;
using Microsoft.OpenApi;

namespace Hkall.Service.Web;

/// <summary>What the routes do not say of the calls: who may call, which headers and queries there are, and how they refuse.</summary>
internal static class DescribedCalls
{
    public const string Bearer = "bearer";
    public const string Signature = "signature";
    public const string Gateway = "gateway";

    private const string ProblemType = "application/problem+json";
    private const int FirstRefusal = 400;
    private const string AnyOther = "default";

    /// <summary>A letter has versions as a request does, and its calls hold to what was seen; nobody orders anything by them.</summary>
    private const string LetterPath = "/api/staff/letters/{notice}/{language}";

    /// <summary>The keys of an OpenURL that are read, without their prefix <c>rft.</c> or <c>dc.</c>, which may stand before each.</summary>
    private static readonly IReadOnlyList<string> OpenUrlKeys =
    [
        "genre", "rft_val_fmt", "ctx_enc", "title", "btitle", "jtitle", "stitle", "atitle", "au", "aulast", "aufirst", "creator", "isbn", "eisbn", "issn", "eissn",
        "doi", "pmid", "rft_id", "id", "identifier", "date", "year", "volume", "issue", "number", "pages", "spage", "epage", "artnum", "tpages", "edition", "pub", "publisher", "rfr_id", "sid",
    ];

    public static void AddSchemes(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "An access token of the university's sign-in.",
            },
            [Signature] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "webhook-signature",
                Description = "Standard Webhooks: v1, and the HMAC-SHA256, in base64, of webhook-id.webhook-timestamp.body under the secret shared with the library.",
            },
            [Gateway] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "X-Gateway-Key",
                Description = "In place of a signature: the key of a gateway that vouches for the library.",
            },
        };
    }

    /// <summary>The last touch, when all calls are known.</summary>
    public static void Complete(OpenApiDocument document)
    {
        document.Tags = DescribedTags.All;
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, call) in item.Operations ?? new Dictionary<HttpMethod, OpenApiOperation>())
            {
                Secure(path, call, document);
                call.Tags = new HashSet<OpenApiTagReference> { new(DescribedTags.Of(path), document) };
                AddParameters(path, method, call);
                AddHeaders(path, method, call);
                Refuse(call, document);
                if (path == LetterPath && method != HttpMethod.Get)
                {
                    call.Parameters!.Add(Header("If-Match", "The ETag of the letter as the caller saw it. If it has changed since, nothing is done (412)."));
                }
            }
        }

        NameBothLists(document);
    }

    /// <summary>One worklist holds messages and no requests, and so has rows of its own.</summary>
    private static void NameBothLists(OpenApiDocument document)
    {
        if (document.Paths.TryGetValue("/api/staff/worklists/{name}", out var path) && document.Paths.TryGetValue("/api/staff/parked", out var parked)
            && JsonOf(path) is { Schema: { } requests } rows && JsonOf(parked) is { Schema: { } messages })
        {
            rows.Schema = new OpenApiSchema { AnyOf = [requests, messages] };
        }

        // With dryRun=true the answer is the preview, which is the type described; without it, the closure.
        if (document.Paths.TryGetValue("/api/staff/closures", out var closures)
            && closures.Operations![HttpMethod.Post].Responses!["200"].Content!["application/json"] is { Schema: { } preview } entered)
        {
            entered.Schema = new OpenApiSchema { AnyOf = [preview, new OpenApiSchemaReference("ClosureView", document)] };
        }

        static OpenApiMediaType? JsonOf(IOpenApiPathItem item) =>
            item.Operations![HttpMethod.Get].Responses!["200"].Content!.TryGetValue("application/json", out var json) ? json : null;
    }

    private static void Secure(string path, OpenApiOperation call, OpenApiDocument document)
    {
        if (call.Security is { Count: > 0 })
        {
            return;
        }

        call.Security = !IsOfMachines(path)
            ? [new OpenApiSecurityRequirement()]
            :
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Signature, document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Gateway, document)] = [] },
            ];
    }

    internal static bool IsOfMachines(string path) => path.StartsWith("/api/partners/", StringComparison.Ordinal) || path == "/api/iso18626";

    private static void AddParameters(string path, HttpMethod method, OpenApiOperation call)
    {
        call.Parameters ??= [];
        if (IsOfMachines(path))
        {
            call.Parameters.Add(Header("webhook-id", "The id of the message, the same when it is sent again."));
            call.Parameters.Add(Header("webhook-timestamp", "When it was signed, in seconds since 1970; at most five minutes ago."));
        }

        if (path == "/api/openurl")
        {
            foreach (var key in OpenUrlKeys)
            {
                var text = new OpenApiSchema { Type = JsonSchemaType.String };
                call.Parameters.Add(new OpenApiParameter { Name = key, In = ParameterLocation.Query, Schema = text });
            }
        }

        if (method == HttpMethod.Post && path is "/api/requests" or "/api/staff/requests/{id}/place-for")
        {
            call.Parameters.Add(Header(CallTerms.KeyHeader, "The id of the order: sent again under it, the request is placed once."));
        }
    }

    /// <summary>The headers of answers by which a caller goes on.</summary>
    private static void AddHeaders(string path, HttpMethod method, OpenApiOperation call)
    {
        foreach (var (status, answer) in (call.Responses ?? []).Select(one => (one.Key, one.Value as OpenApiResponse)))
        {
            if (answer is null)
            {
                continue;
            }

            if (status == "200" && method == HttpMethod.Get
                && path is "/api/requests/{id}" or "/api/staff/requests/{id}" or "/api/staff/lending/{id}")
            {
                AddHeader(answer, "ETag", "The version of the request, for If-Match.");
            }

            if (status == "200" && path == LetterPath)
            {
                AddHeader(answer, "ETag", "The version of the letter, for If-Match.");
            }

            if (status is "429" or "503")
            {
                AddHeader(answer, "Retry-After", "Seconds to wait.");
            }
        }
    }

    private static void AddHeader(OpenApiResponse answer, string name, string description)
    {
        answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
        answer.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    /// <summary>Every refusal is a problem document. Orders also say by which codes the rules refuse them.</summary>
    private static void Refuse(OpenApiOperation call, OpenApiDocument document)
    {
        call.Responses ??= [];
        call.Responses.TryAdd(AnyOther, new OpenApiResponse { Description = "Any other refusal." });
        foreach (var (status, answer) in call.Responses.ToList())
        {
            if (answer is OpenApiResponse refusal && IsRefusal(status))
            {
                refusal.Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ProblemType] = new() { Schema = new OpenApiSchemaReference(DescribedSchemas.Problem, document) },
                };
                if (IsOrder(call) && CodesOf(status) is { Count: > 0 } codes)
                {
                    refusal.Description = $"{refusal.Description} The code is one of {string.Join(", ", codes)}.";
                }
            }
        }
    }

    private static bool IsRefusal(string status) =>
        status == AnyOther || (int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= FirstRefusal);

    private static bool IsOrder(OpenApiOperation call) => call.Parameters!.Any(one => one.Name == "If-Match");

    private static List<string> CodesOf(string status) =>
        [.. Enum.GetValues<Refusal>().Where(refusal => Problems.StatusOf(refusal).ToString(CultureInfo.InvariantCulture) == status).Select(Names.Of)];

    public static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
