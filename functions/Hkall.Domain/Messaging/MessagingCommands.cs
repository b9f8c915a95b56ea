using Hkall.Domain.Model;

namespace Hkall.Domain.Messaging;

/// <summary>Staff write to the patron about the request.</summary>
/// <param name="Words">What they add, or write; the patron reads it as it is.</param>
/// <param name="HasAddress">Whether the service knows where to write to.</param>
/// <param name="AnswerBy">Staff wait for the patron's answer until this day, and their own deadline stands still; null if they do not.</param>
public sealed record WriteToPatron(PatronMessage Message, string? Words, bool HasAddress = true, DateOnly? AnswerBy = null) : RequestCommand;

/// <summary>Staff write to a library that was asked for the item.</summary>
/// <param name="Symbol">The library; null: the one that is asked now, or the only one that was.</param>
public sealed record WriteToLibrary(string? Symbol, string Words) : RequestCommand;

/// <summary>The patron writes to staff about the request.</summary>
public sealed record WriteToStaff(string Words) : RequestCommand;

/// <summary>Staff have read what libraries and the patron wrote, and need not answer it.</summary>
public sealed record MarkAsRead : RequestCommand;
