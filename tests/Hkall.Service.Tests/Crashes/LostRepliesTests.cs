namespace Hkall.Service.Tests.Crashes;

/// <summary>Every reply is lost and everything is sent twice: what comes back as a conflict is our own.</summary>
public sealed class LostRepliesTests
{
    [Theory]
    [InlineData("loan", 2)]
    [InlineData("loan", 3)]
    [InlineData("loan", 7)]
    [InlineData("copy", 2)]
    [InlineData("copy", 3)]
    [InlineData("copy", 7)]
    public Task A_journey_on_which_replies_are_lost_again_and_again_goes_as_any_other(string journey, int every) =>
        RunAsync(journey, new Mishap(Fault.ReplyLost, call => Scattered(call) % every == 0), tablesOnly: false);

    /// <summary>Of messages, some are spared: those whose receipt is always lost are never received.</summary>
    [Theory]
    [InlineData("loan")]
    [InlineData("copy")]
    public Task A_journey_on_which_the_tables_lose_every_reply_goes_as_any_other(string journey) =>
        RunAsync(journey, new Mishap(Fault.ReplyLost, _ => true), tablesOnly: true);

    /// <summary>Without a rhythm, lest it be always the same call of a round that is struck.</summary>
    private static long Scattered(int call) => (call * 2_654_435_761L) >> 16;

    private static async Task RunAsync(string journey, Mishap mishap, bool tablesOnly)
    {
        await using var callers = new Callers(await World.InMemoryAsync(), [mishap], tablesOnly: tablesOnly);

        await CrashTests.RunAsync(callers, journey);
        await Books.ShouldBeAtRestAsync(callers);

        callers.World.Post.Sent.ShouldBeUnique();
        callers.World.Lenders.Heard.Select(message => message.MessageId).ShouldBeUnique();
    }
}
