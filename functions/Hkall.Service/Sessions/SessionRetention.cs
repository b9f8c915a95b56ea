using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Sessions;

/// <summary>Removes the rows of the sessions' table whose time is over. A session that has ended is refused before that.</summary>
public sealed class SessionRetention(IRows rows, SessionStore sessions, MachineTime machine)
{
    /// <summary>More than a day's sign-ins; the next run continues.</summary>
    private const int PagesPerRun = 10;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var (from, to) = SessionRows.EndedAt(machine.Clock.GetUtcNow());
        for (var page = 0; page < PagesPerRun; page++)
        {
            var ended = await rows.RangeAsync(
                RowTable.Sessions, SessionRows.Partition, from, to, RowLimits.RowsPerPage, openOnly: false, cancellation);
            foreach (var end in ended)
            {
                await sessions.ForgetAsync(end, cancellation);
            }

            if (ended.Count < RowLimits.RowsPerPage)
            {
                return;
            }
        }
    }
}
