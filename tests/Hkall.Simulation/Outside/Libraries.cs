using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Locating;
using Hkall.Service.Partners;
using Hkall.Service.Storage;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Running;
using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Outside;

/// <summary>The other libraries: they answer, refuse, set conditions, supply, recall, lose, and are not always right.</summary>
public sealed class Libraries(World world) : ILocator
{
    private const string Secret = "whsec_c2VjcmV0IG9mIHRoZSBzaW11bGF0aW9uLi4uLi4=";

    private readonly Dice _dice = world.Dice.Fork(0x11B);
    private readonly Speech _speech = new(world);

    public static IReadOnlyList<Partner> All { get; } =
    [
        .. new[] { ("HKU", Tier.Hkall), ("CUHK", Tier.Hkall), ("HKUST", Tier.Hkall), ("HKMU", Tier.Local), ("NUS", Tier.Overseas) }.Select(
            library => new Partner
        {
            Symbol = library.Item1,
            Name = library.Item1,
            Tier = library.Item2,
            AgencyId = $"SIM:{library.Item1}",
            Endpoint = new Uri($"https://{library.Item1}.library.example/inbox"),
            Secrets = [Secret],
        }),
    ];

    /// <summary>The rows of the directory; every run begins with the same.</summary>
    public static IReadOnlyList<RowWrite> Directory { get; } =
        [.. All.Select(partner => new RowWrite.Put(new Row("partners", $"p:{partner.Symbol}", StoredJson.Write(partner), "opening")))];

    public Speech Speech => _speech;

    /// <summary>Between one and four of them hold it.</summary>
    public Task<Holdings> LocateAsync(Item item, CancellationToken cancellation)
    {
        var own = world.Dice.Fork(((ulong)item.Title.Length << 16) + item.Title[^1]);
        return Task.FromResult(new Holdings(HeldHere: false, [.. All.Select(partner => partner.Symbol).Where(_ => own.Percent(60))]));
    }

    /// <summary>A word of ours has arrived.</summary>
    public void Hear(HeardWord word)
    {
        if (world.Faults.Strikes(FaultKind.LibrarySilent))
        {
            return;
        }

        switch (word.Message)
        {
            case RequestingAction.Request or RequestingAction.Retry:
                Soon(word, days: 4, () => AnswerRequest(word));
                break;
            case RequestingAction.AcceptCost or RequestingAction.AcceptCondition or RequestingAction.Resupply:
                Soon(word, days: 4, () => Supply(word));
                break;
            case RequestingAction.Cancel:
                Soon(word, days: 2, () => AnswerCancel(word));
                break;
            case RequestingAction.Renew:
                Soon(word, days: 3, () => Say(word, _dice.Percent(65) ? CallbackStatus.Renewed : CallbackStatus.RenewalDeclined));
                break;
            case RequestingAction.Returned:
                Soon(word, days: 8, () => Say(word, _dice.OneIn(20) ? CallbackStatus.Lost : CallbackStatus.Completed));
                break;
            case RequestingAction.Received:
                MayRecall(word);
                break;
            case RequestingAction.Reminder or RequestingAction.AskStatus:
                Soon(word, days: 2, () => Say(word, CallbackStatus.ExpectToSupply));
                break;
            case RequestingAction.Lost:
                break;
        }
    }

    private void Soon(HeardWord word, int days, Action act) =>
        world.Stage.After(_dice.Between(TimeSpan.FromMinutes(1), TimeSpan.FromDays(days)), act);

    private void AnswerRequest(HeardWord word)
    {
        switch (_dice.Below(20))
        {
            case < 11:
                Say(word, CallbackStatus.WillSupply);
                Soon(word, days: 4, () => Supply(word));
                break;
            case < 13:
                Supply(word);
                break;
            case < 16:
                Say(word, CallbackStatus.Unfilled);
                break;
            case 16 or 17:
                Say(word, CallbackStatus.Conditional, message => message with { Cost = Money.Hkd(50 + (_dice.Below(10) * 100)) });
                break;
            case 18:
                Say(word, CallbackStatus.RetryPossible, message => message with { Cost = _dice.OneIn(2) ? Money.Hkd(300) : null });
                break;
            default:
                Say(word, CallbackStatus.ExpectToSupply);
                Soon(word, days: 3, () => AnswerRequest(word));
                break;
        }
    }

    private void Supply(HeardWord word)
    {
        if (world.Ledger.Find(word.RequestId)?.State.Service == ServiceType.Copy)
        {
            _speech.SendScan(word.To, word.RequestId);
            return;
        }

        Say(word, CallbackStatus.Shipped, message => message with { LibraryUseOnly = _dice.OneIn(6) });
        world.Staff.ParcelSent(word.RequestId, word.To);
    }

    private void AnswerCancel(HeardWord word)
    {
        switch (_dice.Below(10))
        {
            case < 7:
                Say(word, CallbackStatus.Cancelled);
                break;
            case 7:
                Say(word, CallbackStatus.CancelDeclined);
                Soon(word, days: 3, () => Supply(word));
                break;
            default:
                Supply(word);
                break;
        }
    }

    private void MayRecall(HeardWord word)
    {
        if (_dice.OneIn(6))
        {
            Soon(word, days: 30, () => Say(word, CallbackStatus.Recalled));
        }
    }

    private void Say(HeardWord word, CallbackStatus status, Func<PartnerMessage, PartnerMessage>? with = null) =>
        _speech.Say(word.To, word.RequestId, status, with);
}
