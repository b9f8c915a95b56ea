namespace Hkall.Service.Web;

/// <summary>The longest texts accepted. A title page of 500 characters exists; we have not seen one of 1,000.</summary>
public static class Limits
{
    public const int Title = 1000;
    public const int Name = 500;
    public const int Short = 100;
    public const int Identifier = 200;
    public const int Note = 2000;

    /// <summary>Why a library was passed over: the request stores one such text for each library on its list.</summary>
    public const int Reason = 200;

    /// <summary>
    /// The most characters that the stored item or note may take of the 32 Ki in a row; the rest is for the libraries asked and
    /// their replies. It fits if every field is full of Chinese or of quotation marks, but not if they are full of emoji, each
    /// stored as twelve characters.
    /// </summary>
    public const int StoredItem = 16 * 1024;

    /// <inheritdoc cref="StoredItem"/>
    public const int StoredNote = 8 * 1024;
}
