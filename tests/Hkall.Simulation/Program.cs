using Hkall.Simulation.Exhaustive;
using Hkall.Simulation.Running;

namespace Hkall.Simulation;

/// <summary>Runs seeds: <c>dotnet run -c Release --project tests/Hkall.Simulation -- --seeds 10000</c>.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        if (SeedArguments.Read(args) is not { } arguments)
        {
            Console.Error.WriteLine(SeedArguments.Usage);
            return 2;
        }

        if (arguments.Races || arguments.Pairs)
        {
            return arguments.Races ? Exhaustion.OfRaces(Console.Out) : Exhaustion.OfPairs(arguments.Threads, Console.Out);
        }

        return arguments.Trace ? Campaign.Follow(arguments, Console.Out) : Campaign.Run(arguments, Console.Out);
    }
}
