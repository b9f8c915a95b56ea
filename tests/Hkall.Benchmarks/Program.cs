using BenchmarkDotNet.Running;
using Hkall.Benchmarks.Figures;
using Hkall.Benchmarks.Iso18626;
using Hkall.Benchmarks.Soak;

// figures: the table of the figures to reach. soak: months of a library on the real parts. quick: a look at the rate of reading messages, without statistics.
// All else is
// for BenchmarkDotNet.
switch (args)
{
    case ["figures", .. var rest]:
        return await AllFigures.RunAsync(Plan.Parse(rest), Console.Out);
    case ["soak", .. var rest]:
        return await Soaking.RunAsync(SoakPlan.Parse(rest), Console.Out);
    case ["quick"]:
        ReadingMessages.Quick(Console.Out);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ReadingMessages).Assembly).Run(args);
        return 0;
}
