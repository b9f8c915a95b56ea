using BenchmarkDotNet.Running;
using Hkall.Benchmarks.Iso18626;

// With an argument that is no option of BenchmarkDotNet: a quick look at the rate, in one process and without statistics.
if (args is ["quick"])
{
    ReadingMessages.Quick(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ReadingMessages).Assembly).Run(args);
