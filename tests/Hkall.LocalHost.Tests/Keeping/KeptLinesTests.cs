using System.Text;
using Hkall.LocalHost.Keeping;
using Hkall.TestKit.Builders;

namespace Hkall.LocalHost.Tests.Keeping;

public sealed class KeptLinesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Lines_are_there_again_after_a_process_that_never_closed_its_file()
    {
        var killed = Open();
        killed.Append(new Line(1, "first"));
        killed.Append(new Line(2, "第二"));

        using var next = Open();
        next.All.ShouldBe([new Line(1, "first"), new Line(2, "第二")]);
        killed.Dispose();
    }

    /// <summary>Every byte of the last line is tried as the last one that reached the disk.</summary>
    [Fact]
    public void A_torn_last_line_is_cut_off_wherever_it_is_torn_and_writing_goes_on_after_it()
    {
        using (var lines = Open())
        {
            lines.Append(new Line(1, "whole"));
            lines.Append(new Line(2, "撕裂"));
        }

        var content = File.ReadAllBytes(_folder.File("lines.jsonl"));
        var firstLine = Array.IndexOf(content, (byte)'\n') + 1;
        for (var length = firstLine; length < content.Length; length++)
        {
            File.WriteAllBytes(_folder.File("lines.jsonl"), content[..length]);
            using (var torn = Open())
            {
                torn.All.ShouldBe([new Line(1, "whole")]);
                torn.Append(new Line(3, "after"));
            }

            using var again = Open();
            again.All.ShouldBe([new Line(1, "whole"), new Line(3, "after")]);
        }
    }

    [Fact]
    public void A_last_line_that_lost_its_middle_is_cut_off_too()
    {
        File.WriteAllBytes(_folder.File("lines.jsonl"), [.. Encoding.UTF8.GetBytes("{\"number\":1,\"text\":\"a\"}\n{\"number\":2,"), 0, 0, 0, (byte)'\n']);

        using var lines = Open();

        lines.All.ShouldBe([new Line(1, "a")]);
    }

    [Fact]
    public void A_broken_line_in_the_middle_is_told_and_nothing_is_cut()
    {
        File.WriteAllText(_folder.File("lines.jsonl"), "{\"number\":1,\"text\":\"a\"}\nnonsense\n{\"number\":3,\"text\":\"c\"}\n");

        Should.Throw<InvalidDataException>(Open).Message.ShouldContain("line 2");
        File.ReadAllLines(_folder.File("lines.jsonl")).Length.ShouldBe(3);
    }

    public void Dispose() => _folder.Dispose();

    private KeptLines<Line> Open() => new(_folder.Folder, "lines.jsonl");

    private sealed record Line(int Number, string Text);
}
