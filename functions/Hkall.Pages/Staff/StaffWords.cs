using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff;

/// <summary>The text for the rules' statuses, reasons and actions on the staff pages.</summary>
public static class StaffWords
{
    public static string Of(RequestStatus status, NoticeLanguage language) => language.Named("staff-status", status);

    /// <summary>The colour of a status: a class of the style sheet.</summary>
    public static string ShadeOf(RequestStatus status) => status switch
    {
        RequestStatus.InReview or RequestStatus.InTransit or RequestStatus.Returning or RequestStatus.OutForDelivery => "you",
        RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Lost => "bad",
        RequestStatus.ReadyForPickup or RequestStatus.LibraryUse or RequestStatus.OnLoan or RequestStatus.ReadyToDownload => "good",
        RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected
            or RequestStatus.Cancelling => "",
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled => "over",
    };

    /// <summary>A charge that staff have to decide on, with both amounts.</summary>
    public static string Of(SupplierCharge raised, NoticeLanguage language) => raised.Accepted is { } accepted
        ? language.Say(
            $"{raised.Symbol} charges {NoticeAmounts.Format(raised.Cost, language)}, but only {NoticeAmounts.Format(accepted, language)} was accepted.")
        : language.Say($"{raised.Symbol} charges {NoticeAmounts.Format(raised.Cost, language)}, and nobody accepted a charge.");

    public static string Of(ResponsibleParty owner, NoticeLanguage language) => language.Named("responsible", owner);

    public static string Of(RotaStatus standing, NoticeLanguage language) => language.Named("rota", standing);

    public static string Of(ServiceType service, NoticeLanguage language) => language.Named("service", service);

    public static string Of(Tier tier, NoticeLanguage language) => language.Named("staff-tier", tier);

    public static string Of(Delivery delivery, NoticeLanguage language) => language.Named("delivery", delivery);

    /// <summary>The button text of an action; an unknown action is shown by its own name.</summary>
    public static string Action(string action, NoticeLanguage language) => language.Named("action", action);

    public static (string Title, string Hint) Worklist(string name, NoticeLanguage language) =>
        (language.Named("worklist", name), language.FindNamed("worklist-hint", name) ?? string.Empty);

    public static string Of(DeadlineKind kind, NoticeLanguage language) => language.Named("deadline", kind);
}
