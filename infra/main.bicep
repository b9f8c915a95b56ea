// Everything the service needs, from an empty resource group.

import { AlertLimits } from 'modules/alerts.bicep'
import { Scale } from 'modules/app.bicep'
import { MailSettings } from 'modules/mail.bicep'
import { Network } from 'modules/network.bicep'
import { SchedulerSettings } from 'modules/scheduler.bicep'
import { Catalogue, ChangingKey, MailLimits, Circulation, Replies, Schedules, SignIn, Sources } from 'modules/settings.bicep'
import { Redundancy } from 'modules/storage.bicep'

targetScope = 'resourceGroup'

@description('What may be spent in a month before somebody is told. It stops nothing.')
type Budget = {
  @description('Required. Amount in the currency of the subscription.')
  @minValue(1)
  amount: int

  @description('Required. First day of the month of the first deployment, as 2026-12-01. Azure refuses to change it later.')
  @minLength(10)
  @maxLength(10)
  startsOn: string
}

@description('Required. Which of the library\'s environments this is; part of every name.')
param environment 'dev' | 'prod'

@description('Optional. Region of everything that has one; the resource group\'s unless given.')
@minLength(1)
param location string = resourceGroup().location

@description('Optional. What every name begins with.')
@minLength(2)
@maxLength(6)
param prefix string = 'hkall'

@description('Optional. Tags on every resource.')
param tags { *: string } = {}

@description('Required. Whose access tokens are taken.')
param signIn SignIn

@description('Optional. The Library\'s circulation system; not connected unless given.')
param circulation Circulation?

@description('Optional. The mailbox in which answers to our mails arrive; nobody reads them unless given.')
param replies Replies?

@description('Optional. The catalogues that are asked over SRU for holdings; with none any partner may hold an item.')
@maxLength(20)
param catalogues Catalogue[] = []

@description('Optional. The sources of citations and of free copies, such as https://api.crossref.org; one without an address is not asked.')
param sources Sources?

@description('Optional. Whether a gateway stands before the service and vouches for partners by the secret gateway-key of the vault.')
param gateway bool = false

@description('Optional. The keys of the vault that are being changed: each one\'s previous key, such as gateway-key-previous, serves as well.')
@maxLength(2)
param changingKeys ChangingKey[] = []

@description('Optional. Has Microsoft Defender for Storage look for malware in the scans; no scan is given out before it is found clean. It is charged by the gigabyte.')
param malwareScanning bool = false

@description('Optional. The origins of portals that may show patrons their requests, such as https://portal.library.example.')
@maxLength(20)
param portals string[] = []

@description('Optional. What links in mails and messages begin with, without a slash at the end; the app\'s own address unless given.')
@maxLength(200)
param publicAddress string = ''

@description('Required. Who the mail is from.')
param mail MailSettings

@description('Optional. How many mails Communication Services takes: what it allows a domain of one\'s own unless it was asked for more.')
param mailLimits MailLimits = {
  perMinute: 30
  perHour: 100
  perDay: 2400
}

@description('Optional. When the timers go off, in UTC.')
param schedules Schedules = {
  sweep: '0 */5 * * * *'
  // A mail held until 08:00 in Hong Kong is sent within five minutes. Between two sweeps, so that not all timers go off at once.
  reminders: '30 2-59/5 * * * *'
  // 02:30 in Hong Kong.
  retention: '0 30 18 * * *'
}

@description('Required. How large and how many the app\'s instances may be.')
param scale Scale

@description('Required. Redundancy of the records account: requests, scans and messages.')
param recordsRedundancy Redundancy

@description('Required. Redundancy of the host\'s account: it can be rebuilt from the records.')
param hostRedundancy Redundancy

@description('Optional. Days a deleted file can be brought back. Short, because a discarded scan should soon be gone.')
@minValue(1)
@maxValue(30)
param softDeleteDays int = 7

@description('Optional. Locks the records account against deletion.')
param protectRecords bool = true

@description('Optional. Days a deleted secret or vault can be brought back. Cannot be changed later.')
@minValue(7)
@maxValue(90)
param vaultSoftDeleteDays int = 90

