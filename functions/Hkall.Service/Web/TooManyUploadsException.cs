namespace Hkall.Service.Web;

/// <summary>The service accepts no more uploads now: those in progress fill the disk. The sender may try again soon.</summary>
public sealed class TooManyUploadsException() : Exception("Too many uploads at once.");
