using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>The words of the policy for messages that staff write often.</summary>
public interface ICannedAnswers
{
    /// <exception cref="BadInputException">The policy has no such answer to a library.</exception>
    Task<string> ForLibraryAsync(string name, string symbol, CancellationToken cancellation);
}
