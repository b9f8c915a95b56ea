namespace Hkall.Domain;

/// <summary>
/// What a stored text is, so that erasure can tell what stays. Every text that an event or an effect stores has one of these, or a type
/// that says it (<see cref="StatedReason"/>); a test finds one without. At run time an unmarked text is erased.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class TextKindAttribute : Attribute
{
    private protected TextKindAttribute()
    {
    }
}

/// <summary>A name from a fixed list, a currency, a version: it says nothing about a person.</summary>
public sealed class CodeAttribute : TextKindAttribute;

/// <summary>An opaque id, a library's symbol, a number of ours.</summary>
public sealed class IdAttribute : TextKindAttribute;

/// <summary>A text about a library or a file, such as the library's name.</summary>
public sealed class LibraryTextAttribute : TextKindAttribute;

/// <summary>What an item is. A patron's request loses it, since it shows what a person reads; a library's request to us keeps it.</summary>
public sealed class BibliographicAttribute : TextKindAttribute;

/// <summary>What a person wrote, in any form.</summary>
public sealed class PersonsWordsAttribute : TextKindAttribute;

/// <summary>No words, and yet it leads to a person or to what they read: an address, an office, the barcode of their item.</summary>
public sealed class TraceAttribute : TextKindAttribute;
