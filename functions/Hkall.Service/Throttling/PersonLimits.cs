namespace Hkall.Service.Throttling;

/// <summary>The names by which endpoints and pages ask for a limit on each person.</summary>
public static class PersonLimits
{
    public const string Cancelling = "cancelling";
    public const string Searching = "searching";
}
