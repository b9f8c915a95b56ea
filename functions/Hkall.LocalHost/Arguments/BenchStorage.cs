namespace Hkall.LocalHost.Arguments;

/// <summary>Where the bench stores rows, files and queued messages.</summary>
public abstract record BenchStorage
{
    private protected BenchStorage()
    {
    }

    /// <summary>An Azurite that the bench starts itself, in its data folder.</summary>
    public sealed record Azurite : BenchStorage;

    /// <summary>In memory: it needs only .NET and keeps nothing after the process ends.</summary>
    public sealed record Memory : BenchStorage;

    /// <summary>An existing storage account or emulator.</summary>
    public sealed record Account(string ConnectionString) : BenchStorage;

    /// <returns>Null where the text is none of these.</returns>
    public static BenchStorage? Parse(string text) => text switch
    {
        "azurite" => new Azurite(),
        "memory" => new Memory(),

        // A connection string is a list of name=value; a text without one is a typing error.
        _ when text.Contains('=', StringComparison.Ordinal) => new Account(text),
        _ => null,
    };
}
