using Hkall.Service.Partners;

namespace Hkall.Service.Tests.Iso18626.Profiles;

/// <summary>What each system says in the course of a request, in its own way.</summary>
internal static class TheirMessages
{
    private const string Scan = "https://files.hku.example/scan-1.pdf";

    private static readonly DateOnly Due = new(2026, 12, 31);
    private static readonly DateOnly Later = new(2027, 2, 26);

    public static IEnumerable<(string Name, byte[] Xml)> OfLender(Vendor vendor)
    {
        var voice = new Voice(vendor);
        return Of(vendor).Select(row => (row.Name, voice.FromLender(row.Said)));
    }

    public static IEnumerable<(string Name, byte[] Xml)> OfBorrower(Vendor vendor)
    {
        var voice = new Voice(vendor);
        return
        [
            ("asks how it stands", voice.FromBorrower("StatusRequest", null)),
            ("has received it", voice.FromBorrower("Received", null)),
            ("cancels", voice.FromBorrower("Cancel", null)),
            ("asks to renew", voice.FromBorrower("Renew", null)),
            ("has sent it back", voice.FromBorrower("ShippedReturn", null)),
            ("accepts the conditions", voice.FromBorrower("Notification", Agreeing(vendor, "ACCEPT", "#ReShareLoanConditionAgreeResponse#"))),
            ("rejects the conditions", voice.FromBorrower("Notification", Agreeing(vendor, "REJECT", "#ReShareLoanConditionRejectResponse#"))),
            ("writes a note", voice.FromBorrower("Notification", "Please hurry.")),
        ];
    }

    private static string Agreeing(Vendor vendor, string usual, string marker) => vendor switch
    {
        Vendor.ReShare or Vendor.CrossLink => marker,
        Vendor.Plain or Vendor.Alma or Vendor.Oclc or Vendor.Koha => usual,
    };

    private static IEnumerable<(string Name, Said Said)> Of(Vendor vendor)
    {
        yield return ("has received the request", new Said("RequestResponse", "RequestReceived"));
        if (vendor is Vendor.Plain or Vendor.ReShare or Vendor.CrossLink)
        {
            yield return ("expects to supply", new Said("RequestResponse", "ExpectToSupply"));
        }

        yield return ("will supply", new Said(Changed(vendor), "WillSupply"));
        if (Conditional(vendor) is { } conditional)
        {
            yield return ("will supply on a condition", conditional);
        }

        yield return ("cannot supply", new Said(Changed(vendor), "Unfilled") { Unfilled = vendor == Vendor.Oclc ? "NotHeld" : "NotOnShelf" });
        if (vendor == Vendor.CrossLink)
        {
            yield return ("one of its libraries cannot supply", new Said("Notification", "Unfilled") { Unfilled = "NotOnShelf" });
        }

        yield return ("asks for a higher charge", new Said(Changed(vendor), "RetryPossible") { Retry = "CostExceedsMaxCost", Cost = "150" });
        yield return ("asks to be asked on a condition", new Said(Changed(vendor), "RetryPossible")
        {
            Retry = vendor == Vendor.CrossLink ? "LoanCondition" : "MustMeetLoanCondition",
            RetryCondition = vendor == Vendor.Koha ? "NoReproduction" : null,
            Condition = vendor == Vendor.Koha ? null : "NoReproduction",
        });
        yield return ("has sent it", new Said(vendor == Vendor.Oclc ? "RequestResponse" : "StatusChange", "Loaned") { Due = Due });
        yield return ("says again that it is lent", new Said("RequestResponse", "Loaned") { Due = Due });
        yield return ("has a copy at an address", vendor == Vendor.Alma
            ? new Said("RequestResponse", "CopyCompleted") { Note = $"URL: {Scan}" }
            : new Said("StatusChange", "CopyCompleted") { Address = Scan });
        yield return ("grants the renewal", new Said("RenewResponse", "Loaned") { Answer = "Y", Due = Later });
        yield return ("refuses the renewal", new Said("RenewResponse", "Loaned") { Answer = "N", Due = Due });
        yield return ("agrees to cancel", new Said("CancelResponse", "Cancelled") { Answer = "Y" });
        yield return ("will not cancel", new Said("CancelResponse", vendor == Vendor.ReShare ? null : "WillSupply") { Answer = "N" });
        yield return ("has sent it before the cancellation", new Said("CancelResponse", "Loaned") { Answer = "N", Due = Due });
        yield return ("calls it overdue", new Said("StatusChange", "Overdue") { Due = Due });
        yield return ("recalls it", new Said("StatusChange", "Recalled") { Due = new DateOnly(2026, 12, 11) });
        yield return ("has it back", new Said(vendor is Vendor.Alma or Vendor.Oclc ? "RequestResponse" : "StatusChange", "LoanCompleted"));
        yield return ("counts it as lost", new Said("StatusChange", "CompletedWithoutReturn"));
        yield return ("writes a note", new Said("Notification", vendor == Vendor.Oclc ? "LoanCompleted" : "RequestReceived") { Note = "Please handle with care." });
    }

    /// <summary>Koha calls every change of a status a change, its first answer too.</summary>
    private static string Changed(Vendor vendor) => vendor == Vendor.Koha ? "StatusChange" : "RequestResponse";

    private static Said? Conditional(Vendor vendor) => vendor switch
    {
        Vendor.Plain => new Said("RequestResponse", "WillSupply") { Condition = "NoReproduction" },
        Vendor.ReShare or Vendor.CrossLink =>
            new Said("Notification", "RequestReceived") { Note = "#ReShareAddLoanCondition# No photographs.", Condition = "other" },
        Vendor.Alma => new Said("Notification", "WillSupply") { Note = "Condition: NoReproduction. Please respond `ACCEPT` or `REJECT`" },
        Vendor.Oclc or Vendor.Koha => null,
    };
}
