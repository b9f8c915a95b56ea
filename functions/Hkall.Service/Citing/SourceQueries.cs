using System.Globalization;
using System.Text.Json;
using Hkall.Domain.Citations;

namespace Hkall.Service.Citing;

/// <summary>What is common to the questions to sources and to their answers.</summary>
internal static class SourceQueries
{
    /// <summary>The most characters of a question in words: titles are shorter, and addresses are limited.</summary>
    private const int Longest = 300;

    /// <summary>Title, first author, journal and year, as a search would have them; null without a title.</summary>
    public static string? Words(CitedWork sought)
    {
        if (sought.Title is not { Length: > 2 } title)
        {
            return null;
        }

        var year = sought.Year?.ToString(CultureInfo.InvariantCulture);
        return Shortened(string.Join(' ', new[] { title, sought.Authors.FirstOrDefault(), sought.Container, year }.OfType<string>()), Longest);
    }

    /// <summary>Cut at a whole character.</summary>
    public static string Shortened(string text, int longest) =>
        text.Length <= longest ? text : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];

    /// <summary>What several answers of one source say together. One that could not tell does not spoil the others.</summary>
    public static SourceWord WordOf(IReadOnlyList<SourceAnswer> answers, Func<JsonElement, IEnumerable<CitedWork>> read)
    {
        IReadOnlyList<CitedWork> works = [.. answers.Select(answer => answer.Json).OfType<JsonElement>().SelectMany(read).Where(work => work.SaysAnything)];
        return works.Count > 0 ? new SourceWord.Found(works)
            : answers.Select(answer => answer.Why).FirstOrDefault(why => why is not null) is { } why ? new SourceWord.CannotTell(why)
            : new SourceWord.None();
    }
}
