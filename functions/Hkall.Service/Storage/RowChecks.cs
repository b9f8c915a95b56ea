namespace Hkall.Service.Storage;

/// <summary>
/// What both stores refuse before they change anything, so that no test passes on the bench with rows that Azure would reject.
/// Every refusal is an <see cref="ArgumentException"/>: the mistake is our own, never a patron's or a partner's.
/// </summary>
internal static class RowChecks
{
    public static void Address(string partition, string key)
    {
        Key(partition, "partition key");
        Key(key, "row key");
        Together(partition, key);
    }

    /// <summary>
    /// Bounds are compared and not stored, so they may contain characters that a key may not, and may be one character longer: a key
    /// followed by a space is the first that can follow that key.
    /// </summary>
    public static void Range(string partition, string from, string to, int take)
    {
        Key(partition, "partition key");
        Bound(from);
        Bound(to);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
    }

    public static void Transaction(string partition, IReadOnlyList<RowWrite> writes)
    {
        Key(partition, "partition key");
        if (writes.Count is 0 or > RowLimits.WritesPerTransaction)
        {
            throw new ArgumentException($"A transaction of {writes.Count} writes; it takes 1 to {RowLimits.WritesPerTransaction}.");
        }

        var keys = new HashSet<string>(writes.Count, StringComparer.Ordinal);
        long characters = 0;
        foreach (var write in writes)
        {
            Key(write.Key, "row key");
            Together(partition, write.Key);
            if (!keys.Add(write.Key))
            {
                throw new ArgumentException($"The key {write.Key} is written twice in one transaction.");
            }

            if (write.RowLeft is { } row)
            {
                Row(partition, row, write is RowWrite.Replace);
                characters += row.Body.Length;
            }
            else if (write is RowWrite.Delete { ETag: { } version })
            {
                Version(write.Key, version);
            }
        }

        if (characters > RowLimits.TransactionCharacters)
        {
            throw new ArgumentException($"A transaction of {characters} characters; the most is {RowLimits.TransactionCharacters}.");
        }

        TransactionPayload.Check(partition, writes);
    }

    private static void Row(string partition, Row row, bool replaces)
    {
        if (!string.Equals(row.Partition, partition, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The row {row.Key} is of partition {row.Partition}; the transaction is of {partition}.");
        }

        Text(row.Body, "body", RowLimits.BodyCharacters);
        Text(row.Commit, "commit id", RowLimits.KeyCharacters);

        if (replaces)
        {
            Version(row.Key, row.ETag);
        }
    }

    /// <summary>A star would match any version. A version that no store has returned is our mistake.</summary>
    private static void Version(string key, string? version)
    {
        if (!(version is { Length: > 4 } && version.StartsWith("W/\"", StringComparison.Ordinal) && version.EndsWith('"')))
        {
            throw new ArgumentException($"Changing the row {key} needs the version that was read; this has '{version}'.");
        }
    }

    private static void Key(string key, string what)
    {
        if (key.Length == 0)
        {
            throw new ArgumentException($"A {what} is empty.");
        }

        Text(key, what, RowLimits.KeyCharacters);
        foreach (var character in key)
        {
            if (character is '/' or '\\' or '#' or '?' || char.IsControl(character))
            {
                throw new ArgumentException($"A {what} holds the reserved character U+{(int)character:X4}.");
            }
        }
    }

    private static void Together(string partition, string key)
    {
        if (TransactionPayload.AddressCharacters(partition, key) is var characters and > TransactionPayload.MostAddressCharacters)
        {
            throw new ArgumentException($"Keys that take {characters} characters in an address; the most is {TransactionPayload.MostAddressCharacters}.");
        }
    }

    private static void Bound(string bound)
    {
        Text(bound, "bound of a range", RowLimits.KeyCharacters + 1);
        if (bound.Any(char.IsControl))
        {
            throw new ArgumentException("A bound of a range holds a control character.");
        }
    }

    private static void Text(string text, string what, int most)
    {
        if (text.Length > most)
        {
            throw new ArgumentException($"A {what} of {text.Length} characters; the most is {most}.");
        }

        if (!TextChecks.IsWellFormed(text))
        {
            throw new ArgumentException($"A {what} holds half a surrogate pair, which UTF-8 cannot carry.");
        }
    }
}
