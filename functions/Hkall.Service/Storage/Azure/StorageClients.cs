using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Hkall.Service.Storage.Azure;

/// <summary>The clients of one storage account, and the names of the service's tables, containers and queues.</summary>
public sealed class StorageClients
{
    public const string RequestsTable = "requests";
    public const string PointersTable = "pointers";
    public const string PartnersTable = "partners";
    public const string ParkedTable = "parked";
    public const string PostTable = "post";
    public const string StatisticsTable = "statistics";
    public const string InvoicesTable = "invoices";
    public const string SessionsTable = "sessions";
    public const string AuditTable = "audit";
    public const string LettersTable = "letters";
    public const string PoliciesTable = "policies";
    public const string ScansContainer = "scans";
    public const string MessagesContainer = "messages";
    public const string PartnerQueue = "partner-messages";

    /// <summary>The Functions host moves a message here after too many failures; the host chooses the name.</summary>
    public const string PoisonQueue = PartnerQueue + "-poison";

    /// <summary>How long to wait for a connection: three tries and their pauses take about five seconds.</summary>
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(1.5);

    /// <summary>Connections are renewed regularly, so that we find a storage account that has moved.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // One for the process: all clients share the open connections.
    private static readonly HttpClientTransport Transport = new(new SocketsHttpHandler
    {
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        AllowAutoRedirect = false,
        UseCookies = false,
    });

    private readonly Dictionary<RowTable, TableClient> _tables;
    private readonly Dictionary<BlobContainer, BlobContainerClient> _containers;
    private readonly QueueClient _queue;

    private StorageClients(TableServiceClient tables, BlobServiceClient blobs, QueueServiceClient queues, string prefix)
    {
        _tables = Enum.GetValues<RowTable>().ToDictionary(table => table, table => tables.GetTableClient(prefix + NameOf(table)));
        _containers = Enum.GetValues<BlobContainer>()
            .ToDictionary(container => container, container => blobs.GetBlobContainerClient(prefix + NameOf(container)));
        _queue = queues.GetQueueClient(prefix + PartnerQueue);
        Rows = new TableRows(table => _tables[table]);
        Blobs = new AzureBlobs(container => _containers[container]);
        Queue = new AzureQueue(_queue);
        Defender = new DefenderScanner(container => _containers[container]);
    }

    public IRows Rows { get; }

    public IBlobs Blobs { get; }

    public IMessageQueue Queue { get; }

    /// <summary>What Microsoft Defender for Storage found in the scans, where the account has it.</summary>
    public IFileScanner Defender { get; }

    /// <summary>For Azurite, and for an account that still has keys.</summary>
    public static StorageClients Connect(string connectionString, StorageClientSettings? settings = null)
    {
        settings ??= new StorageClientSettings();
        return new StorageClients(
            new TableServiceClient(connectionString, Patient(new TableClientOptions(), StorageService.Tables, settings)),
            new BlobServiceClient(connectionString, Patient(new BlobClientOptions(), StorageService.Blobs, settings)),
            new QueueServiceClient(connectionString, Patient(new QueueClientOptions(), StorageService.Queues, settings)),
            settings.Prefix);
    }

    /// <summary>For an account without keys: the roles of the service's own identity give it access.</summary>
    public static StorageClients Connect(Uri tables, Uri blobs, Uri queues, TokenCredential credential, StorageClientSettings? settings = null)
    {
        settings ??= new StorageClientSettings();
        return new StorageClients(
            new TableServiceClient(tables, credential, Patient(new TableClientOptions(), StorageService.Tables, settings)),
            new BlobServiceClient(blobs, credential, Patient(new BlobClientOptions(), StorageService.Blobs, settings)),
            new QueueServiceClient(queues, credential, Patient(new QueueClientOptions(), StorageService.Queues, settings)),
            settings.Prefix);
    }

    /// <summary>Creates whatever is missing. Doing it again changes nothing.</summary>
    public async Task EnsureCreatedAsync(CancellationToken cancellation)
    {
        var made = new List<Task>();
        made.AddRange(_tables.Values.Select(table => AzureErrors.CallAsync(() => table.CreateIfNotExistsAsync(cancellation), cancellation)));
        made.AddRange(
            _containers.Values.Select(
                container => AzureErrors.CallAsync(() => container.CreateIfNotExistsAsync(cancellationToken: cancellation), cancellation)));
        made.Add(AzureErrors.CallAsync(() => _queue.CreateIfNotExistsAsync(cancellationToken: cancellation), cancellation));
        await Task.WhenAll(made);
    }

    private static string NameOf(RowTable table) => table switch
    {
        RowTable.Requests => RequestsTable,
        RowTable.Pointers => PointersTable,
        RowTable.Partners => PartnersTable,
        RowTable.Parked => ParkedTable,
        RowTable.Post => PostTable,
        RowTable.Statistics => StatisticsTable,
        RowTable.Invoices => InvoicesTable,
        RowTable.Sessions => SessionsTable,
        RowTable.Audit => AuditTable,
        RowTable.Letters => LettersTable,
        RowTable.Policies => PoliciesTable,
    };

    private static string NameOf(BlobContainer container) => container switch
    {
        BlobContainer.Scans => ScansContainer,
        BlobContainer.Messages => MessagesContainer,
    };

    private static TOptions Patient<TOptions>(TOptions options, StorageService service, StorageClientSettings settings)
        where TOptions : ClientOptions
    {
        options.Transport = Transport;
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = settings.Tries - 1;
        options.Retry.Delay = settings.RetryDelay;
        options.Retry.NetworkTimeout = service is StorageService.Blobs ? settings.TransferTimeout : settings.AnswerTimeout;
        options.AddPolicy(new StorageServicePolicy(service), HttpPipelinePosition.PerCall);
        if (settings.EachRequest is { } policy)
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return options;
    }
}
