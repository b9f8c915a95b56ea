using Hkall.Service.Web;

namespace Hkall.Service.Pages.Placing;

/// <summary>What is wrong with the fields of a form, each named as in the form.</summary>
public sealed class Faults
{
    public static Faults None { get; } = new();

    /// <summary>The reasons by field.</summary>
    public IReadOnlyDictionary<string, string[]> ByField { get; private init; } = new Dictionary<string, string[]>();

    public bool Any => ByField.Count > 0;

    public static Faults Of(params Fields[] fields) => Of(fields.SelectMany(one => one.Errors));

    /// <summary>The parts of a body are fields of their own in a form: <c>item.title</c> is <c>title</c>.</summary>
    public static Faults Of(IEnumerable<KeyValuePair<string, string[]>> errors) => new()
    {
        ByField = errors.GroupBy(error => error.Key[(error.Key.LastIndexOf('.') + 1)..]).ToDictionary(group => group.Key, group => group.SelectMany(error => error.Value).ToArray()),
    };

    /// <param name="whole">The field of the form that a fault of a part is shown at.</param>
    public static Faults Whole(IEnumerable<KeyValuePair<string, string[]>> errors, Func<string, string> whole) => new()
    {
        ByField = errors.GroupBy(error => whole(error.Key)).ToDictionary(group => group.Key, group => group.SelectMany(error => error.Value).ToArray()),
    };

    public string? this[string field] => ByField.TryGetValue(field, out var why) ? string.Join(" ", why) : null;
}
