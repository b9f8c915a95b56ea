using CsCheck;
using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Iso18626;

/// <summary>What the generators are put together with.</summary>
internal static partial class AnyMessage
{
    private static bool Is2021(IsoVersion version) => version == IsoVersion.V2021;

    /// <summary>Something that only 2021 has.</summary>
    private static Gen<T?> New<T>(IsoVersion version, Gen<T> gen)
        where T : class => Is2021(version) ? Maybe(gen) : Nothing<T?>();

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Bool.SelectMany(there => there ? gen.Select(T? (value) => value) : Nothing<T?>());

    private static Gen<T?> MaybeValue<T>(Gen<T> gen)
        where T : struct => Gen.Bool.SelectMany(there => there ? gen.Select(value => (T?)value) : Nothing<T?>());

    private static Gen<IReadOnlyList<T>> Several<T>(Gen<T> gen, int most = 3) => gen.Array[0, most].Select(values => (IReadOnlyList<T>)values);

    private static Gen<T> Any<T>(T? last = null)
        where T : struct, Enum => Among([.. Enum.GetValues<T>().Where(value => last is not { } end || Comparer<T>.Default.Compare(value, end) <= 0)]);

    private static Gen<T> Among<T>(IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(pick => values[pick]);

    private static Gen<T> Nothing<T>() => Gen.Int[0, 0].Select(_ => default(T)!);
}
