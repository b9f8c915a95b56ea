// The one list of the app's settings. A name is section__member, as in the app's options. .NET ignores the case, but the
// Functions host's own parts do not, so the names they read follow the spelling of their documentation.

@export()
@description('Whose access tokens are taken.')
type SignIn = {
  @description('Required. Issuer, exactly as it stands in the tokens.')
  @minLength(9)
  issuer: string

  @description('Required. Audience: the id of this service at the identity provider.')
  @minLength(1)
  audience: string

  @description('Required. Where the issuer publishes its keys.')
  @minLength(9)
  metadataAddress: string

  @description('Optional. The scope that access tokens must have; Entra ID needs it. An issuer that marks its access tokens as at+jwt needs none.')
  scope: string?

  @description('Optional. Whether the API asks for a recent sign-in where money or addresses are moved: always, never, or where the token says when its person signed in.')
  freshSignIn: ('if-stated' | 'always' | 'never')?
}

@export()
@description('How many mails Communication Services takes, in any minute, hour and day. Its own defaults are 30 and 100 for a domain of one\'s own; raise them here when they have been raised there.')
type MailLimits = {
  @description('Required. In a minute.')
  @minValue(1)
  perMinute: int

  @description('Required. In an hour.')
  @minValue(1)
  perHour: int

  @description('Required. In a day.')
  @minValue(1)
  perDay: int
}

@export()
@description('The Library\'s circulation system, Alma. Its API key is the secret alma-api-key, which an officer of the vault puts there.')
type Circulation = {
  @description('Required. Address of the region\'s API gateway, without a path.')
  @minLength(9)
  address: string

  @description('Required. Code of the library in whose name fees are charged.')
  @minLength(1)
  feeOwner: string
}

@export()
@description('The mailbox in which answers to our mails arrive, read over IMAP with TLS. Its password is the secret replies-password, which an officer of the vault puts there.')
type Replies = {
  @description('Required. Name of the mail server.')
  @minLength(3)
  host: string

  @description('Required. Who signs in there.')
  @minLength(1)
  user: string

  @description('Required. The mailbox: an address with at most 20 characters before the @, at which the server delivers what comes to an address with a plus (RFC 5233).')
  @minLength(3)
  mailbox: string

  @description('Required. The name by which the server signs its verdict on a sender (authserv-id, RFC 8601).')
  @minLength(3)
  authServer: string

  @description('Optional. 993 unless given.')
  port: int?

  @description('Optional. INBOX unless given.')
  folder: string?
}

@export()
@description('The CQL indexes of a catalogue, where they are not those of the Bath and Dublin Core sets.')
type CatalogueIndexes = {
  @description('Optional. bath.isbn unless given.')
  isbn: string?

  @description('Optional. bath.issn unless given.')
  issn: string?

  @description('Optional. dc.title unless given.')
  title: string?

  @description('Optional. dc.creator unless given.')
  author: string?
}

@export()
@description('A catalogue that is asked over SRU for holdings: of one library, of several, or our own.')
type Catalogue = {
  @description('Required. A short name, for logs and explanations; no two have the same.')
  @minLength(1)
  name: string

  @description('Required. Address without a query.')
  @minLength(9)
  address: string

  @description('Optional. Version of SRU; 1.1 unless given.')
  version: ('1.1' | '2.0')?

  @description('Optional. Record schema; marcxml unless given.')
  recordSchema: string?

  @description('Optional. CQL indexes that are not the usual ones.')
  indexes: CatalogueIndexes?

  @description('Optional. It is our own: what it has is held here.')
  own: bool?

  @description('Optional. The partners whose holdings it knows, by the code that stands for each in its records; one alone by an empty code. Required where it is not our own.')
  libraries: { *: string }?
}

@export()
@description('When the timers go off: six fields, from seconds to weekday, in UTC. WEBSITE_TIME_ZONE does not work on this plan; Hong Kong is eight hours ahead all year.')
type Schedules = {
  @description('Required. The sweep that repairs what a crash or a lost message left behind.')
  @minLength(11)
  sweep: string

  @description('Required. Mails that wait: for the morning, or for the mail service to take more.')
  @minLength(11)
  reminders: string

  @description('Required. Erasing of personal data and files whose time is over.')
  @minLength(11)
  retention: string
}

