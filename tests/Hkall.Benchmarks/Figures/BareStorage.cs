using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Hkall.Service.Storage;

namespace Hkall.Benchmarks.Figures;

/// <summary>Azure's own clients and nothing around them: they send what they are told and ask nobody whether it was right.</summary>
internal sealed class BareStorage
{
    private readonly Dictionary<RowTable, TableClient> _tables;
    private readonly QueueClient _queue;
    private readonly ConcurrentBag<QueueMessage> _received = [];

    private BareStorage(Dictionary<RowTable, TableClient> tables, QueueClient queue)
    {
        (_tables, _queue) = (tables, queue);
    }

    public static async Task<BareStorage> CreateAsync(string connectionString, string prefix)
    {
        var service = new TableServiceClient(connectionString);
        var tables = Enum.GetValues<RowTable>().ToDictionary(table => table, table => service.GetTableClient($"{prefix}bare{table}"));
        foreach (var table in tables.Values)
        {
            await table.CreateIfNotExistsAsync();
        }

        var queue = new QueueClient(connectionString, $"{prefix}-bare", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync();
        return new BareStorage(tables, queue);
    }

    public Task FindAsync(RowTable table, string partition, string key) => _tables[table].GetEntityIfExistsAsync<TableEntity>(partition, key);

    public async Task RangeAsync(RowTable table, string partition, string from, string to, int take, bool openOnly)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var page in _tables[table].QueryAsync<TableEntity>(
            openOnly ? $"{filter} and Open eq true" : filter, Math.Min(take, RowLimits.RowsPerPage)).AsPages())
        {
            if (page.Values.Count >= take)
            {
                break;
            }
        }
    }

    public async Task CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes)
    {
        var client = _tables[table];
        try
        {
            await (writes is [var only]
                ? OneAsync(client, partition, only) : client.SubmitTransactionAsync(writes.Select(write => ActionOf(partition, write))));
        }
        catch (RequestFailedException refused) when (refused.Status is 404 or 409 or 412)
        {
            // Flows that met in the run may pass each other here. The request was sent and answered, which is all that is measured.
        }
    }

    public Task SendAsync(string body) => _queue.SendMessageAsync(body);

    public async Task ReceiveAsync(int max, TimeSpan invisibleFor)
    {
        foreach (var message in (await _queue.ReceiveMessagesAsync(max, invisibleFor)).Value)
        {
            _received.Add(message);
        }
    }

    public async Task DeleteOneAsync()
    {
        if (_received.TryTake(out var message))
        {
            await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }
    }

    private static Task OneAsync(TableClient client, string partition, RowWrite write) => write switch
    {
        RowWrite.Insert insert => client.AddEntityAsync(EntityOf(insert.Row)),
        RowWrite.Replace replace => client.UpdateEntityAsync(EntityOf(replace.Row), ETag.All, TableUpdateMode.Replace),
        RowWrite.Put put => client.UpsertEntityAsync(EntityOf(put.Row), TableUpdateMode.Replace),
        _ => client.DeleteEntityAsync(partition, write.Key, ETag.All),
    };

    private static TableTransactionAction ActionOf(string partition, RowWrite write) => write switch
    {
        RowWrite.Insert insert => new TableTransactionAction(TableTransactionActionType.Add, EntityOf(insert.Row)),
        RowWrite.Replace replace => new TableTransactionAction(TableTransactionActionType.UpdateReplace, EntityOf(replace.Row), ETag.All),
        RowWrite.Put put => new TableTransactionAction(TableTransactionActionType.UpsertReplace, EntityOf(put.Row)),
        _ => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, write.Key), ETag.All),
    };

    private static TableEntity EntityOf(Row row) => new(row.Partition, row.Key) { ["Body"] = row.Body, ["Commit"] = row.Commit, ["Open"] = row.Open };
}
