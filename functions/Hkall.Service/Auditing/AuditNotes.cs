using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Auditing;

/// <summary>What a call knows about itself that its path does not say, for its entry in the audit trail.</summary>
public sealed class AuditNotes
{
    private readonly List<AuditChange> _changes = [];

    private AuditNotes()
    {
    }

    /// <summary>The object; null: the path says it.</summary>
    public string? Of { get; set; }

    /// <summary>The patron concerned; null: the object's, if it is a request.</summary>
    public string? Patron { get; set; }

    /// <summary>Another action than the route's, if the call showed more than usual.</summary>
    public AuditAction? What { get; set; }

    public string? Step { get; set; }

    public IReadOnlyList<AuditChange> Changes => _changes;

    /// <summary>Whether the entry is written already.</summary>
    internal bool IsRecorded { get; set; }

    public static AuditNotes In(HttpContext context)
    {
        if (context.Items[typeof(AuditNotes)] is AuditNotes notes)
        {
            return notes;
        }

        notes = new AuditNotes();
        context.Items[typeof(AuditNotes)] = notes;
        return notes;
    }

    /// <summary>The answer is an empty form: there is nothing to record.</summary>
    public void ShowedNothing() => IsRecorded = true;

    public void Add(IEnumerable<AuditChange> changes) => _changes.AddRange(changes);
}