@export()
@description('The addresses of the sources of citations and of free copies.')
type Sources = {
  @description('Optional. Crossref: https://api.crossref.org.')
  @maxLength(200)
  crossref: string?

  @description('Optional. The E-utilities of PubMed: https://eutils.ncbi.nlm.nih.gov/entrez/eutils.')
  @maxLength(200)
  pubMed: string?

  @description('Optional. Open Library: https://openlibrary.org.')
  @maxLength(200)
  openLibrary: string?

  @description('Optional. Unpaywall: https://api.unpaywall.org. It needs the contact.')
  @maxLength(200)
  unpaywall: string?

  @description('Optional. OpenAlex: https://api.openalex.org.')
  @maxLength(200)
  openAlex: string?

  @description('Optional. The Directory of Open Access Journals: https://doaj.org.')
  @maxLength(200)
  doaj: string?

  @description('Optional. The id converter of PubMed Central: https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles.')
  @maxLength(200)
  pubMedCentral: string?

  @description('Optional. The mail address that the sources ask for.')
  @maxLength(200)
  contact: string?
}

@export()
@description('A key of the vault that is being changed: its previous one is the secret of the same name with -previous at the end, and serves as well.')
type ChangingKey = 'gateway-key' | 'partner-secrets-key'

@description('Required. Name of the function app.')
@minLength(2)
@maxLength(60)
param appName string

@description('Required. Client id of the identity the app runs as.')
@minLength(36)
@maxLength(36)
param clientId string

@description('Required. Name of the Functions host\'s storage account.')
@minLength(3)
@maxLength(24)
param hostAccountName string

@description('Required. Addresses of the records account.')
param records {
  @description('Required. Files.')
  blobUri: string

  @description('Required. Queues.')
  queueUri: string

  @description('Required. Tables.')
  tableUri: string
}

@description('Required. Name of the Application Insights component.')
@minLength(1)
param insightsName string

@description('Required. Where mails are handed in, and the address they come from.')
param mail {
  @description('Required. Endpoint of Communication Services.')
  endpoint: string

  @description('Required. Sender.')
  sender: string
}

@description('Required. How many mails Communication Services takes: its quota for the domain.')
param mailLimits MailLimits

@description('Required. Whose access tokens are taken.')
param signIn SignIn

@description('Optional. The circulation system; without it patrons have nothing of the Library\'s own, and fees are kept by this service alone.')
param circulation Circulation?

@description('Optional. The mailbox of answers to our mails; without it no mail can be answered to the service.')
param replies Replies?

@description('Optional. The sources of citations and of free copies; one without an address is not asked.')
param sources Sources?

@description('Optional. The catalogues that are asked for holdings; with none any partner may hold an item. Each is asked for every item.')
@maxLength(20)
param catalogues Catalogue[] = []

@description('Optional. Whether a gateway stands before the service and vouches for partners. What it proves itself with is the secret gateway-key, which an officer of the vault puts there.')
param gateway bool = false

@description('Optional. The keys that are being changed.')
@maxLength(2)
param changingKeys ChangingKey[] = []

@description('Optional. Whether Microsoft Defender for Storage looks for malware in the scans. The app waits for its word on each.')
param malwareScanning bool = false

@description('Optional. The origins of portals that may show patrons their requests.')
@maxLength(20)
param portals string[] = []

@description('Required. What links in mails and messages begin with.')
@minLength(9)
param publicAddress string

@description('Required. Address of the vault, with a slash at its end.')
@minLength(1)
param vaultUri string

@description('Required. When the timers go off.')
param schedules Schedules

@description('Required. Name of the task hub.')
@minLength(3)
@maxLength(45)
param taskHubName string

@description('Optional. Name of the Durable Task Scheduler. Empty: orchestrations live in the host\'s storage account.')
@maxLength(64)
param schedulerName string = ''

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' existing = if (!empty(schedulerName)) {
  name: empty(schedulerName) ? 'none' : schedulerName
}

