using System.Text.Json;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Policies;

/// <summary>
/// The policy in force on this host. It reads again after some seconds whether there is a new version, and knows those that wait for their
/// day, so that each counts from midnight of the library on. What cannot be read stops nothing: the last good version stays in force.
/// </summary>
/// <param name="file">The policy of the deployment: in force as long as there is no version, and always for what only it decides.</param>
/// <param name="rules">The rule book of that file.</param>
public sealed partial class PolicyInForce(
    PolicyDocument file, RuleBook rules, PolicyTable table, TimeProvider clock, MachineTime machine, ILogger<PolicyInForce> log) : IPolicyRules, IReadyDetail
{
    private readonly Held _file = new(0, file, rules);
    private volatile Known? _known;
    private volatile Held? _lastGood;
    private volatile string? _trouble;

    /// <summary>The document in force. Hold it for one decision and not longer.</summary>
    public PolicyDocument Document => Now.Document;

    public RuleBook Rules => Now.Rules;

    /// <summary>The number of the version in force; 0 if it is the file and no version is known.</summary>
    public int Number => Now.Number;

    public DateOnly Today => rules.Calendar.DateOf(clock.GetUtcNow());

    /// <summary>The policy of the deployment.</summary>
    public PolicyDocument File => file;

    private Held Now
    {
        get
        {
            if (_known is not { } known)
            {
                return _file;
            }

            var today = Today;
            var held = known.Register.On(today).Select(turn => known.Held.GetValueOrDefault(turn.Number)).FirstOrDefault(one => one is not null);
            if (held is not null)
            {
                _lastGood = held;
            }

            return held ?? _lastGood ?? _file;
        }
    }

    public async ValueTask<RuleBook> RefreshAsync(CancellationToken cancellation)
    {
        if (_known is not { } known || machine.Clock.GetElapsedTime(known.Since) >= RuleBooks.KeptFor)
        {
            await ReadAsync(cancellation);
        }

        return Rules;
    }

    /// <summary>Reads at once whether there is a new version, after a change of our own.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await TakeAsync((await table.RegisterAsync(cancellation)).Register, cancellation);
        }
        catch (Exception failure) when (failure is StorageUnavailableException or JsonException)
        {
            if (_trouble is null)
            {
                NotRead(log, Number, failure);
            }

            _trouble = "the versions cannot be read; the last ones known are in force";
            _known = (_known ?? new Known(PolicyRegister.Empty, new Dictionary<int, Held>(), 0)) with { Since = machine.Clock.GetTimestamp() };
        }
    }

    public Task<IReadOnlyList<string>> LinesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>(_trouble is { } trouble ? [$"policy: {trouble}"] : []);

    /// <summary>The document of a version, with what only the deployment decides.</summary>
    public PolicyDocument Deployed(PolicyDocument document) => document with { Library = file.Library, Roles = file.Roles, Limits = file.Limits };

    private async Task TakeAsync(PolicyRegister register, CancellationToken cancellation)
    {
        var before = _known;
        var (held, broken) = (new Dictionary<int, Held>(), new List<int>());
        var today = Today;
        foreach (var turn in register.After(today))
        {
            await HoldAsync(turn.Number);
        }

        foreach (var turn in register.On(today))
        {
            await HoldAsync(turn.Number);
            if (held.ContainsKey(turn.Number))
            {
                break;
            }
        }

        _known = new Known(register, held, machine.Clock.GetTimestamp());
        _trouble = broken.Count > 0 ? $"version {string.Join(", ", broken)} cannot be used; version {Number} is in force" : null;

        async Task HoldAsync(int number)
        {
            if (held.ContainsKey(number))
            {
                return;
            }

            if (before?.Held.GetValueOrDefault(number) is { } known)
            {
                held[number] = known;
                return;
            }

            try
            {
                var document = Deployed(PolicyFile.Read(await table.TextAsync(number, cancellation)));
                held[number] = new Held(number, document, PolicyFile.RuleBookOf(document));
                Follows(log, number, document.Figures.Version);
            }
            catch (Exception failure) when (failure is JsonException or BadPolicyException)
            {
                broken.Add(number);
                if (_trouble is null)
                {
                    Broken(log, number, failure);
                }
            }
        }
    }

    private sealed record Held(int Number, PolicyDocument Document, RuleBook Rules);

    private sealed record Known(PolicyRegister Register, IReadOnlyDictionary<int, Held> Held, long Since);

    [LoggerMessage(3921, LogLevel.Information, "Version {Number} of the policy ({Name}) is known to this host")]
    private static partial void Follows(ILogger log, int number, string name);

    [LoggerMessage(3922, LogLevel.Error, "The versions of the policy cannot be read; version {Number} stays in force")]
    private static partial void NotRead(ILogger log, int number, Exception failure);

    [LoggerMessage(3923, LogLevel.Error, "Version {Number} of the policy cannot be used; the one before stays in force")]
    private static partial void Broken(ILogger log, int number, Exception failure);
}
