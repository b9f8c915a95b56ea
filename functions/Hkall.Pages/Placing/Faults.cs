using Hkall.Service.Web;

namespace Hkall.Pages.Placing;

/// <summary>The errors in the fields of a form, by the form's field names.</summary>
public sealed class Faults
{
    public static Faults None { get; } = new();

    /// <summary>The reasons by field.</summary>
    public IReadOnlyDictionary<string, string[]> ByField { get; private init; } = new Dictionary<string, string[]>();

    public bool Any => ByField.Count > 0;

    public static Faults Of(params Fields[] fields) => Of(fields.SelectMany(one => one.Errors));

    /// <summary>Parts of a body are separate fields in a form: <c>item.title</c> is <c>title</c>.</summary>
    public static Faults Of(IEnumerable<KeyValuePair<string, string[]>> errors) => new()
    {
        ByField = errors.GroupBy(error => error.Key[(error.Key.LastIndexOf('.') + 1)..]).ToDictionary(group => group.Key, group => group.SelectMany(error => error.Value).ToArray()),
    };

    /// <param name="whole">Maps a part to the field of the form that shows its errors.</param>
    public static Faults Whole(IEnumerable<KeyValuePair<string, string[]>> errors, Func<string, string> whole) => new()
    {
        ByField = errors.GroupBy(error => whole(error.Key)).ToDictionary(group => group.Key, group => group.SelectMany(error => error.Value).ToArray()),
    };

    public string? this[string field] => ByField.TryGetValue(field, out var why) ? string.Join(" ", why) : null;
}
