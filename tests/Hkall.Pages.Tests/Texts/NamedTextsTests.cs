using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hkall.Domain;
using Hkall.Domain.Accounts;
using Hkall.Domain.Calendar;
using Hkall.Domain.Downloading;
using Hkall.Domain.Fees;
using Hkall.Domain.Lending;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Pages.Kit;
using Hkall.Pages.Staff.Lending;
using Hkall.Pages.Staff.PolicyVersions;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Invoicing;
using Hkall.Service.Lending;
using Hkall.Service.Notices.Letters;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.PolicyVersions;
using Hkall.Service.Staff.FourEyes;
using Hkall.Service.Texts;
using Hkall.Service.Upkeep;
using Hkall.Service.Web;
using Microsoft.Extensions.Primitives;

namespace Hkall.Pages.Tests.Texts;

/// <summary>What is stored or served under a name has its text under that name.</summary>
public sealed class NamedTextsTests
{
    /// <summary>The kinds of text whose names are exactly those of an enum.</summary>
    private static readonly Dictionary<string, IEnumerable<string>> OfEnums = new()
    {
        ["staff-status"] = NamesOf<RequestStatus>(),
        ["status"] = NamesOf<RequestStatus>(),
        ["responsible"] = NamesOf<ResponsibleParty>(),
        ["rota"] = NamesOf<RotaStatus>(),
        ["service"] = NamesOf<ServiceType>(),
        ["staff-tier"] = NamesOf<Tier>(),
        ["tier"] = NamesOf<Tier>(),
        ["delivery"] = NamesOf<Delivery>(),
        ["deadline"] = NamesOf<DeadlineKind>(),
        ["partner-kind"] = NamesOf<PartnerKind>(),
        ["protocol"] = NamesOf<Protocol>(),
        ["vendor"] = NamesOf<Vendor>(),
        ["holidays"] = NamesOf<HolidaySet>(),
        ["weekday"] = NamesOf<Weekday>(),
        ["lending-status"] = NamesOf<LendingStatus>(),
        ["loan-condition"] = NamesOf<LoanCondition>(),
        ["edition-wish"] = NamesOf<EditionWish>(),
        ["borrower-kind"] = NamesOf<BorrowerKind>(),
        ["ranked-by"] = NamesOf<RankedBy>(),
        ["certainty"] = NamesOf<Certainty>(),
        ["rejected-for"] = NamesOf<RejectedFor>(),
        ["sent"] = NamesOf<RequestingAction>(),
        ["step"] = NamesOf<Step>(),
        ["notice"] = NamesOf<Notice>(),
        ["patron-message"] = NamesOf<PatronMessage>(),
        ["patron-date"] = NamesOf<PatronDate>(),
        ["correspondent"] = NamesOf<Correspondent>(),
        ["loan-limit"] = NamesOf<LoanLimit>(),
        ["closure-reason"] = NamesOf<ClosureReason>(),
        ["group"] = NamesOf<PatronGroup>(),
        ["offer"] = NamesOf<Alternative>(),
        ["chosen"] = NamesOf<Alternative>(),
        ["scan-fault"] = NamesOf<ScanFault>(),
        ["scan-remark"] = NamesOf<ScanRemarkKind>(),
        ["said-by"] = NamesOf<SaidBy>(),
        ["asked-by"] = NamesOf<AskedBy>(),
        ["letter-language"] = NamesOf<LetterLanguage>(),
        ["answer"] = AnswerChoices.Words.Select(Names.Of),
        ["borrower-answer"] = NamesOf<BorrowerAnswer>(),
        ["charge-for"] = NamesOf<ChargeFor>(),
        ["invoice-status"] = NamesOf<InvoiceStatus>(),
        ["invoice-action"] = NamesOf<InvoiceAction>(),
        ["invoice-step"] = NamesOf<InvoiceAction>(),
        ["invoice-by"] = NamesOf<InvoiceBy>(),
        ["charge-standing"] = NamesOf<ChargeStanding>(),
        ["fee"] = NamesOf<LedgerKind>(),
        ["refusal"] = NamesOf<Refusal>(),
        ["audit"] = NamesOf<AuditAction>(),
        ["letter-field"] = LetterFields.Known.Select(field => field.TextName),
        ["notice-case"] = LetterKey.All.SelectMany(LetterCases.Of).SelectMany(one => one.What.Split(", "))
            .Where(part => part != NoticeSamples.LenderWords).Select(LetterCases.TextName),
        ["job"] = NamesOf<Job>(),
        ["job-driver"] = NamesOf<JobDriver>(),
        ["proposal"] = NamesOf<ProposalKind>(),
        ["policy-state"] = NamesOf<PolicyState>(),
        ["policy-member"] = PolicyComparison.MembersOf(PolicyFile.Default()).Keys.Select(path => PolicyWords.KeyOf(path)!["policy-member.".Length..]),
        ["lab-figure"] = LabPages.Figures.Select(figure => figure.Name),
        ["policy-part"] = ["workingDays", "atMostDays", "earliestWorkingDays", "latestWorkingDays", "ordinary", "recalled"],
        ["handbook-part"] = [.. Enum.GetValues<Hkall.Pages.Staff.Handbook.HandbookPart>().Select(Names.Of)],
        ["proposal-state"] = NamesOf<ProposalState>(),
        ["staff-role"] = NamesOf<StaffRole>(),
        ["policy-value"] = [.. NamesOf<Access>(), .. NamesOf<TooLate>(), .. NamesOf<QuotaCountsUntil>(), .. NamesOf<UnknownThen>(), .. NamesOf<AnswerFor>()],
        ["lending-event"] = typeof(LendingEvent).GetCustomAttributes(false)
            .OfType<JsonDerivedTypeAttribute>().Select(derived => (string)derived.TypeDiscriminator!),
    };