@description('Optional. Object id of the group of staff who change partners\' secrets.')
@maxLength(36)
param vaultOfficersGroupId string = ''

@description('Optional. Days logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Optional. GB of logs taken in a day; -1: no ceiling.')
@minValue(-1)
@maxValue(100)
param logDailyCapGb int = -1

@description('Required. Mail addresses of those who are told when something is wrong.')
@minLength(1)
@maxLength(10)
param alertRecipients string[]

@description('Optional. When they are told.')
param alertLimits AlertLimits = {}

@description('Optional. What may be spent in a month before they are told.')
param budget Budget?

@description('Optional. A network of the app\'s own: the accounts and the vault are closed to every other. None unless given.')
param network Network?

@description('Optional. Name of the task hub. Another name starts with an empty one, which the sweep fills again.')
@minLength(3)
@maxLength(45)
param taskHubName string = 'hkall${environment}'

@description('Optional. Runs orchestrations on a Durable Task Scheduler. Left out, they live in the host\'s storage account.')
param scheduler SchedulerSettings?

var stem = '${prefix}-${environment}'
var unique = uniqueString(resourceGroup().id)
var appName = '${stem}-${unique}'
var insightsName = '${stem}-insights'
var schedulerName = '${stem}-scheduler'
var packageContainer = 'releases'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${stem}-identity'
  location: location
  tags: tags
}

// Another identity than the one the service runs as: the service cannot rewrite its own package by its own identity.
resource publisher 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${stem}-publisher'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: stem
    insightsName: insightsName
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
    identityName: identity.name
    roles: ['Monitoring Metrics Publisher']
  }
}

module host 'modules/storage.bicep' = {
  name: 'host-storage'
  params: {
    name: take('${prefix}${environment}host${unique}', 24)
    location: location
    tags: tags
    redundancy: hostRedundancy
    softDeleteDays: softDeleteDays
    identityName: identity.name
    roles: ['Storage Blob Data Owner', 'Storage Queue Data Contributor', 'Storage Table Data Contributor']
    closed: network != null
    workspaceId: monitoring.outputs.workspaceId
  }
}

// An account of its own, because the host needs the owner's role on all of its account.
module packages 'modules/storage.bicep' = {
  name: 'package-storage'
  params: {
    name: take('${prefix}${environment}pkg${unique}', 24)
    location: location
    tags: tags
    redundancy: hostRedundancy
    containers: [{ name: packageContainer }]
    softDeleteDays: softDeleteDays
    identityName: publisher.name
    roles: ['Storage Blob Data Contributor']
    closed: network != null
    workspaceId: monitoring.outputs.workspaceId
  }
}

// A separate account from the host's: the task hub can be deleted and rebuilt, these rows cannot.
module records 'modules/storage.bicep' = {
  name: 'records-storage'
  params: {
    name: take('${prefix}${environment}rec${unique}', 24)
    location: location
    tags: tags
    redundancy: recordsRedundancy
    containers: [
      // A download window is 14 days, and staff look at a parked message within days; 30 days is longer than both.
      { name: 'scans', keptDays: 30 }
      { name: 'messages', keptDays: 30 }
    ]
    queues: [
      'partner-messages'
      // The host moves messages here after five failures; the queue must exist for the trigger that parks them.
      'partner-messages-poison'
    ]
    tables: [
      'requests'
      'pointers'
      'partners'
      'parked'
      'post'
      'statistics'
      'invoices'
      'sessions'
      'audit'
      'letters'
      'policies'
    ]
    softDeleteDays: softDeleteDays
    identityName: identity.name
    // What Defender found is in the files' index tags, which of the built-in roles only the owner's reads.
    roles: [
      malwareScanning ? 'Storage Blob Data Owner' : 'Storage Blob Data Contributor'
      'Storage Queue Data Contributor'
      'Storage Table Data Contributor'
    ]
    malwareScanning: malwareScanning
    closed: network != null
    workspaceId: monitoring.outputs.workspaceId
    locked: protectRecords
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: take('${stem}-${unique}', 24)
    location: location
    tags: tags
    softDeleteDays: vaultSoftDeleteDays
    identityName: identity.name
    roles: ['Key Vault Secrets User']
    vaultOfficersGroupId: vaultOfficersGroupId
    closed: network != null
    workspaceId: monitoring.outputs.workspaceId
  }
}

