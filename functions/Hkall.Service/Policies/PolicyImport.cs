using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Policies;

/// <summary>
/// Enters the file of the deployment as a version, once for each content. As long as staff have put nothing in force, a new file takes effect
/// when it is deployed, as it did before there were versions; afterwards it waits as a draft, so that a deployment never undoes what staff
/// decided.
/// </summary>
public sealed partial class PolicyImport(PolicyTable table, PolicyInForce policies, TimeProvider clock, MachineTime machine, ILogger<PolicyImport> log)
    : BackgroundService
{
    public const string Reason = "The file of the deployment.";

    /// <summary>The files remembered: the first of so many is entered again if it comes again.</summary>
    private const int MostFiles = 50;

    private const int MaxTries = 5;

    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMinutes(1);

    /// <returns>The new version; null if the file was entered before.</returns>
    public async Task<StoredPolicyVersion?> ImportAsync(CancellationToken cancellation)
    {
        var (file, mark) = (policies.File, MarkOf(policies.File));
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var seen = await table.RegisterAsync(cancellation);
            var register = seen.Register;
            if (register.Files.Contains(mark) || register.Last >= PolicyTable.MostVersions)
            {
                return null;
            }

            var names = (await table.VersionsAsync(cancellation)).Select(version => version.Name).ToHashSet(StringComparer.Ordinal);
            var today = policies.Today;
            var number = register.Last + 1;
            var after = register with { Last = number, Files = [.. register.Files.TakeLast(MostFiles - 1), mark] };
            var named = register.ByStaff ? file : file with { Figures = file.Figures with { Version = FreeName(file.Figures.Version, names) } };
            var version = new StoredPolicyVersion(number, named.Figures.Version, PolicyOrigin.File, Reason, By: null, clock.GetUtcNow(), Parts: 0);
            if (!register.ByStaff)
            {
                after = after.With(new PolicyTurn(number, today), today);
                version = version with { From = today, PutAt = clock.GetUtcNow() };
            }

            if (await table.WriteAsync(seen, after, version, PolicyFile.Write(named), before: null, cancellation))
            {
                Entered(log, number, version.Name!, register.ByStaff ? "a draft" : "in force");
                await policies.ReadAsync(cancellation);
                return version;
            }
        }

        return null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // A job may be the first to ask for the policy, and it does not wait for a read.
                await policies.ReadAsync(stoppingToken);
                await ImportAsync(stoppingToken);
                return;
            }
            catch (StorageUnavailableException failure)
            {
                Later(log, failure);
                await Task.Delay(TryAgainAfter, machine.Clock, stoppingToken);
            }
            catch (System.Text.Json.JsonException failure)
            {
                Unreadable(log, failure);
                return;
            }
        }
    }

    /// <summary>A name that no version has: what requests record leads to one document.</summary>
    public static string FreeName(string wanted, IReadOnlySet<string?> taken) =>
        !taken.Contains(wanted) ? wanted : Enumerable.Range(2, taken.Count + 1).Select(at => $"{wanted}.{at}").First(name => !taken.Contains(name));

    private static string MarkOf(PolicyDocument file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PolicyFile.Write(file))))[..16];

    [LoggerMessage(3925, LogLevel.Information, "The file of the deployment is version {Number} of the policy ({Name}): {What}")]
    private static partial void Entered(ILogger log, int number, string name, string what);

    [LoggerMessage(3926, LogLevel.Warning, "The file of the deployment is not entered among the versions of the policy yet; it is tried again")]
    private static partial void Later(ILogger log, Exception failure);

    [LoggerMessage(3927, LogLevel.Error, "The register of the versions of the policy cannot be read; the file of the deployment is not entered")]
    private static partial void Unreadable(ILogger log, Exception failure);
}