    /// <summary>The members of the policy, from its types. To be read once: each type is looked at the first time it comes.</summary>
    private static IEnumerable<string> PolicyMembers(Type type, HashSet<Type> seen)
    {
        var shape = JsonSerializerOptions.Web.GetTypeInfo(type);
        return shape.Kind == JsonTypeInfoKind.None || !seen.Add(type) ? []
            : shape.Kind == JsonTypeInfoKind.Object
                ? shape.Properties.SelectMany(member => PolicyMembers(member.PropertyType, seen).Prepend(member.Name))
                : shape.ElementType is { } element ? PolicyMembers(element, seen) : [];
    }

    [Fact]
    public void Every_label_of_the_policy_is_that_of_a_member() =>
        NamesIn("policy").Except(PolicyMembers(typeof(PolicyDocument), []).ToList()).ShouldBeEmpty();

    /// <summary>The kinds whose names stand in the sources as strings, or of which only some values of an enum have a text.</summary>
    private static readonly string[] OfStrings =
    [
        "action", "worklist", "worklist-hint", "partner-field", "report", "report-lead", "report-column", "report-of", "reason", "supplier-said",
        "borrower-said",
        "lending-worklist", "lending-worklist-hint", "lending-action", "paper", "parked", "parked-help", "field", "held", "held-for", "fee-reason",
        "policy-section",
    ];

    public static TheoryData<string> Kinds => [.. OfEnums.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_value_has_a_text_and_there_is_no_other(string kind) => NamesIn(kind).ShouldBe(OfEnums[kind].Distinct(), ignoreOrder: true);

    [Fact]
    public void Every_other_name_in_the_catalogue_stands_in_the_sources()
    {
        var names = SourceSentences.Names();
        foreach (var kind in OfStrings)
        {
            NamesIn(kind).ShouldNotBeEmpty(kind);
            NamesIn(kind).Except(names).ShouldBeEmpty(kind);
        }
    }

    [Fact]
    public void Every_kind_of_name_in_the_catalogue_is_tested() =>
        TextCatalogue.Of(NoticeLanguage.English).Keys.Select(key => key[..key.IndexOf('.', StringComparison.Ordinal)])
            .Distinct().ShouldBe([.. OfEnums.Keys, .. OfStrings, "policy"], ignoreOrder: true);

    [Fact]
    public void Every_reason_for_which_we_do_not_lend_and_every_message_that_staff_record_has_its_text()
    {
        foreach (var reason in NamesOf<UnfilledReason>().Concat(NamesOf<RetryReason>()))
        {
            NoticeLanguage.English.FindNamed("reason", reason).ShouldNotBeNull(reason);
        }

        foreach (var said in BorrowerSaidWords.ToRecord(conditions: true))
        {
            NoticeLanguage.English.FindNamed("borrower-said", said).ShouldNotBeNull(said);
            BorrowerSaidWords.Read(new PageForm([KeyValuePair.Create("kind", new StringValues(said))]), new Fields()).Kind.ShouldNotBeNull(said);
        }
    }

    private static IEnumerable<string> NamesOf<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Names.Of);

    private static List<string> NamesIn(string kind) =>
        [.. TextCatalogue.Of(NoticeLanguage.English).Keys.Where(key => key.StartsWith($"{kind}.", StringComparison.Ordinal))
            .Select(key => key[(kind.Length + 1)..])];
}
