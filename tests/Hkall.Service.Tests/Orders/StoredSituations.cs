using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Tests.Lending;
using Hkall.Domain.Tests.Table;
using Hkall.Service.Engine;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Orders;

/// <summary>Puts requests into the store, standing where the tests of the rules have them stand.</summary>
internal static class StoredSituations
{
    public static IReadOnlyList<(string Name, PatronRequest Request)> Borrowing { get; } =
        [.. Situations.All.Select(situation => (situation.Name, situation.Request.Request))];

    public static IReadOnlyList<(string Name, LendingRequest Request)> Lending { get; } =
        [.. LendingTable.Situations.Select(situation => (situation.Name, situation.Request.Request))];

    public static Task<VersionedRequest<PatronRequest>> StoreAsync(AService service, PatronRequest situation)
    {
        var request = situation with { Id = RequestIds.New(World.Opening, new SystemRandom()), PatronId = Patrons.Ho.Id };
        return StoreAsync<PatronRequest, RequestEvent>(service, request, Patrons.Ho.Id, new NoteAdded("staff", "Put here."));
    }

    public static Task<VersionedRequest<LendingRequest>> StoreAsync(AService service, LendingRequest situation)
    {
        var request = situation with { Id = LendingIds.Of("JULAC:CUHK", RequestIds.New(World.Opening, new SystemRandom())) };
        return StoreAsync<LendingRequest, LendingEvent>(service, request, request.Id, new LendingNoteAdded("staff", "Put here."));
    }

    private static async Task<VersionedRequest<TRequest>> StoreAsync<TRequest, TEvent>(AService service, TRequest request, string partition, TEvent first)
        where TRequest : class, IRequestState
        where TEvent : class
    {
        var store = service.Get<RequestStore<TRequest, TEvent>>();
        var change = new Decided<TRequest, TEvent>(request, [first], []);
        var commit = new Commit<TRequest, TEvent>(store.NewCommitId(), partition, Before: null, change, Actor.Staff("lam"), World.Opening);
        return (await store.CommitAsync(commit, CancellationToken.None)).ShouldNotBeNull().Stored;
    }
}
