using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hkall.Service.Tests.Kit;

/// <summary>A directory of libraries of a test's own, beside the service's.</summary>
internal static class Directories
{
    public static PartnerSecretKeys Keys { get; } = new(new byte[PartnerSecretKeys.Shortest], null);

    public static PartnerDirectory Over(IRows rows, TimeProvider machine, PartnerSecretKeys? keys = null, IRandom? random = null) =>
        new(rows, new MachineTime(machine), random ?? new SystemRandom(), Secrets(keys, random));

    public static PartnerSecrets Secrets(PartnerSecretKeys? keys = null, IRandom? random = null) =>
        new(keys ?? Keys, random ?? new SystemRandom(), NullLogger<PartnerSecrets>.Instance);
}
