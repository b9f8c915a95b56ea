using Hkall.Service.Partners;

namespace Hkall.Service.Iso18626.Xml;

/// <summary>One element of a group: its name in each version, or in only one, and how to read it into the record and write it from there.</summary>
internal sealed class Part<T>
{
    public required string? In12 { get; init; }

    public required string? In2021 { get; init; }

    public required bool Many { get; init; }

    /// <summary>True if every message has the element: there must be a value to write.</summary>
    public bool Mandatory { get; init; }

    public required Func<MessageReader, T, T> Read { get; init; }

    /// <summary>Writes the element; returns whether there was a value to write.</summary>
    public required Func<MessageWriter, string, T, bool> Write { get; init; }

    public string? NameIn(IsoVersion version) => version switch
    {
        IsoVersion.V12 => In12,
        IsoVersion.V2021 => In2021,
    };
}

/// <summary>The versions in which an element exists.</summary>
internal enum In
{
    Both,
    Only12,
    Only2021,
}

/// <summary>Makes the parts of groups.</summary>
internal static class Parts
{
    public static Part<T> One<T, TValue>(
        string name, Form<TValue> form, Func<T, TValue?> get, Func<T, TValue, T> set, In spoken = In.Both, string? in2021 = null, bool mandatory = false)
        where TValue : class
    {
        return new Part<T>
        {
            In12 = spoken == In.Only2021 ? null : name,
            In2021 = spoken == In.Only12 ? null : in2021 ?? name,
            Many = false,
            Mandatory = mandatory,
            Read = (xml, group) => form.Read(xml, out var value) ? set(group, value) : group,
            Write = (xml, written, group) => get(group) is { } value && Written(form, xml, written, value),
        };
    }

    public static Part<T> Value<T, TValue>(
        string name, Form<TValue> form, Func<T, TValue?> get, Func<T, TValue, T> set, In spoken = In.Both, string? in2021 = null, bool mandatory = false)
        where TValue : struct
    {
        return new Part<T>
        {
            In12 = spoken == In.Only2021 ? null : name,
            In2021 = spoken == In.Only12 ? null : in2021 ?? name,
            Many = false,
            Mandatory = mandatory,
            Read = (xml, group) => form.Read(xml, out var value) ? set(group, value) : group,
            Write = (xml, written, group) => get(group) is { } value && Written(form, xml, written, value),
        };
    }

    /// <param name="most12">The most values in 1.2; the first ones are written.</param>
    public static Part<T> Several<T, TValue>(
        string name,
        Form<TValue> form,
        Func<T, IReadOnlyList<TValue>> get,
        Func<T, IReadOnlyList<TValue>, T> set,
        In spoken = In.Both,
        int most12 = int.MaxValue,
        string? in2021 = null)
    {
        return new Part<T>
        {
            In12 = spoken == In.Only2021 ? null : name,
            In2021 = spoken == In.Only12 ? null : in2021 ?? name,
            Many = true,
            Read = (xml, group) => form.Read(xml, out var value) && get(group).Count < IsoXml.MostRepetitions ? set(group, [.. get(group), value]) : group,
            Write = (xml, written, group) =>
            {
                var most = xml.Version == IsoVersion.V12 ? most12 : int.MaxValue;
                foreach (var value in get(group).Take(most))
                {
                    form.Write(xml, written, value);
                }

                return get(group).Count > 0;
            },
        };
    }

    private static bool Written<TValue>(Form<TValue> form, MessageWriter xml, string name, TValue value)
    {
        form.Write(xml, name, value);
        return true;
    }
}
