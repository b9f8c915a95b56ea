using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Service.Web;

namespace Hkall.Service.Fees;

/// <summary>The body of settling or waiving a fee.</summary>
public sealed record FeeForm
{
    /// <summary>The amount, for a part of the fee; if left out, all that is owed.</summary>
    public MoneyForm? Amount { get; init; }

    /// <summary>What is owed on the fee, as seen. A caller who does not name the version of the request names this.</summary>
    public MoneyForm? Balance { get; init; }

    /// <summary>How the patron paid, or why the Library waives the fee. The patron reads it.</summary>
    public required string Reason { get; init; }
}

/// <summary>The commands of staff about a fee.</summary>
public static class FeeCommands
{
    public const string Settle = "settle";
    public const string Waive = "waive";

    /// <param name="mustName">Whether the caller did not say which version of the request they saw.</param>
    /// <returns>The command, or null if the action does not exist.</returns>
    /// <exception cref="BadInputException">The amount is invalid, or there is no reason.</exception>
    public static RequestCommand? Of(string action, int fee, FeeForm form, bool mustName)
    {
        var fields = new Fields();
        form.Amount?.Check(fields, "amount");
        form.Balance?.Check(fields, "balance");
        var reason = fields.Text("reason", form.Reason, Limits.Reason);
        if (reason is null)
        {
            fields.Fault("reason", "missing-member", "A reason, which the patron can read.");
        }

        fields.ThrowIfAny();
        var amount = form.Amount?.ToMoney();
        var meant = new NamedObject(null, null, form.Balance?.ToMoney(), null, mustName);
        return action switch
        {
            Settle => new SettleFee(fee, amount, reason!) { Meant = meant },
            Waive => new WaiveFee(fee, amount, reason!) { Meant = meant },
            _ => null,
        };
    }
}
