using System.Text.Json;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff.Policies;

/// <summary>What a policy's table has columns for.</summary>
internal sealed record PolicyColumns(string Kind, IReadOnlyList<string> Names)
{
    private static readonly IReadOnlyList<PolicyColumns> All =
    [
        Create<Tier>("tier"), Create<PatronGroup>("group"), Create<BorrowerKind>("borrower-kind"),
    ];

    /// <summary>The columns of a value that is given for each tier, group or kind of borrower; null for any other value.</summary>
    public static PolicyColumns? Of(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any()
            ? All.SingleOrDefault(columns => value.EnumerateObject().All(member => columns.Names.Contains(member.Name)))
            : null;

    public string Title(string column, NoticeLanguage language) => language.Named(Kind, column);

    private static PolicyColumns Create<T>(string kind)
        where T : struct, Enum => new(kind, [.. Enum.GetValues<T>().Select(Domain.Names.Of)]);

    public bool Equals(PolicyColumns? other) => other?.Kind == Kind;

    public override int GetHashCode() => Kind.GetHashCode(StringComparison.Ordinal);
}
