namespace Hkall.Simulation.Faults;

/// <summary>What goes wrong. The numbers are those of the list in docs/proof.md.</summary>
public enum FaultKind
{
    /// <summary>1: the process dies before its call reaches the store.</summary>
    KilledBefore,

    /// <summary>1: the store has done it, and the process dies before it learns so.</summary>
    KilledAfter,

    /// <summary>2: the store has done it, and no reply to any try comes back.</summary>
    AnswerLost,

    /// <summary>2: the first reply is lost, and the storage client sends the same once more by itself.</summary>
    SentTwice,

    /// <summary>3: the storage client tries again, and the first try arrives after the second.</summary>
    FirstTryLate,

    /// <summary>3: the caller is told that the store does not answer, and minutes later the write is done.</summary>
    WrittenLate,

    /// <summary>20: the store does not answer one call, and has done nothing.</summary>
    Unavailable,

    /// <summary>20: the store is down for up to an hour.</summary>
    Outage,

    /// <summary>20: the tables are down, files and queue are up.</summary>
    TablesDown,

    /// <summary>A call takes seconds or minutes in place of milliseconds.</summary>
    Slow,

    /// <summary>16: the process stands still for minutes, and goes on as if nothing had been.</summary>
    Frozen,

    /// <summary>13: the clocks of the processes differ.</summary>
    Skewed,

    /// <summary>14: the clock of a process jumps.</summary>
    ClockJumps,

    /// <summary>7, 17: the word when to wake a request is lost.</summary>
    NudgeLost,

    /// <summary>18: no sweep for a day.</summary>
    SweepSkipped,

    /// <summary>18: two processes sweep at once.</summary>
    SweepDoubled,

    /// <summary>18: the process dies in the middle of a sweep.</summary>
    SweepKilled,

    /// <summary>5: a message is on the queue more than once.</summary>
    MessageRepeated,

    /// <summary>5: a message stays behind those that were sent later.</summary>
    MessageOvertaken,

    /// <summary>7: a message is a week late.</summary>
    MessageWeekLate,

    /// <summary>7: a message is gone from the queue.</summary>
    MessageDropped,

    /// <summary>5: a message becomes visible while somebody is at it.</summary>
    SeenByTwo,

    /// <summary>6: a message that nobody can read.</summary>
    Poison,

    /// <summary>9: the mail service takes no more and says for how long.</summary>
    MailQuota,

    /// <summary>9: the mail service is down.</summary>
    MailDown,

    /// <summary>9: the mail was sent, and the answer was lost.</summary>
    MailSentUnanswered,

    /// <summary>9: the mail was not sent, and nobody can tell.</summary>
    MailLostUnanswered,

    /// <summary>A library's server is down.</summary>
    LibraryDown,

    /// <summary>A library has heard us, and its answer was lost.</summary>
    LibraryHeardUnanswered,

    /// <summary>A library has not heard us, and nobody can tell.</summary>
    LibraryDeaf,

    /// <summary>A library says nothing.</summary>
    LibrarySilent,

    /// <summary>24: a library says again what it said a second, six minutes or eight days ago.</summary>
    LibraryRepeats,

    /// <summary>8: two messages of different content under one id.</summary>
    LibraryContradicts,

    /// <summary>8: a message about a request that is not there.</summary>
    LibraryUnknownRequest,

    /// <summary>24: a library speaks about a request that another was asked for.</summary>
    LibrarySpeaksForAnother,

    /// <summary>A library says what makes no sense where the request stands.</summary>
    LibraryLies,

    /// <summary>11: the same order twice at the same moment.</summary>
    ClickedTwice,

    /// <summary>12: many downloads at the same moment.</summary>
    DownloadedInParallel,

    /// <summary>Staff do something again, or what makes no sense.</summary>
    StaffAgain,

    /// <summary>A patron looks at what is another's.</summary>
    PatronCurious,

    /// <summary>22: the file of a scan is gone.</summary>
    ScanGone,

    /// <summary>11: staff press a button of a page that they opened hours or weeks ago.</summary>
    StalePage,

    /// <summary>11: a script gives an order that does not say what it saw.</summary>
    BlindScript,

    /// <summary>25: staff find out that the last step was a mistake, or that a request was closed too early, or set another due date.</summary>
    SlipOfTheHand,

    /// <summary>25: staff record what a library said by telephone, which may be late, repeated or wrong.</summary>
    Telephone,
}
