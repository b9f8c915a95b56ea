namespace Hkall.Service.Inbox;

/// <summary>No more uploads are taken now: those under way fill the disk. The sender may try again soon.</summary>
public sealed class TooManyUploadsException() : Exception("Too many uploads at once.");

/// <summary>The disk on which large uploads wait until their signature is checked, and how many of them it holds.</summary>
/// <param name="folder">Where their files are made.</param>
public sealed class SpoolRoom(string folder)
{
    /// <summary>The largest three are 600 MiB. Anybody can begin an upload, and the temporary disk of a small machine is not much larger.</summary>
    public const int MostAtOnce = 3;

    private int _taken;

    /// <summary>How many uploads are on the disk, or on their way there.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <returns>The place of one upload, to be given back.</returns>
    /// <exception cref="TooManyUploadsException">It is full.</exception>
    public IDisposable Enter()
    {
        if (Interlocked.Increment(ref _taken) > MostAtOnce)
        {
            Leave();
            throw new TooManyUploadsException();
        }

        return new Place(this);
    }

    private void Leave() => Interlocked.Decrement(ref _taken);

    /// <summary>A file that nobody else can open and that is gone with its handle, however the process ends.</summary>
    public FileStream OpenFile()
    {
        var path = Path.Combine(folder, $"hkall-upload-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
        };
        if (OperatingSystem.IsWindows())
        {
            // Windows itself deletes it with the last handle.
            options.Options |= FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        try
        {
            // Without a name it lives as long as its handle does.
            File.Delete(path);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Given back once, however often it is said.</summary>
    private sealed class Place(SpoolRoom room) : IDisposable
    {
        private SpoolRoom? _room = room;

        public void Dispose() => Interlocked.Exchange(ref _room, null)?.Leave();
    }
}
