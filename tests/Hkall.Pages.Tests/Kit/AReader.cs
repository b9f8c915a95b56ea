using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Kit;

/// <summary>
/// Somebody who reads the pages without a browser: nothing is drawn and no script runs. A form is sent with the fields and the token that
/// its page has.
/// </summary>
public sealed class AReader(ABench bench, string language = Readers.English) : IVisitor
{
    /// <summary>Every form is answered by one redirect, and signing in by a few.</summary>
    private const int MostRedirects = 10;

    private readonly IBrowsingContext _reading = BrowsingContext.New();
    private readonly AForm _wire = new(bench, language);
    private readonly Stack<string> _before = new();

    private string _path = "/";
    private IHtmlDocument? _page;
    private AFile? _saved;

    public string Language => language;

    private IHtmlDocument Page => _page ?? throw new InvalidOperationException("No page was gone to.");

    private IElement Main => Page.QuerySelector("main").ShouldNotBeNull();

    public async Task<int> GoAsync(string path) => await ArriveAsync(path, await _wire.GetAsync(path));

    /// <summary>Where a link leads away from our pages.</summary>
    public async Task<string?> LeadsToAsync(string path) => (await _wire.GetAsync(path)).Headers.Location?.OriginalString;

    public Task ReloadAsync() => GoAsync(_path);

    public async Task BackAsync()
    {
        _before.Pop();
        await GoAsync(_before.Pop());
    }

    public Task PressAsync(string button, bool exact = false) =>
        SubmitAsync((IHtmlButtonElement)First(Main.QuerySelectorAll("button"), button, exact));

    public async Task FollowAsync(string link) =>
        await GoAsync(new Uri(((IHtmlAnchorElement)(IsSelector(link) ? Found(link) : First(Main.QuerySelectorAll("a[href]"), link))).Href).PathAndQuery);

    public Task OpenAsync(string words)
    {
        var folded = (IHtmlDetailsElement)First(Main.QuerySelectorAll("summary"), words).ParentElement!;
        folded.IsOpen = !folded.IsOpen;
        return Task.CompletedTask;
    }

    public Task OpenAllAsync()
    {
        foreach (var folded in Main.QuerySelectorAll<IHtmlDetailsElement>("details"))
        {
            folded.IsOpen = true;
        }

        return Task.CompletedTask;
    }

    public Task FillAsync(string field, string text)
    {
        switch (Field(field))
        {
            case IHtmlInputElement input:
                input.Value = text;
                break;
            case IHtmlTextAreaElement area:
                area.Value = text;
                break;
            case var other:
                throw new ShouldAssertException($"{field} is {other.LocalName}, into which nobody writes.");
        }

        return Task.CompletedTask;
    }

    public async Task EnterAsync(string field, string text)
    {
        await FillAsync(field, text);
        await SubmitAsync((IHtmlButtonElement)((IHtmlInputElement)Field(field)).Form!.QuerySelector("button:not([type=button])").ShouldNotBeNull());
    }

    public Task CheckAsync(string field) => TickAsync(field, true);

    public Task UncheckAsync(string field) => TickAsync(field, false);

    public Task SelectAsync(string field, string option)
    {
        var list = (IHtmlSelectElement)Field(field);
        list.Value = (list.Options.FirstOrDefault(one => one.Value == option) ?? list.Options.Single(one => PageText.Words(one) == option)).Value;
        return Task.CompletedTask;
    }

    public Task AttachAsync(string field, string name, string contentType, byte[] file)
    {
        var files = ((IHtmlInputElement)Field(field)).Files.ShouldNotBeNull();
        files.Clear();
        files.Add(new AnAttachment(name, contentType, file));
        return Task.CompletedTask;
    }

