using System.Text.Json;
using Hkall.Scans;

// inspect FILE, or stamp FILE OUTPUT with the order on the standard input; the answer is one line of JSON on the standard output.
switch (args)
{
    case ["inspect", var file]:
        Console.WriteLine(JsonSerializer.Serialize(Inspection.Of(File.ReadAllBytes(file))));
        return 0;
    case ["stamp", var file, var output]:
        var order = JsonSerializer.Deserialize<StampOrder>(Console.In.ReadToEnd())!;
        Console.WriteLine(JsonSerializer.Serialize(new StampAnswer(Stamping.Do(File.ReadAllBytes(file), output, order))));
        return 0;
    default:
        Console.Error.WriteLine("inspect FILE | stamp FILE OUTPUT");
        return 2;
}
