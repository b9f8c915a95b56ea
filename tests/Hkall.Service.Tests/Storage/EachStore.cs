namespace Hkall.Service.Tests.Storage;

// Every contract is held against both stores: what passes on the bench's memory passes on Azure.

public sealed class MemoryRowsTests : RowsContract
{
    protected override Task<Stores> OpenAsync() => Task.FromResult(Stores.InMemory());
}

public sealed class MemoryRowRangesTests : RowRangesContract
{
    protected override Task<Stores> OpenAsync() => Task.FromResult(Stores.InMemory());
}

public sealed class MemoryRowLimitsTests : RowLimitsContract
{
    protected override Task<Stores> OpenAsync() => Task.FromResult(Stores.InMemory());
}

public sealed class MemoryBlobsTests : BlobsContract
{
    protected override Task<Stores> OpenAsync() => Task.FromResult(Stores.InMemory());
}

public sealed class MemoryQueueTests : QueueContract
{
    protected override Task<Stores> OpenAsync() => Task.FromResult(Stores.InMemory());
}

public sealed class TableRowsTests(AzuriteFixture azurite) : RowsContract, IClassFixture<AzuriteFixture>
{
    protected override Task<Stores> OpenAsync() => azurite.OpenAsync();
}

public sealed class TableRowRangesTests(AzuriteFixture azurite) : RowRangesContract, IClassFixture<AzuriteFixture>
{
    protected override Task<Stores> OpenAsync() => azurite.OpenAsync();
}

public sealed class TableRowLimitsTests(AzuriteFixture azurite) : RowLimitsContract, IClassFixture<AzuriteFixture>
{
    protected override Task<Stores> OpenAsync() => azurite.OpenAsync();
}

public sealed class AzureBlobsTests(AzuriteFixture azurite) : BlobsContract, IClassFixture<AzuriteFixture>
{
    protected override Task<Stores> OpenAsync() => azurite.OpenAsync();
}

public sealed class AzureQueueTests(AzuriteFixture azurite) : QueueContract, IClassFixture<AzuriteFixture>
{
    protected override Task<Stores> OpenAsync() => azurite.OpenAsync();
}
