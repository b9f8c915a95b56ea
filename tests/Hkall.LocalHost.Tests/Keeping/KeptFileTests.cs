using Hkall.LocalHost.Keeping;
using Hkall.TestKit.Builders;

namespace Hkall.LocalHost.Tests.Keeping;

public sealed class KeptFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void What_was_written_last_is_read()
    {
        var file = new KeptFile<Thing>(_folder.Folder, "thing.json");
        file.Read().ShouldBeNull();

        file.Write(new Thing("一"));
        file.Write(new Thing("二"));

        new KeptFile<Thing>(_folder.Folder, "thing.json").Read().ShouldBe(new Thing("二"));
    }

    [Fact]
    public void A_write_that_was_killed_half_way_leaves_the_old_value()
    {
        var file = new KeptFile<Thing>(_folder.Folder, "thing.json");
        file.Write(new Thing("old"));

        File.WriteAllText(_folder.File("thing.json.new"), "{\"name\":\"n");

        file.Read().ShouldBe(new Thing("old"));
        file.Write(new Thing("new"));
        file.Read().ShouldBe(new Thing("new"));
    }

    [Fact]
    public void A_file_that_is_not_ours_is_told_and_not_overwritten()
    {
        File.WriteAllText(_folder.File("thing.json"), "nonsense");

        Should.Throw<InvalidDataException>(() => new KeptFile<Thing>(_folder.Folder, "thing.json").Read()).Message.ShouldContain("thing.json");
        File.ReadAllText(_folder.File("thing.json")).ShouldBe("nonsense");
    }

    [Fact]
    public void A_secret_is_readable_by_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        new KeptFile<Thing>(_folder.Folder, "secret.json", secret: true).Write(new Thing("key"));

        File.GetUnixFileMode(_folder.File("secret.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Without_a_folder_nothing_is_kept()
    {
        var file = new KeptFile<Thing>(BenchFolder.None, "thing.json");

        file.Write(new Thing("gone"));

        file.Read().ShouldBeNull();
    }

    public void Dispose() => _folder.Dispose();

    private sealed record Thing(string Name);
}
