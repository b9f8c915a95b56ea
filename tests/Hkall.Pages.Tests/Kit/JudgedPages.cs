using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Kit;

/// <summary>
/// The pages that were found accessible in this run. Judging a page takes most of a second, and the journeys come past the same pages many
/// times. What the rules judge is a page's elements and their attributes, and which of them have text; not the text itself. So a page is judged
/// once in each language, window and choice of colours, and again whenever one of its elements differs.
/// </summary>
internal static class JudgedPages
{
    private static readonly ConcurrentDictionary<string, bool> Accessible = new();

    public static async Task OnceAsync(IPage page, bool ownColours, Func<Task> judge)
    {
        var outline = $"{ownColours} {await page.EvaluateAsync<string>(Outline)}";
        if (Accessible.ContainsKey(outline))
        {
            return;
        }

        await judge();
        Accessible.TryAdd(outline, true);
    }

    /// <summary>
    /// Every element with its attributes and states, in order. Numbers in attributes are left out, since they tell one request from the next.
    /// Rows that are alike count once, so that a longer list is not another page.
    /// </summary>
    private const string Outline =
        """
        (() => {
          const varying = new Set(['value', 'href', 'action', 'content', 'datetime', 'src']);
          const of = element => {
            const attributes = [...element.attributes]
              .map(attribute => varying.has(attribute.name) ? attribute.name : `${attribute.name}=${attribute.value.replace(/[0-9A-Z]{26}|[0-9]+/g, '#')}`)
              .sort();
            const states = [element.checked && 'checked', element === document.activeElement && 'focused'].filter(Boolean);
            const parts = [];
            for (const child of element.childNodes) {
              const part = child.nodeType === Node.ELEMENT_NODE ? of(child)
                : child.nodeType === Node.TEXT_NODE && child.data.trim() !== '' ? 'text'
                : null;
              if (part !== null && part !== parts[parts.length - 1]) {
                parts.push(part);
              }
            }
            return `<${element.localName} ${attributes.join(' ')} ${states.join(' ')}>${parts.join('')}</>`;
          };
          const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(query => matchMedia(query).matches);
          return `${innerWidth}x${innerHeight} ${media} ${of(document.documentElement)}`;
        })()
        """;
}
