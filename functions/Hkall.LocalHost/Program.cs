using Hkall.LocalHost;
using Hkall.LocalHost.Arguments;

const int badArguments = 2;
try
{
    var arguments = BenchArguments.Parse(args, Directory.GetCurrentDirectory());
    await using var app = BenchHost.Build(arguments, static _ => { }, static _ => { });
    await BenchHost.RunAsync(app, CancellationToken.None);
    return 0;
}
catch (BadArgumentException bad)
{
    await Console.Error.WriteLineAsync(bad.Message);
    return badArguments;
}
