using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hkall.LocalHost;
using Hkall.Service.Circulation.Alma;
using Hkall.Service.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Tests.Circulation;

/// <summary>A server that speaks as much of the Alma users API as is used, and can be slow, busy, broken and deaf.</summary>
internal sealed class AlmaServer : IAsyncDisposable
{
    public const string ApiKey = "l8xx-test";

    private readonly WebApplication _app;

    private AlmaServer(WebApplication app)
    {
        _app = app;
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>What it answers to the next calls instead of an answer; then it is itself again.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Instead { get; } = new();

    /// <summary>The calls, as method and path.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>The users by their primary id.</summary>
    public ConcurrentDictionary<string, JsonObject> Users { get; } = new();

    /// <summary>The fees as they were sent.</summary>
    public ConcurrentQueue<JsonObject> Fees { get; } = new();

    public static async Task<AlmaServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new AlmaServer(builder.Build());
        server._app.Use(server.AnswerAsync);
        server._app.MapGet("/almaws/v1/users/{id}", server.User);
        server._app.MapGet("/almaws/v1/users/{id}/fees", server.FeesOf);
        server._app.MapPost("/almaws/v1/users/{id}/fees", server.Charge);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>The desk's side of the line, with little patience.</summary>
    public ServiceProvider Connect(TimeProvider clock, TimeSpan? patience = null, string key = ApiKey)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton(new MachineTime(BenchServices.RealTime));
        services.AddAlma(new AlmaOptions(Address, key, "MAIN")
        {
            TryPatience = patience ?? TimeSpan.FromSeconds(5),
            Patience = (patience ?? TimeSpan.FromSeconds(5)) * 4,
            Pause = TimeSpan.FromMilliseconds(1),
        });
        return services.BuildServiceProvider();
    }

    /// <summary>A user as Alma shows one, shortened to what could matter.</summary>
    public void Has(string id, int loans = 0, int requests = 0, string? expires = null, params string[] blocks) => Users[id] = new JsonObject
    {
        ["record_type"] = new JsonObject { ["value"] = "PUBLIC", ["desc"] = "Public" },
        ["primary_id"] = id,
        ["full_name"] = "Somebody Else",
        ["user_group"] = new JsonObject { ["value"] = "08", ["desc"] = "Student" },
        ["expiry_date"] = expires,
        ["status"] = new JsonObject { ["value"] = "ACTIVE", ["desc"] = "Active" },
        ["loans"] = new JsonObject { ["value"] = $"{loans}", ["link"] = $"https://alma.example/almaws/v1/users/{id}/loans" },
        ["requests"] = new JsonObject { ["value"] = $"{requests}", ["link"] = $"https://alma.example/almaws/v1/users/{id}/requests" },
        ["user_block"] = new JsonArray([.. blocks.Select(block => Block(block, "ACTIVE", null))]),
    };

    public static JsonObject Block(string why, string status, string? expires) => new()
    {
        ["block_type"] = new JsonObject { ["value"] = "GENERAL", ["desc"] = "General" },
        ["block_description"] = new JsonObject { ["value"] = "02-GLOBAL", ["desc"] = why },
        ["block_status"] = status,
        ["block_note"] = "for staff alone",
        ["expiry_date"] = expires,
    };

    public static Func<HttpContext, Task> Status(int status, string body = "", string? retryAfter = null) => async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        await context.Response.WriteAsync(body);
    };

    /// <summary>Takes what is sent and never says so.</summary>
    public static Task Silent(HttpContext context) => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);

    /// <summary>Begins an answer and never ends it.</summary>
    public static async Task Dripping(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 60_000;
        await context.Response.WriteAsync("{");
        await context.Response.Body.FlushAsync();
        await Silent(context);
    }

    /// <summary>Sends more than any answer has.</summary>
    public static async Task Endless(HttpContext context)
    {
        var part = new byte[64 * 1024];
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
        }
    }

    /// <summary>Says that it is elsewhere.</summary>
    public static Task Moved(HttpContext context)
    {
        context.Response.Redirect("/almaws/v1/users/s1?elsewhere", permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        Calls.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (Instead.TryDequeue(out var instead))
        {
            await instead(context);
        }
        else if (context.Request.Headers.Authorization != $"apikey {ApiKey}")
        {
            await Error(400, "UNAUTHORIZED").ExecuteAsync(context);
        }
        else
        {
            await next(context);
        }
    }

    private IResult User(string id) => Users.TryGetValue(id, out var user)
        ? Results.Text(user.ToJsonString(), "application/json")
        : Error(400, "401861");

    private IResult FeesOf(string id, string status) => Results.Text(
        new JsonObject
        {
            ["fee"] = new JsonArray([.. Fees.Where(_ => status == "ACTIVE").Select(fee => fee.DeepClone())]),
            ["total_record_count"] = Fees.Count
        }.ToJsonString(),
        "application/json");

    private async Task<IResult> Charge(string id, HttpRequest request)
    {
        if (!Users.ContainsKey(id))
        {
            return Error(400, "401861");
        }

        var fee = (await JsonSerializer.DeserializeAsync<JsonObject>(request.Body))!;
        Fees.Enqueue(fee);
        return Results.Text(fee.ToJsonString(), "application/json");
    }

    private static IResult Error(int status, string code) => Results.Text(
        new JsonObject
        {
            ["errorsExist"] = true,
            ["errorList"] = new JsonObject
            {
                ["error"] = new JsonArray(
                new JsonObject { ["errorCode"] = code, ["errorMessage"] = "No.", ["trackingId"] = "E01-0000" })
            },
            ["result"] = null,
        }.ToJsonString(),
        "application/json",
        statusCode: status);
}
