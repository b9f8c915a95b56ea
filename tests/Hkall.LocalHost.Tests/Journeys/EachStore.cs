using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

// The whole journeys are walked on both stores: what holds in the bench's memory holds on Azure. The full run walks the
// troubles of lending, the messages of ISO 18626 and two libraries on Azurite too.

public sealed class LoanInMemory : LoanJourney
{
    protected override Task<ABench> BenchAsync() => ABench.InMemoryAsync();
}

public sealed class CopyInMemory : CopyJourney
{
    protected override Task<ABench> BenchAsync() => ABench.InMemoryAsync();
}

[Collection(JourneysOnAzurite.Name)]
public sealed class LoanOnAzurite(AzuriteForJourneys azurite) : LoanJourney
{
    protected override Task<ABench> BenchAsync() => azurite.BenchAsync();
}

[Collection(JourneysOnAzurite.Name)]
public sealed class CopyOnAzurite(AzuriteForJourneys azurite) : CopyJourney
{
    protected override Task<ABench> BenchAsync() => azurite.BenchAsync();
}

[CollectionDefinition(Name)]
public sealed class JourneysOnAzurite : ICollectionFixture<AzuriteForJourneys>
{
    public const string Name = "Journeys on Azurite";
}

public sealed class LendingInMemory : LendingJourney
{
    protected override Task<ABench> BenchAsync() => ABench.InMemoryAsync();
}

[Collection(JourneysOnAzurite.Name)]
public sealed class LendingOnAzurite(AzuriteForJourneys azurite) : LendingJourney
{
    protected override Task<ABench> BenchAsync() => azurite.BenchAsync();
}

public sealed class LendingTroublesInMemory : LendingTroubles
{
    protected override Task<ABench> BenchAsync() => ABench.InMemoryAsync();
}

[Collection(JourneysOnAzurite.Name)]
[Trait("Run", "Full")]
public sealed class LendingTroublesOnAzurite(AzuriteForJourneys azurite) : LendingTroubles
{
    protected override Task<ABench> BenchAsync() => azurite.BenchAsync();
}
