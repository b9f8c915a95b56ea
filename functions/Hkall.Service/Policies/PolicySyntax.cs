using System.Globalization;
using System.Text.Json;

namespace Hkall.Service.Policies;

/// <summary>Says where and why a text is no policy document. The serializer tells its kinds of fault apart only by its own words.</summary>
internal static class PolicySyntax
{
    public static string Explain(JsonException bad)
    {
        var why = bad.Message switch
        {
            var message when message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) => "this member is not known",
            var message when message.Contains("uplicate", StringComparison.Ordinal) => "this member is given twice",
            var message when message.Contains("depth", StringComparison.Ordinal) => "the document is nested too deeply",
            var message when message.Contains("missing required properties", StringComparison.Ordinal) =>
                $"these members are missing: {string.Join(", ", message.Split('\'').Where((_, at) => at % 2 == 1).Skip(1).Distinct())}",
            var message when message.Contains("doesn't allow", StringComparison.Ordinal) || message.Contains("disallows null", StringComparison.Ordinal) =>
                "this member may not be null",
            var message when bad.InnerException is JsonException || message.Contains("invalid", StringComparison.OrdinalIgnoreCase) && bad.Path is null or "$" =>
                "this is not JSON",
            _ => "the value is not of the right kind",
        };
        return bad.LineNumber is { } line
            ? string.Create(CultureInfo.InvariantCulture, $"{bad.Path ?? "$"}: {why} (line {line + 1}).") : $"{bad.Path ?? "$"}: {why}.";
    }
}
