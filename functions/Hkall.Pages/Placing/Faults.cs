using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Pages.Placing;

/// <summary>The errors in the fields of a form, by the form's field names.</summary>
public sealed class Faults
{
    public static Faults None { get; } = new();

    /// <summary>The reasons by field.</summary>
    public IReadOnlyDictionary<string, Text[]> ByField { get; private init; } = new Dictionary<string, Text[]>();

    public bool Any => ByField.Count > 0;

    public static Faults Of(params Fields[] fields) => Of(fields.SelectMany(one => one.Errors));

    public static Faults Of(BadInputException bad) => Of(bad.Errors ?? new Dictionary<string, Text[]>());

    /// <param name="whole">Maps a part to the field of the form that shows its errors.</param>
    public static Faults Whole(Fields fields, Func<string, string> whole) => By(whole, fields.Errors);

    /// <inheritdoc cref="Whole(Fields, Func{string, string})"/>
    public static Faults Whole(BadInputException bad, Func<string, string> whole) => By(whole, bad.Errors ?? new Dictionary<string, Text[]>());

    /// <summary>The reasons of one field; null where there are none.</summary>
    public IReadOnlyList<Text>? this[string field] => ByField.GetValueOrDefault(field);

    /// <summary>The same faults under the names of the fields that a form shows for them.</summary>
    public Faults Renamed(Func<string, string> name) => By(name, ByField);

    /// <summary>The faults in the order of the form; those of no field of it come last.</summary>
    public IEnumerable<(string Field, Text[] Why, bool Shown)> InOrder(IReadOnlyList<string> fields) => ByField
        .Select(fault => (fault.Key, fault.Value, Place: fields.TakeWhile(field => field != fault.Key).Count()))
        .OrderBy(fault => fault.Place)
        .Select(fault => (fault.Key, fault.Value, fault.Place < fields.Count));

    /// <summary>These faults, and those of other fields.</summary>
    public Faults With(Fields more) => By(field => field, ByField.Concat(more.Errors));

    /// <summary>Parts of a body are separate fields in a form: <c>item.title</c> is <c>title</c>.</summary>
    private static Faults Of(IEnumerable<KeyValuePair<string, Text[]>> errors) => By(field => field[(field.LastIndexOf('.') + 1)..], errors);

    private static Faults By(Func<string, string> name, IEnumerable<KeyValuePair<string, Text[]>> errors) => new()
    {
        ByField = errors.GroupBy(error => name(error.Key)).ToDictionary(group => group.Key, group => group.SelectMany(error => error.Value).ToArray()),
    };
}
