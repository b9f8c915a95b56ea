using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Downloads.Scanning;

/// <summary>
/// Has files scanned by ClamAV's daemon over its <c>INSTREAM</c> command: the content in pieces, each after its length, and one line as the
/// answer. Whatever is not a clear answer is none.
/// </summary>
/// <param name="patience">The time for a whole file.</param>
public sealed class ClamdScanner(ClamdAddress address, IBlobs blobs, MachineTime machine, TimeSpan? patience = null) : IFileScanner
{
    /// <summary>ClamAV's own limit for a file is two minutes; a commit's effects have as long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private const int PieceBytes = 64 * 1024;

    /// <summary>The most bytes of an answer: a signature's name, and a few words.</summary>
    private const int LongestAnswer = 1024;

    private const string Answer = "stream: ";
    private const string Found = " FOUND";

    public async Task<FileVerdict> ScanAsync(Stream content, CancellationToken cancellation)
    {
        using var ended = new CancellationTokenSource(patience ?? Patience, machine.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, cancellation);
        try
        {
            using var socket = address.NewSocket();
            await socket.ConnectAsync(address.EndPoint, either.Token);
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            await SendAsync(stream, content, either.Token);
            return VerdictOf(await AnswerAsync(stream, either.Token));
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            return new FileVerdict.NotNow("The malware scanner cannot be reached.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new FileVerdict.NotNow("The malware scanner took too long.");
        }
    }

    public async Task<FileVerdict> OfStoredAsync(string scanId, CancellationToken cancellation)
    {
        await using var content = await blobs.OpenAsync(BlobContainer.Scans, scanId, cancellation);
        return content is null ? new FileVerdict.NotNow("The file cannot be found.") : await ScanAsync(content, cancellation);
    }

    private static async Task SendAsync(NetworkStream stream, Stream content, CancellationToken cancellation)
    {
        var piece = ArrayPool<byte>.Shared.Rent(sizeof(int) + PieceBytes);
        try
        {
            await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
            int read;
            do
            {
                // The last piece is empty, and ends the file.
                read = await content.ReadAsync(piece.AsMemory(sizeof(int), PieceBytes), cancellation);
                BinaryPrimitives.WriteInt32BigEndian(piece, read);
                await stream.WriteAsync(piece.AsMemory(0, sizeof(int) + read), cancellation);
            }
            while (read > 0);
        }
        catch (IOException)
        {
            // The daemon hangs up in the middle of a file that is too large for it; its answer says so.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static async Task<string> AnswerAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var answer = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    private static FileVerdict VerdictOf(string answer) =>
        answer == "stream: OK" ? new FileVerdict.Clean()
        : answer.StartsWith(Answer, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal)
            && answer.Length > Answer.Length + Found.Length
            ? new FileVerdict.Infected(answer[Answer.Length..^Found.Length])
        : new FileVerdict.NotNow("The malware scanner gave no answer.");
}
