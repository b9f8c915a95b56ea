using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;

namespace Hkall.Service.Iso18626.Xml;

/// <summary>
/// A group of elements: read in any order, written in the order of each version's schema. A group without any content counts
/// as absent.
/// </summary>
internal sealed class Group<T>
    where T : class
{
    private readonly T _empty;
    private readonly Part<T>[] _in12;
    private readonly Part<T>[] _in2021;
    private readonly FrozenDictionary<string, int> _byName;

    /// <param name="empty">The record before reading.</param>
    /// <param name="parts">The parts in the order of both versions; an element of only one version stands at its place there.</param>
    public Group(T empty, params Part<T>[] parts)
        : this(empty, parts, parts)
    {
    }

    /// <param name="in2021">The same parts in the order of 2021, if it differs.</param>
    public Group(T empty, Part<T>[] parts, Part<T>[] in2021)
    {
        (_empty, _in12, _in2021) = (empty, parts, in2021);
        _byName = parts
            .SelectMany((part, i) => new[] { part.In12, part.In2021 }.OfType<string>().Distinct().Select(name => (Name: name, i)))
            .ToFrozenDictionary(entry => entry.Name, entry => entry.i);
        Form = new Form<T>(TryRead, Write);
    }

    public Form<T> Form { get; }

    public void WriteInto(MessageWriter xml, T value)
    {
        foreach (var part in xml.Version == IsoVersion.V12 ? _in12 : _in2021)
        {
            if (part.NameIn(xml.Version) is { } name && !part.Write(xml, name, value) && part.Mandatory)
            {
                throw new InvalidOperationException($"A message needs {name} in version {IsoXml.NameOf(xml.Version)}.");
            }
        }
    }

    private void Write(MessageWriter xml, string name, T value)
    {
        xml.Start(name);
        WriteInto(xml, value);
        xml.End();
    }

    private bool TryRead(MessageReader xml, [MaybeNullWhen(false)] out T value)
    {
        value = _empty;
        if (xml.Enter() is not { } depth)
        {
            return false;
        }

        var seen = 0L;
        while (xml.NextChild(depth))
        {
            if (!_byName.TryGetValue(xml.Name, out var i))
            {
                xml.Unknown();
                continue;
            }

            var part = _in12[i];
            if (!part.Many && (seen & (1L << i)) != 0)
            {
                xml.Fault(ErrorType.UnrecognisedDataElement, xml.Name);
                xml.Skip();
                continue;
            }

            seen |= 1L << i;
            if (part.In12 != part.In2021)
            {
                xml.Looks(xml.Name == part.In12 ? IsoVersion.V12 : IsoVersion.V2021);
            }

            value = part.Read(xml, value);
        }

        return !ReferenceEquals(value, _empty);
    }
}
