using System.Buffers;
using System.Text;

namespace Hkall.Service.Storage;

internal static class TextChecks
{
    /// <summary>Whether UTF-8 can carry it: no half of a surrogate pair stands alone. Text without any is passed quickly.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\ud800', '\udfff') is var surrogate and >= 0)
        {
            text = text[surrogate..];
            if (Rune.DecodeFromUtf16(text, out _, out var taken) != OperationStatus.Done)
            {
                return false;
            }

            text = text[taken..];
        }

        return true;
    }
}
