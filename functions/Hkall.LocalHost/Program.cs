using Hkall.LocalHost;
using Hkall.LocalHost.Arguments;
using Hkall.LocalHost.Emulator;
using Hkall.Service.Policies;
using Hkall.Service.Storage;

const int badArguments = 2;
const int cannotStart = 3;
try
{
    var arguments = BenchArguments.Parse(args, Directory.GetCurrentDirectory());
    await using var bench = await BenchHost.StartAsync(arguments, BenchServices.RealTime, CancellationToken.None);
    await Console.Out.WriteLineAsync($"Ready at {bench.Url.ToString().TrimEnd('/')}");
    await bench.WaitForShutdownAsync(CancellationToken.None);
    return 0;
}
catch (Exception bad) when (bad is BadArgumentException or BadPolicyException)
{
    await Console.Error.WriteLineAsync(bad.Message);
    return badArguments;
}
catch (Exception failure) when (failure is AzuriteException or StorageUnavailableException or IOException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return cannotStart;
}
