using System.Buffers;
using System.Text;

namespace Hkall.Service.Storage;

internal static class TextChecks
{
    /// <summary>Whether UTF-8 can encode the text: it has no unpaired surrogate. Text without surrogates passes quickly.</summary>
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
