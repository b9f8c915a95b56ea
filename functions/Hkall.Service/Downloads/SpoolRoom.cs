using Hkall.Service.Web;

namespace Hkall.Service.Downloads;

/// <summary>The disk that holds large uploads until their signature is checked, and the limit on their number.</summary>
/// <param name="folder">The folder for their files.</param>
public sealed class SpoolRoom(string folder)
{
    /// <summary>Three of the largest take 600 MiB. Anyone can begin an upload, and the temporary disk of a small machine is not much larger.</summary>
    public const int MostAtOnce = 3;

    private int _taken;

    /// <summary>How many uploads are on the disk, or on their way there.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <returns>The place of one upload; dispose it to free the place.</returns>
    /// <exception cref="TooManyUploadsException">All places are taken.</exception>
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

    /// <summary>A file that only this process can open and that disappears with its handle, however the process ends.</summary>
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
            // Windows itself deletes the file with its last handle.
            options.Options |= FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        try
        {
            // Without a name the file lives only as long as its handle.
            File.Delete(path);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Frees the place once, however often it is disposed.</summary>
    private sealed class Place(SpoolRoom room) : IDisposable
    {
        private SpoolRoom? _room = room;

        public void Dispose() => Interlocked.Exchange(ref _room, null)?.Leave();
    }
}
