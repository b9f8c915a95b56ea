using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using Hkall.Domain.Tests.Table;

namespace Hkall.Domain.Tests.Properties;

/// <summary>One thing that arrived, and what it came to.</summary>
internal sealed record Step(ARequest Before, RequestCommand Command, DateTimeOffset At, Decision<PatronRequest, RequestEvent> Answer, ARequest After)
{
    public IReadOnlyList<RequestEvent> Events => TheTableTests.EventsOf(Answer);

    public IReadOnlyList<Effect> Effects => TheTableTests.EffectsOf(Answer);

    /// <summary>What libraries are told, by the service or by staff.</summary>
    public IReadOnlyList<MessageSupplier> Told =>
    [
        .. Effects.OfType<MessageSupplier>(),
        .. Events.OfType<SupplierToTell>().Select(told => new MessageSupplier(told.Symbol, told.Word, told.Note)),
    ];

    public override string ToString() =>
        $"{At:yyyy-MM-dd HH:mm} {Before.Status}: {Command} -> {Answer.GetType().Name} {After.Status} [{string.Join("; ", Events)}] [{string.Join("; ", Effects)}]";
}
