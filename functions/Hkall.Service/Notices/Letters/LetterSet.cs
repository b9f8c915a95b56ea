using System.Collections.Frozen;

namespace Hkall.Service.Notices.Letters;

/// <summary>The letters that staff changed, as a host knows them at a moment.</summary>
public sealed class LetterSet
{
    private readonly FrozenDictionary<LetterKey, ChangedLetter> _changed;

    internal LetterSet(IEnumerable<ChangedLetter> changed) => _changed = changed.ToFrozenDictionary(letter => letter.Key);

    /// <summary>No letter is changed.</summary>
    public static LetterSet Shipped { get; } = new([]);

    /// <returns>Null if the shipped letter is in use.</returns>
    internal ChangedLetter? Find(LetterKey key) => _changed.GetValueOrDefault(key);
}

/// <summary>One changed letter.</summary>
/// <param name="Text">The text as stored; null if its row cannot be read.</param>
/// <param name="Template">Null if it cannot be used at all.</param>
/// <param name="Why">Why it cannot be used.</param>
/// <param name="Failed">Takes note that a mail went out with the shipped text instead.</param>
internal sealed record ChangedLetter(LetterKey Key, StoredLetter? Text, LetterTemplate? Template, string? Why, Action<LetterKey, int, string> Failed)
{
    /// <summary>Fills the letter; what cannot be sent is noted.</summary>
    /// <returns>Null: the shipped letter goes out.</returns>
    public WrittenLetter? TryWrite(Fluid.TemplateContext fields, IReadOnlySet<string> shipped)
    {
        var why = Why;
        try
        {
            if (Template is not null)
            {
                return Template.Write(fields, shipped);
            }
        }
        catch (LetterFaultException fault)
        {
            why = fault.Message;
        }
#pragma warning disable CA1031 // Whatever is wrong with a letter that staff wrote, the patron gets the mail.
        catch (Exception failure) when (failure is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            why = failure.GetType().Name;
        }

        Failed(Key, Text?.Version ?? 0, why ?? "It cannot be read.");
        return null;
    }
}
