namespace Hkall.Domain.Supplying;

/// <summary>Questions that staff can ask the library that is to supply.</summary>
public enum Inquiry
{
    /// <summary>"Have you seen our request?"</summary>
    Reminder,

    /// <summary>"Where does it stand?"</summary>
    Status,
}
