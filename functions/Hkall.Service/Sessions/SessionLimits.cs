namespace Hkall.Service.Sessions;

/// <summary>How long a session of the pages lasts, and how many a person has.</summary>
public static class SessionLimits
{
    /// <summary>An unused session ends. The Library has shared computers, where people forget to sign out.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    /// <summary>A patron signs in once a day. What the provider said of them is not older than that.</summary>
    public static readonly TimeSpan LongestOfPatrons = TimeSpan.FromHours(12);

    /// <summary>Half a working day: who leaves the Library loses its pages soon, since the role is read at sign-in.</summary>
    public static readonly TimeSpan LongestOfStaff = TimeSpan.FromHours(4);

    /// <summary>How exactly the last use is recorded. A write at each page would be a write for each read.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>More devices than anybody uses at once. The session that was used least recently makes room for a new one.</summary>
    public const int MostOfOnePerson = 20;

    /// <summary>How long a form that waits for a new sign-in is kept: a sign-in with a second factor takes minutes.</summary>
    public static readonly TimeSpan FormKept = TimeSpan.FromMinutes(30);
}
