using System.Text.Json;
using Hkall.Domain;
using Hkall.Domain.Model;

namespace Hkall.Pages.Staff.Policies;

/// <summary>A part of the policy under one heading: its single values, and what differs by tier, by group or by kind of borrower as tables.</summary>
/// <param name="Name">The heading's name in the catalogue of texts (<c>policy-section</c>).</param>
internal sealed record PolicySection(string Name, IReadOnlyList<PolicyMember> Values, IReadOnlyList<PolicyTable> Tables);

/// <summary>One member of the policy with its value. <see cref="Within"/> names the member that it is part of, where its own name does not say enough.</summary>
/// <param name="Path">The member in the document; with a star where the column of its table stands.</param>
internal sealed record PolicyMember(string Name, JsonElement Value, string Path, string? Within = null)
{
    /// <summary>The member of one column of its table.</summary>
    public string Cell(string column) => Path.Contains('*', StringComparison.Ordinal) ? Path.Replace("*", column, StringComparison.Ordinal) : $"{Path}.{column}";
}

/// <summary>Members that have a value for each of the same columns.</summary>
internal sealed record PolicyTable(PolicyColumns Columns, IReadOnlyList<PolicyMember> Rows);

/// <summary>The policy's document in the order in which staff ask for it.</summary>
internal static class PolicySections
{
    /// <summary>The members under each heading. What none of them names stands under the last heading, so that nothing is left out.</summary>
    private static readonly (string Section, string[] Members)[] Order =
    [
        ("who", ["reading", "privileges", "openRequests", "quota", "ownHoldsCount", "ownAccountKeptHours", "ownAccountUnknown"]),
        ("finding",
        [
            "reply", "routing", "askingByHand", "askingByHandChases", "furtherSearch", "furtherSearchChases", "conditions", "review", "reviewChases",
            "offerDecisionDays", "offerReminderWorkingDays", "purchaseSuggestion", "cancelAnswer", "chase",
        ]),
        ("delivery", ["loanDelivery", "copyDelivery", "shipment", "scan", "transit", "arrivalChases"]),
        ("charges", ["costThreshold", "charges", "costDecisionDays", "costReminderWorkingDays", "costs"]),
        ("copyright",
        [
            "declarationDays", "declarationReminderWorkingDays", "relatedRequestDays", "downloadsAllowed", "downloadDays", "downloadReminderDays",
            "resuppliesAllowed", "stamp",
        ]),
        ("pickup", ["pickupDays", "pickupReminderWorkingDays", "officeDelivery", "officeDeliveryChases", "libraryUseDays"]),
        ("loans",
        [
            "loanDays", "renewalDays", "renewalsAllowed", "renewalNoticeWorkingDays", "renewalAnswer", "renewalAsksAfterRefusal", "wayBackWorkingDays",
            "shortLoanWorkingDays", "dueReminderWorkingDays", "recallDays", "loansEndWithCard", "lastDays", "undoDays",
        ]),
        ("returning", ["sendingBack", "sendingBackChases", "lenderReceipt", "lenderReceiptChases"]),
        ("fines", ["overdueNoticeDays", "lostAfterDays", "lostWarningDays", "fines"]),
        ("lending", ["lending"]),
        ("library", ["library", "worksOnSaturdays", "closedDays", "invoices"]),
        ("mail", ["mail"]),
        ("messages", ["messages", "answers"]),
        ("staff", ["tags", "roles", "fourEyes"]),
        ("privacy", ["retention", "audit"]),
        ("limits", ["limits"]),
    ];

    /// <summary>Parts whose members need the part's name beside their own.</summary>
    private static readonly string[] NeedTheirPart = ["ownAccountUnknown", "fourEyes", "audit", "retention", "costs", "invoices", "roles", "stamp"];

    /// <summary>What stands elsewhere on the page.</summary>
    private static readonly string[] Apart = ["figures", "version"];

    /// <param name="document">The policy document, with its figures inside.</param>
    public static IReadOnlyList<PolicySection> Of(JsonElement document)
    {
        var members = Members(document).ToList();
        var named = Order.SelectMany(section => section.Members).ToHashSet(StringComparer.Ordinal);
        IEnumerable<(string Section, string[] Members)> sections =
            [.. Order, ("other", [.. members.Select(member => member.Name).Where(name => !named.Contains(name))])];
        return
        [
            .. from section in sections
               let own = section.Members.SelectMany(name => members.Where(member => member.Name == name)).SelectMany(Flat).ToList()
               where own.Count > 0
               select new PolicySection(
                   section.Section,
                   [.. own.Where(member => PolicyColumns.Of(member.Value) is null)],
                   [
                       .. own.Where(member => PolicyColumns.Of(member.Value) is not null)
                           .GroupBy(member => PolicyColumns.Of(member.Value)!)
                           .Select(table => new PolicyTable(table.Key, [.. table])),
                   ]),
        ];
    }

    private static IEnumerable<PolicyMember> Members(JsonElement document) =>
        document.EnumerateObject().Select(member => new PolicyMember(member.Name, member.Value, member.Name))
            .Concat(document.TryGetProperty("figures", out var figures) && figures.ValueKind == JsonValueKind.Object
                ? figures.EnumerateObject().Select(member => new PolicyMember(member.Name, member.Value, $"figures.{member.Name}")) : [])
            .Where(member => !Apart.Contains(member.Name));

    /// <summary>A part that is neither one value nor a row of a table gives its members.</summary>
    private static IEnumerable<PolicyMember> Flat(PolicyMember member) =>
        member.Name == "privileges" ? Privileges(member.Value)
        : member.Value.ValueKind != JsonValueKind.Object || PolicyColumns.Of(member.Value) is not null || PolicyWords.IsOneValue(member.Value)
            ? [member]
            : member.Value.EnumerateObject().SelectMany(
                inner => Flat(new PolicyMember(inner.Name, inner.Value, $"{member.Path}.{inner.Name}", NeedTheirPart.Contains(member.Name) ? member.Name : null)));

    /// <summary>Privileges are asked by person: a column for each group, and a row for each service and tier.</summary>
    private static IEnumerable<PolicyMember> Privileges(JsonElement byGroup) =>
        from service in Enum.GetValues<ServiceType>().Select(Names.Of)
        from tier in Enum.GetValues<Tier>().Select(Names.Of)
        select new PolicyMember(
            tier,
            JsonSerializer.SerializeToElement(
                byGroup.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetProperty(tier).GetProperty(service))),
            $"figures.privileges.*.{tier}.{service}",
            service);
}