module post 'modules/mail.bicep' = {
  name: 'mail'
  params: {
    name: '${stem}-${unique}'
    tags: tags
    settings: mail
    identityName: identity.name
    roles: ['Communication and Email Service Owner']
    workspaceId: monitoring.outputs.workspaceId
  }
}

module durable 'modules/scheduler.bicep' = if (scheduler != null) {
  name: 'scheduler'
  params: {
    name: schedulerName
    location: location
    tags: tags
    settings: scheduler!
    taskHubName: taskHubName
    identityName: identity.name
    roles: ['Durable Task Data Contributor']
  }
}

module net 'modules/network.bicep' = if (network != null) {
  name: 'network'
  params: {
    name: '${stem}-network'
    location: location
    tags: tags
    network: network!
    targets: [
      { name: '${stem}-host-blob', id: host.outputs.id, part: 'blob' }
      { name: '${stem}-host-queue', id: host.outputs.id, part: 'queue' }
      { name: '${stem}-host-table', id: host.outputs.id, part: 'table' }
      { name: '${stem}-packages-blob', id: packages.outputs.id, part: 'blob' }
      { name: '${stem}-records-blob', id: records.outputs.id, part: 'blob' }
      { name: '${stem}-records-queue', id: records.outputs.id, part: 'queue' }
      { name: '${stem}-records-table', id: records.outputs.id, part: 'table' }
      { name: '${stem}-vault', id: vault.outputs.id, part: 'vault' }
    ]
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: appName
    location: location
    tags: tags
    identityId: identity.id
    publisherId: publisher.id
    subnetId: network == null ? null : net!.outputs.appSubnetId
    packageContainerUri: '${packages.outputs.blobUri}${packageContainer}'
    scale: scale
    workspaceId: monitoring.outputs.workspaceId
  }
}

var servedAt = empty(publicAddress) ? 'https://${app.outputs.hostName}' : publicAddress

module settings 'modules/settings.bicep' = {
  name: 'settings'
  params: {
    appName: appName
    clientId: identity.properties.clientId
    hostAccountName: host.outputs.name
    records: {
      blobUri: records.outputs.blobUri
      queueUri: records.outputs.queueUri
      tableUri: records.outputs.tableUri
    }
    insightsName: insightsName
    mail: {
      endpoint: post.outputs.endpoint
      sender: post.outputs.sender
    }
    mailLimits: mailLimits
    signIn: signIn
    circulation: circulation
    replies: replies
    catalogues: catalogues
    sources: sources
    gateway: gateway
    changingKeys: changingKeys
    malwareScanning: malwareScanning
    portals: portals
    publicAddress: servedAt
    vaultUri: vault.outputs.uri
    schedules: schedules
    taskHubName: taskHubName
    schedulerName: scheduler == null ? '' : schedulerName
  }
  // Bicep cannot infer this from the name: the settings read the scheduler's address.
  dependsOn: [durable]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: stem
    location: location
    tags: tags
    recipients: alertRecipients
    limits: alertLimits
    appPrincipalId: identity.properties.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

resource spending 'Microsoft.Consumption/budgets@2024-08-01' = if (budget != null) {
  name: '${stem}-budget'
  properties: {
    category: 'Cost'
    amount: budget!.amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: budget!.startsOn }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        thresholdType: 'Actual'
        threshold: 80
        contactEmails: alertRecipients
      }
      foreseen: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        thresholdType: 'Forecasted'
        threshold: 100
        contactEmails: alertRecipients
      }
    }
  }
}

@description('Name of the function app: what the package is published to.')
output appName string = app.outputs.name

@description('Where the service is reached.')
output publicAddress string = servedAt

@description('Name of the account that holds the records.')
output recordsAccountName string = records.outputs.name

@description('Name of the vault.')
output vaultName string = vault.outputs.name

@description('The address mails come from.')
output mailSender string = post.outputs.sender
