using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Storage;

namespace Hkall.Simulation.Running;

/// <summary>The desk broken on purpose, to show that the invariants would tell. This one breaks nothing.</summary>
public class Sabotage
{
    public static Sabotage None { get; } = new();

    public virtual IRows Rows(World world, IRows rows) => rows;

    public virtual IMessageQueue Queue(World world, IMessageQueue queue) => queue;

    public virtual IMailer Mailer(World world, IMailer mailer) => mailer;

    public virtual IRequestScheduler Waker(World world, IRequestScheduler scheduler) => scheduler;

    public virtual ISweep Sweep(ISweep sweep) => sweep;

    /// <summary>The rules that the desk goes by.</summary>
    public virtual RuleBook Book(RuleBook book) => book;

    /// <summary>What the service takes notice of in what an order says of itself.</summary>
    public virtual OrderTerms Terms(OrderTerms terms) => terms;

    /// <summary>The order as the service takes it.</summary>
    public virtual RequestCommand Ordered(RequestCommand order) => order;

    /// <summary>Who acts on deadlines; null: the desk.</summary>
    public virtual RequestProcessor<PatronRequest, RequestEvent, RequestCommand>? Processor(IServiceProvider services) => null;
}