var always = {
  // The host's own storage: locks, timers, and the task hub. The host uses its identity; the account has no keys.
  AzureWebJobsStorage__accountName: hostAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: clientId

  // The records account. "Records" is also the connection of the queue trigger, which reads queueServiceUri, credential
  // and clientId.
  Records__blobServiceUri: records.blobUri
  Records__queueServiceUri: records.queueUri
  Records__tableServiceUri: records.tableUri
  Records__credential: 'managedidentity'
  Records__clientId: clientId

  // Where to report, and as which identity. Local authentication is off there, so the string gives no access.
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'

  // Communication Services, accessed with the same identity.
  Mail__Endpoint: mail.endpoint
  Mail__Sender: mail.sender
  Mail__PerMinute: string(mailLimits.perMinute)
  Mail__PerHour: string(mailLimits.perHour)
  Mail__PerDay: string(mailLimits.perDay)

  // The issuer of the access tokens that the service accepts. The app checks the tokens itself, whatever stands in front of it.
  SignIn__Issuer: signIn.issuer
  SignIn__Audience: signIn.audience
  SignIn__MetadataAddress: signIn.metadataAddress

  SignIn__FreshSignIn: signIn.?freshSignIn ?? 'if-stated'

  // The service's secret for the identity provider, for sign-in to the pages. Staff add it to the vault by hand.
  SignIn__ClientSecret: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/sign-in-secret/)'

  // The start of links in mails and of callback addresses in messages.
  Service__PublicAddress: publicAddress

  // Signs download links. No version in the reference: a new key is picked up within a day, or at the next restart.
  Service__DownloadKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/download-key/)'

  // Encrypts partners' secrets in the records.
  Service__PartnerSecretsKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/partner-secrets-key/)'

  // Six-field cron in UTC.
  Schedules__Sweep: schedules.sweep
  Schedules__Reminders: schedules.reminders
  Schedules__Retention: schedules.retention

  // The largest request body that the app accepts: a scan of 200 MiB in a form, plus the rest of the form. The host's default
  // limit is 100 MB.
  FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '209780736'

  // The first page is the service's own, not the host's.
  AzureWebJobsDisableHomepage: 'true'

  // host.json names the hub as %TASKHUB_NAME%.
  TASKHUB_NAME: taskHubName
}

var withCirculation = circulation == null
  ? {}
  : {
      Circulation__Address: circulation!.address
      Circulation__FeeOwner: circulation!.feeOwner
      Circulation__ApiKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/alma-api-key/)'
    }

var withReplies = replies == null
  ? {}
  : union(
      {
        Replies__Host: replies!.host
        Replies__User: replies!.user
        Replies__Password: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/replies-password/)'
        Replies__Mailbox: replies!.mailbox
        Replies__AuthServer: replies!.authServer
      },
      replies.?port == null ? {} : { Replies__Port: string(replies!.port!) },
      empty(replies.?folder ?? '') ? {} : { Replies__Folder: replies!.folder! }
    )

var withCatalogues = empty(catalogues) ? {} : { Catalogues: string(catalogues) }

var withGateway = gateway
  ? { Service__GatewayKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/gateway-key/)' }
  : {}

var withPreviousKeys = union(
  contains(changingKeys, 'gateway-key')
    ? { Service__GatewayKeyPrevious: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/gateway-key-previous/)' }
    : {},
  contains(changingKeys, 'partner-secrets-key')
    ? {
        Service__PartnerSecretsKeyPrevious: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/partner-secrets-key-previous/)'
      }
    : {}
)

var withMalwareScanning = malwareScanning ? { Service__MalwareScanning: 'true' } : {}

var withPortals = empty(portals) ? {} : { Service__Portals: join(portals, ' ') }

var withScope = empty(signIn.?scope ?? '') ? {} : { SignIn__Scope: signIn.scope! }

var withSources = union(
  empty(sources.?crossref ?? '') ? {} : { Sources__Crossref: sources!.crossref! },
  empty(sources.?pubMed ?? '') ? {} : { Sources__PubMed: sources!.pubMed! },
  empty(sources.?openLibrary ?? '') ? {} : { Sources__OpenLibrary: sources!.openLibrary! },
  empty(sources.?unpaywall ?? '') ? {} : { Sources__Unpaywall: sources!.unpaywall! },
  empty(sources.?openAlex ?? '') ? {} : { Sources__OpenAlex: sources!.openAlex! },
  empty(sources.?doaj ?? '') ? {} : { Sources__Doaj: sources!.doaj! },
  empty(sources.?pubMedCentral ?? '') ? {} : { Sources__PubMedCentral: sources!.pubMedCentral! },
  empty(sources.?contact ?? '') ? {} : { Sources__Contact: sources!.contact! }
)

var withScheduler = empty(schedulerName)
  ? {}
  : {
      // The scheduler's address and the identity; it holds no key.
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler!.properties.endpoint};Authentication=ManagedIdentity;ClientID=${clientId}'

      // These two replace host.json's settings of the storage provider.
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
    }

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    always,
    withCirculation,
    withCatalogues,
    withGateway,
    withMalwareScanning,
    withPortals,
    withPreviousKeys,
    withReplies,
    withScope,
    withSources,
    withScheduler
  )
}
