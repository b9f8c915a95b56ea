namespace Hkall.Pages.Tests.Kit;

/// <summary>
/// Somebody who reads the pages and sends their forms. <see cref="AReader"/> does so over HTTP alone, <see cref="AWindow"/> in a browser.
/// A field is named by its label, or by a selector that begins with <c>#</c> or <c>[</c>. What is pressed, followed or filled in must be
/// there to be seen.
/// </summary>
public interface IVisitor : IAsyncDisposable
{
    /// <summary>The language this reader prefers: <c>en</c> or <c>zh-HK</c>.</summary>
    string Language { get; }

    /// <returns>The status of the answer.</returns>
    Task<int> GoAsync(string path);

    Task ReloadAsync();

    /// <summary>To the page before this one.</summary>
    Task BackAsync();

    /// <summary>Presses the first button whose words contain these, or are these.</summary>
    Task PressAsync(string button, bool exact = false);

    Task FollowAsync(string link);

    /// <summary>Unfolds what stands folded under these words.</summary>
    Task OpenAsync(string words);

    /// <summary>Unfolds all that is folded.</summary>
    Task OpenAllAsync();

    Task FillAsync(string field, string text);

    /// <summary>Types into the field and presses Enter.</summary>
    Task EnterAsync(string field, string text);

    Task CheckAsync(string field);

    Task UncheckAsync(string field);

    /// <param name="option">The value of the option or, failing that, its words.</param>
    Task SelectAsync(string field, string option);

    Task AttachAsync(string field, string name, string contentType, byte[] file);

    Task<string> ValueAsync(string field);

    Task<bool> IsCheckedAsync(string field);

    /// <summary>The text of the page proper, as it is read: what is folded away is not.</summary>
    Task<string> TextAsync();

    /// <summary>The text of each element that the selector finds, on one line, folded or not.</summary>
    Task<IReadOnlyList<string>> TextsAsync(string selector);

    /// <summary>Where each link that the selector finds leads to.</summary>
    Task<IReadOnlyList<string>> LinksAsync(string selector);

    Task<int> CountAsync(string selector);

    /// <summary>The page as it was sent.</summary>
    Task<string> SourceAsync();

    /// <summary>The file that is answered to what is done.</summary>
    Task<AFile> DownloadAsync(Func<Task> what);

    /// <summary>Nothing on the page, as it is now, keeps anybody from using it, as far as this visitor can tell.</summary>
    Task ShouldBeAccessibleAsync(string where);
}
