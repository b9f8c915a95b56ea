namespace Hkall.Pages.Tests.BothWays;

/// <summary>The two ways in which a person can reach the service.</summary>
public enum Way
{
    Api,
    Page,
}

/// <summary>Cases, each of them both ways.</summary>
internal static class Ways
{
    public static TheoryData<T, Way> Of<T>(IEnumerable<T> cases)
    {
        var data = new TheoryData<T, Way>();
        foreach (var one in cases)
        {
            data.Add(one, Way.Api);
            data.Add(one, Way.Page);
        }

        return data;
    }

    public static TheoryData<T1, T2, Way> Of<T1, T2>(IEnumerable<(T1, T2)> cases)
    {
        var data = new TheoryData<T1, T2, Way>();
        foreach (var (first, second) in cases)
        {
            data.Add(first, second, Way.Api);
            data.Add(first, second, Way.Page);
        }

        return data;
    }
}
