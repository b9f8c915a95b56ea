namespace Hkall.LocalHost.Arguments;

/// <summary>Where rows, files and queued messages are kept.</summary>
public abstract record BenchStorage
{
    private protected BenchStorage()
    {
    }

    /// <summary>An Azurite that the bench starts itself, in its data folder.</summary>
    public sealed record Azurite : BenchStorage;

    /// <summary>In the process; nothing but .NET is needed and nothing is kept.</summary>
    public sealed record Memory : BenchStorage;

    /// <summary>A storage account or an emulator that is there already.</summary>
    public sealed record Account(string ConnectionString) : BenchStorage;

    /// <returns>Null where the text is none of them.</returns>
    public static BenchStorage? Parse(string text) => text switch
    {
        "azurite" => new Azurite(),
        "memory" => new Memory(),

        // A connection string is a list of name=value; anything shorter is a slip of the pen.
        _ when text.Contains('=', StringComparison.Ordinal) => new Account(text),
        _ => null,
    };
}
