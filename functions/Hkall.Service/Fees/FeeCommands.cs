using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Service.Web;

namespace Hkall.Service.Fees;

/// <summary>The body of settling or waiving a fee.</summary>
public sealed record FeeForm
{
    /// <summary>The amount, for a part of the fee; if left out, all that is owed.</summary>
    public MoneyForm? Amount { get; init; }

    /// <summary>How the patron paid, or why the Library waives the fee. The patron reads it.</summary>
    public required string Reason { get; init; }
}

/// <summary>The commands of staff about a fee.</summary>
public static class FeeCommands
{
    public const string Settle = "settle";
    public const string Waive = "waive";

    /// <returns>The command, or null if the action does not exist.</returns>
    /// <exception cref="BadInputException">The amount is invalid, or there is no reason.</exception>
    public static RequestCommand? Of(string action, int fee, FeeForm form)
    {
        var fields = new Fields();
        form.Amount?.Check(fields, "amount");
        var reason = fields.Text("reason", form.Reason, Limits.Reason);
        if (reason is null)
        {
            fields.Fault("reason", "missing-member", "A reason, which the patron can read.");
        }

        fields.ThrowIfAny();
        var amount = form.Amount?.ToMoney();
        return action switch
        {
            Settle => new SettleFee(fee, amount, reason!),
            Waive => new WaiveFee(fee, amount, reason!),
            _ => null,
        };
    }
}
