using Hkall.Domain.Model;

namespace Hkall.Domain.Correcting;

/// <summary>Staff undo the last step, which was a mistake.</summary>
/// <param name="Step">The step meant: another may have followed since the page was opened.</param>
public sealed record UndoStep(Step Step, string Reason) : RequestCommand;

/// <summary>Staff open a request again that was closed by mistake, or too early.</summary>
public sealed record ReopenRequest(string Reason) : RequestCommand;

/// <summary>Staff set the dates of a loan.</summary>
/// <param name="DueOn">The patron's due date; null to leave it, or to have it follow the lender's.</param>
/// <param name="LenderDueOn">The lender's due date; null to leave it.</param>
public sealed record SetDates(DateOnly? DueOn, DateOnly? LenderDueOn, string Reason) : RequestCommand;
