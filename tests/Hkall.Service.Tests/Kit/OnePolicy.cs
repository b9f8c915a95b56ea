using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Storage.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Kit;

/// <summary>A policy of which there is one version: the file.</summary>
internal static class OnePolicy
{
    public static PolicyInForce Of(PolicyDocument document, RuleBook? rules = null)
    {
        var clock = new FakeTimeProvider();
        return new PolicyInForce(
            document, rules ?? PolicyFile.RuleBookOf(document), new PolicyTable(new MemoryRows(), new SystemRandom()), clock, new MachineTime(clock),
            NullLogger<PolicyInForce>.Instance);
    }
}
