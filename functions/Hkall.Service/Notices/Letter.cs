namespace Hkall.Service.Notices;

/// <summary>
/// A notice before layout. A template writes it line by line: the first line is the subject; every other line is a paragraph,
/// except that <c>* name | value</c> is a fact and <c>=> words | address</c> is the link. Empty lines are ignored, so a
/// condition may be on a line of its own.
/// </summary>
internal sealed record Letter(string Subject, IReadOnlyList<Block> Body, IReadOnlyList<Block> Footer)
{
    /// <summary>Reads the subject and the blocks from a rendered template.</summary>
    public static (string Subject, IReadOnlyList<Block> Blocks) Read(string rendered)
    {
        var lines = Lines(rendered);
        if (lines is not [var subject, .. var rest] || UntrustedText.IsIn(subject))
        {
            throw new InvalidOperationException(
                "A notice begins with its subject, and a subject names nothing of the request: subjects show on locked screens.");
        }

        return (subject, Blocks(rest));
    }

    public static IReadOnlyList<Block> ReadBlocks(string rendered) => Blocks(Lines(rendered));

    private static string[] Lines(string rendered) =>
        rendered.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static List<Block> Blocks(IEnumerable<string> lines)
    {
        var blocks = new List<Block>();
        foreach (var line in lines)
        {
            // Untrusted text begins with its mark, so we never mistake it for one of our own lines.
            if (line.StartsWith("* ", StringComparison.Ordinal))
            {
                var (name, value) = Halves(line[2..]);
                var fact = new Fact(name, value);
                if (blocks is [.., Facts facts])
                {
                    blocks[^1] = new Facts([.. facts.List, fact]);
                }
                else
                {
                    blocks.Add(new Facts([fact]));
                }
            }
            else if (line.StartsWith("=> ", StringComparison.Ordinal))
            {
                var (words, address) = Halves(line[3..]);
                blocks.Add(new Link(words, address));
            }
            else
            {
                blocks.Add(new Paragraph(line));
            }
        }

        return blocks;
    }

    private static (string, string) Halves(string line) => line.Split(" | ", 2) is [var left, var right]
        ? (left, right)
        : throw new InvalidOperationException($"A fact and a link have two halves with a bar between them: {line}");
}

/// <summary>A part of a letter; its text still contains the marks of <see cref="UntrustedText"/>.</summary>
internal abstract record Block
{
    private protected Block()
    {
    }
}

/// <summary>The subject of the blocks below it, in a letter about several things.</summary>
internal sealed record Heading(string Text) : Block;

internal sealed record Paragraph(string Text) : Block;

internal sealed record Facts(IReadOnlyList<Fact> List) : Block;

internal sealed record Fact(string Name, string Value);

internal sealed record Link(string Words, string Address) : Block;
