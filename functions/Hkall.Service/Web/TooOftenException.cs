namespace Hkall.Service.Web;

/// <summary>The caller has done this as often as the policy allows. The answer is 429 with the time to wait.</summary>
public sealed class TooOftenException(TimeSpan after) : Exception("Too often.")
{
    public TimeSpan After => after;
}