    public Task<string> ValueAsync(string field) =>
        Task.FromResult(Field(field) is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)Field(field)).Value);

    public Task<bool> IsCheckedAsync(string field) => Task.FromResult(((IHtmlInputElement)Field(field)).IsChecked);

    public Task<string> TextAsync() => Task.FromResult(PageText.Read(Main));

    public Task<IReadOnlyList<string>> TextsAsync(string selector) =>
        Task.FromResult<IReadOnlyList<string>>([.. Page.QuerySelectorAll(selector).Select(element => PageText.Plain(element.TextContent))]);

    public Task<IReadOnlyList<string>> LinksAsync(string selector) =>
        Task.FromResult<IReadOnlyList<string>>([.. Page.QuerySelectorAll(selector).Select(link => link.GetAttribute("href")!)]);

    public Task<int> CountAsync(string selector) => Task.FromResult(Page.QuerySelectorAll(selector).Length);

    public Task<string> SourceAsync() => Task.FromResult(Page.Source.Text);

    public async Task<AFile> DownloadAsync(Func<Task> what)
    {
        _saved = null;
        await what();
        return _saved.ShouldNotBeNull("A page was answered and no file.");
    }

    public Task ShouldBeAccessibleAsync(string where)
    {
        PageStructure.ShouldBeWhole(Page, where);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _reading.Dispose();
        return ValueTask.CompletedTask;
    }

    private static bool IsSelector(string field) => field is ['#' or '[', ..];

    private static IElement First(IEnumerable<IElement> all, string words, bool exact = false)
    {
        var seen = all.Where(PageText.IsSeen).ToList();
        return seen.FirstOrDefault(one => exact ? PageText.Words(one) == words : PageText.Words(one).Contains(words, StringComparison.OrdinalIgnoreCase))
            ?? throw new ShouldAssertException($"Nothing says \"{words}\". There is: {string.Join("; ", seen.Select(PageText.Words))}");
    }

    private IElement Found(string selector) =>
        Page.QuerySelectorAll(selector).FirstOrDefault(PageText.IsSeen)
            ?? throw new ShouldAssertException($"Nothing to be seen is {selector}. The page says: {PageText.Read(Main)}");

    private IElement Field(string field)
    {
        if (IsSelector(field))
        {
            return Found(field);
        }

        var label = (IHtmlLabelElement)First(Page.QuerySelectorAll("label"), field);
        return label.Control ?? label.QuerySelector("input, select, textarea").ShouldNotBeNull();
    }

    /// <summary>What a browser asks of a field before it sends its form.</summary>
    private static bool IsFilledIn(IHtmlElement field) => field switch
    {
        IHtmlInputElement { Type: "file" } input => !input.IsRequired || input.Files is { Length: > 0 },
        IValidation { WillValidate: true } checkedField => checkedField.CheckValidity(),
        _ => true,
    };

    private Task TickAsync(string field, bool on)
    {
        var box = (IHtmlInputElement)Field(field);
        if (box is { Type: "radio", Form: { } form })
        {
            foreach (var other in form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Where(one => one.Name == box.Name))
            {
                other.IsChecked = false;
            }
        }

        box.IsChecked = on;
        return Task.CompletedTask;
    }

    private async Task SubmitAsync(IHtmlButtonElement button)
    {
        var form = button.Form.ShouldNotBeNull();
        form.Action = button.GetAttribute("formaction") ?? form.Action;
        if (!form.NoValidate)
        {
            form.Elements.Where(field => !IsFilledIn(field)).Select(field => field.OuterHtml)
                .ShouldBeEmpty("A browser would not send this form as it is filled in.");
            form.NoValidate = true;
        }

        var sent = form.GetSubmission(button)!;
        var path = new Uri(sent.Target.Href).PathAndQuery;
        if (sent.Method == AngleSharp.Io.HttpMethod.Get)
        {
            await GoAsync(path);
            return;
        }

        using var content = new StreamContent(sent.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(sent.MimeType.ShouldNotBeNull());
        await ArriveAsync(path, await _wire.SendAsync(path, content));
    }

    private async Task<int> ArriveAsync(string path, Answer answer)
    {
        for (var n = 0; answer.Status is >= 300 and < 400 && answer.Headers.Location is { } location; n++)
        {
            n.ShouldBeLessThan(MostRedirects, path);
            path = new Uri(new Uri(bench.Url, path), location).PathAndQuery;
            answer = await _wire.GetAsync(path);
        }

        await ShowAsync(path, answer);
        return answer.Status;
    }

    private async Task ShowAsync(string path, Answer answer)
    {
        if (answer.ContentHeaders.ContentDisposition is { DispositionType: "attachment" } kept)
        {
            _saved = new AFile(kept.FileNameStar ?? kept.FileName!.Trim('"'), answer.Body);
            return;
        }

        answer.ContentHeaders.ContentType?.MediaType.ShouldBe("text/html", $"{path} is answered with {answer.Status}");
        _before.Push(path);
        _path = path;
        _page = (IHtmlDocument)await _reading.OpenAsync(response =>
            response.Address(new Uri(bench.Url, path)).Header("Content-Type", "text/html; charset=utf-8").Content(answer.Text));
    }
}
