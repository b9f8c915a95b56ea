using System.Globalization;

namespace Hkall.Service.Engine;

/// <summary>
/// The row keys. A patron's partition holds, in this order: the account, the person, their own account, the stored requests (newest
/// first, since an id begins with its inverted time), their journals, the idempotency keys, and the signatures.
/// </summary>
public static class Keys
{
    public const string Account = "a";
    public const string Person = "b";
    public const string Preferences = "d";

    /// <summary>Person and preferences are close together because a mail needs both.</summary>
    public const string PersonFrom = "b";
    public const string PersonTo = "e";

    /// <summary>The circulation system's last answer about the patron.</summary>
    public const string OwnAccount = "c";

    /// <summary>Account, person and requests are adjacent, so that placing a request reads them in one query.</summary>
    public const string AccountAndRequestsFrom = "a";
    public const string RequestsFrom = "h:";
    public const string RequestsTo = "h;";

    /// <summary>Index entries of both kinds share a partition, so that those of one commit are one write.</summary>
    public const string IndexPartition = "p";

    /// <summary>The keys that protect the page sessions.</summary>
    public const string SessionKeyPartition = "session-keys";

    /// <summary>The exchange rates, in one row.</summary>
    public const string RatesPartition = "rates";
    public const string Rates = "r";

    /// <summary>The closures and the lists of holidays that staff enter.</summary>
    public const string CalendarPartition = "calendar";
    public const string ClosuresFrom = "c:";
    public const string HolidaysFrom = "h:";
    public const string HolidaysTo = "h;";

    public const string DueFrom = "d:";
    public const string DueTo = "d;";

    /// <summary>Requests to lend, newest first.</summary>
    public const string LentFrom = "l:";
    public const string LentTo = "l;";

    public static string Closure(string id) => $"c:{id}";

    public static string Holidays(int year) => string.Create(CultureInfo.InvariantCulture, $"h:{year:D4}");

    public static string Request(string requestId) => $"h:{requestId}";

    public static string Journal(string requestId, int number) => string.Create(CultureInfo.InvariantCulture, $"j:{requestId}:{number:D5}");

    public static string JournalFrom(string requestId) => $"j:{requestId}:";

    public static string JournalTo(string requestId) => $"j:{requestId};";

    public static string Idempotency(string hash) => $"k:{hash}";

    public const string IdempotencyFrom = "k:";
    public const string IdempotencyTo = "k;";

    /// <summary>The name typed under a request's declaration.</summary>
    public static string Signature(string requestId) => $"s:{requestId}";

    public const string SignaturesFrom = "s:";
    public const string SignaturesTo = "s;";

    public static string Id(string requestId) => $"i:{requestId}";

    /// <summary>The ids of patrons’ requests; those of requests to lend begin with a letter.</summary>
    public const string IdsFrom = "i:";
    public const string IdsTo = "i:A";

    /// <summary>
    /// An entry of the due index, ordered by time. The number of its journal entry makes the key unique: a deadline may return
    /// to an instant it had before, and a process that is late to remove the entry it replaced must not remove the new one.
    /// </summary>
    public static string DueEntry(DateTimeOffset at, string requestId, int journal) =>
        string.Create(CultureInfo.InvariantCulture, $"d:{at.UtcTicks:D19}:{requestId}:{journal:D5}");

    /// <summary>The due entry that leases the delivery of one journal entry's effects. Only that journal entry relies on it.</summary>
    public static string DeliveryLease(DateTimeOffset at, string requestId, int journal) => $"{DueEntry(at, requestId, journal)}:g";

    /// <summary>A request to lend in the list of all of them.</summary>
    public static string Lent(DateTimeOffset askedAt, string requestId) =>
        string.Create(CultureInfo.InvariantCulture, $"l:{DateTimeOffset.MaxValue.UtcTicks - askedAt.UtcTicks:D19}:{requestId}");

    /// <summary>The requests to lend that arrived at the instant or before.</summary>
    public static string LentSince(DateTimeOffset askedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"l:{DateTimeOffset.MaxValue.UtcTicks - askedAt.UtcTicks:D19}");

    /// <summary>An open request to lend in its borrower's list.</summary>
    public static string WithBorrower(string symbol, string requestId) => $"b:{symbol}:{requestId}";

    /// <summary>A request to lend whose borrower is told by hand: listed until it is closed and nothing is left to tell.</summary>
    public static string ToldByHand(string requestId) => $"t:{requestId}";

    public const string ToldByHandFrom = "t:";
    public const string ToldByHandTo = "t;";

    /// <summary>A closed request, of either direction, in which something is unread or left to tell: listed until nothing is.</summary>
    public static string ClosedButOwed(string requestId) => $"u:{requestId}";

    public const string ClosedButOwedFrom = "u:";
    public const string ClosedButOwedTo = "u;";

    public static string WithBorrowerFrom(string symbol) => $"b:{symbol}:";

    public static string WithBorrowerTo(string symbol) => $"b:{symbol};";

    /// <summary>The entries that are due at the instant.</summary>
    public static string DueUpTo(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"d:{now.UtcTicks:D19};");
}
