using Azure;
using Azure.Data.Tables;

namespace Hkall.Service.Storage.Azure;

/// <summary>Rows in Azure Table Storage. The columns beside the keys are <c>Body</c>, <c>Commit</c> and <c>Open</c>.</summary>
internal sealed class TableRows(Func<RowTable, TableClient> tables) : IRows
{
    private const string Body = "Body";
    private const string Commit = "Commit";
    private const string Open = "Open";

    public Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation)
    {
        RowChecks.Address(partition, key);
        return AzureErrors.CallAsync(
            async () =>
            {
                var answer = await tables(table).GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
                if (answer is { HasValue: true, Value: { } entity })
                {
                    return RowOf(entity);
                }

                AzureErrors.ThrowIfNotSetUp(answer.GetRawResponse());
                return null;
            },
            cancellation);
    }

    public async Task<IReadOnlyList<Row>> RangeAsync(
        RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation)
    {
        RowChecks.Range(partition, from, to, take);
        if (string.CompareOrdinal(from, to) >= 0)
        {
            return [];
        }

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        var pages = tables(table)
            .QueryAsync<TableEntity>(openOnly ? $"{filter} and {Open} eq true" : filter, Math.Min(take, RowLimits.RowsPerPage), cancellationToken: cancellation)
            .AsPages();
        return await AzureErrors.CallAsync(() => TakeAsync(pages, take), cancellation);
    }

    public Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation)
    {
        RowChecks.Transaction(partition, writes);
        return AzureErrors.CallAsync(
            async () =>
            {
                try
                {
                    return writes is [var only]
                        ? await OneAsync(tables(table), partition, only, cancellation)
                        : await AllAsync(tables(table), partition, writes, cancellation);
                }
                catch (RequestFailedException error) when (AzureErrors.IsAnswer(error))
                {
                    return CommitResult.Conflict;
                }
            },
            cancellation);
    }

    private static async Task<IReadOnlyList<Row>> TakeAsync(IAsyncEnumerable<Page<TableEntity>> pages, int take)
    {
        var rows = new List<Row>();
        await foreach (var page in pages)
        {
            rows.AddRange(page.Values.Take(take - rows.Count).Select(RowOf));

            // Reading one page more than needed would pay for a request and discard its answer.
            if (rows.Count == take)
            {
                break;
            }
        }

        return rows;
    }

    /// <summary>A single write needs no transaction, which costs more and takes longer on Azure.</summary>
    private static async Task<CommitResult> OneAsync(TableClient table, string partition, RowWrite write, CancellationToken cancellation)
    {
        var response = write switch
        {
            RowWrite.Insert insert => await table.AddEntityAsync(EntityOf(insert.Row), cancellation),
            RowWrite.Replace replace =>
                await table.UpdateEntityAsync(EntityOf(replace.Row), new ETag(replace.Row.ETag!), TableUpdateMode.Replace, cancellation),
            RowWrite.Put put => await table.UpsertEntityAsync(EntityOf(put.Row), TableUpdateMode.Replace, cancellation),
            _ => await table.DeleteEntityAsync(partition, write.Key, DeletedVersion(write), cancellation),
        };

        // Outside a transaction, the SDK does not throw when the row to delete is missing.
        if (response.Status == 404)
        {
            AzureErrors.ThrowIfNotSetUp(response);
            return CommitResult.Conflict;
        }

        return new CommitResult(true, [VersionOf(write, response)]);
    }

    private static async Task<CommitResult> AllAsync(TableClient table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation)
    {
        var actions = writes.Select(write => write switch
        {
            RowWrite.Insert insert => new TableTransactionAction(TableTransactionActionType.Add, EntityOf(insert.Row)),
            RowWrite.Replace replace =>
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, EntityOf(replace.Row), new ETag(replace.Row.ETag!)),
            RowWrite.Put put => new TableTransactionAction(TableTransactionActionType.UpsertReplace, EntityOf(put.Row)),
            _ => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, write.Key), DeletedVersion(write)),
        });
        var answer = await table.SubmitTransactionAsync(actions, cancellation);
        return new CommitResult(true, [.. writes.Zip(answer.Value, VersionOf)]);
    }

    private static ETag DeletedVersion(RowWrite write) => write is RowWrite.Delete { ETag: { } read } ? new ETag(read) : ETag.All;

    private static string? VersionOf(RowWrite write, Response response) => write.RowLeft is null ? null : response.Headers.ETag?.ToString();

    private static TableEntity EntityOf(Row row) => new(row.Partition, row.Key)
    {
        [Body] = row.Body,
        [Commit] = row.Commit,
        [Open] = row.Open,
    };

    private static Row RowOf(TableEntity entity) =>
        new(entity.PartitionKey, entity.RowKey, entity.GetString(Body), entity.GetString(Commit))
        {
            Open = entity.GetBoolean(Open) ?? false,
            ETag = entity.ETag.ToString(),
        };
}
