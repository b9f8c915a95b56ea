using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>The rule book of the policy in force, without what staff entered in the calendar.</summary>
public interface IPolicyRules
{
    /// <summary>The same object as long as the same version is in force.</summary>
    RuleBook Rules { get; }

    /// <summary>The same, as it was some seconds ago at most. If the versions cannot be read, the last ones count.</summary>
    ValueTask<RuleBook> RefreshAsync(CancellationToken cancellation);
}
