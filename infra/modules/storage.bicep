// One storage account without keys: every caller needs an identity with a role.

import { roleIds, RoleName } from 'roles.bicep'

@export()
@description('How many copies there are, and where.')
type Redundancy = 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS'

@description('A container for files.')
type Container = {
  @description('Required. Its name.')
  @minLength(3)
  @maxLength(63)
  name: string

  @description('Optional. Files are deleted this many days after they were written. Left out, they stay.')
  @minValue(1)
  @maxValue(365)
  keptDays: int?
}

@description('Required. Name of the account.')
@minLength(3)
@maxLength(24)
param name string

@description('Required. Region.')
@minLength(1)
param location string

@description('Optional. Tags.')
param tags { *: string } = {}

@description('Required. Redundancy of the account.')
param redundancy Redundancy

@description('Optional. Containers to make.')
@maxLength(20)
param containers Container[] = []

@description('Optional. Queues to make.')
@maxLength(20)
param queues string[] = []

@description('Optional. Tables to make.')
@maxLength(20)
param tables string[] = []

@description('Required. Days a deleted file or container can be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int

@description('Required. Name of the identity that works with the account.')
@minLength(3)
@maxLength(128)
param identityName string

@description('Required. What that identity may do here.')
@minLength(1)
param roles RoleName[]

@description('Required. Log Analytics workspace for metrics and deletions.')
@minLength(1)
param workspaceId string

@description('Optional. Has Microsoft Defender for Storage look for malware in every file that is written.')
param malwareScanning bool = false

@description('Optional. Most gigabytes looked at in a month, so that a flood of files costs no more. A file beyond it waits for staff.')
@minValue(10)
param malwareScanningCapGb int = 500

@description('Optional. Closes the account to every network; then it is reached by private addresses only.')
param closed bool = false

@description('Optional. Puts a lock on the account, so that nobody deletes it in passing.')
param locked bool = false

var expiring = filter(containers, container => contains(container, 'keptDays'))

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    // Open to the network unless closed, and to no caller without a role either way. A Flex Consumption app outside a virtual
    // network has no address of its own to allow, and the "Azure services" exception would allow other customers' services.
    publicNetworkAccess: closed ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: closed ? 'Deny' : 'Allow'
      bypass: 'None'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    // Off: scans and messages are written once and never changed, so versions protect nothing that soft delete does not, and
    // would keep copyright material after its window; the host rewrites its lease blobs all day.
    isVersioningEnabled: false
  }

  resource made 'containers' = [
    for container in containers: {
      name: container.name
      properties: { publicAccess: 'None' }
    }
  ]
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: account
  name: 'default'

  resource made 'queues' = [
    for queue in queues: {
      name: queue
    }
  ]
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'

  resource made 'tables' = [
    for table in tables: {
      name: table
    }
  ]
}

// Only a fallback: the service deletes its own files long before this.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = if (!empty(expiring)) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        for container in expiring: {
          name: 'delete-${container.name}'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${container.name}/']
            }
            actions: {
              baseBlob: {
                delete: { daysAfterModificationGreaterThan: container.keptDays! }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource given 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(account.id, identity.id, roleIds[role])
    scope: account
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[role])
    }
  }
]

resource defender 'Microsoft.Security/defenderForStorageSettings@2025-01-01' = if (malwareScanning) {
  name: 'current'
  scope: account
  properties: {
    isEnabled: true
    // This account's own choice holds, whatever the subscription has.
    overrideSubscriptionLevelSettings: true
    malwareScanning: {
      onUpload: {
        isEnabled: true
        capGBPerMonth: malwareScanningCapGb
      }
    }
    sensitiveDataDiscovery: { isEnabled: false }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Tables have no undo. Take this lock off only to retire the service.'
  }
}

// The log of deletions is worth its cost; a log of every read and write is not.
resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageDelete', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

resource queueDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: queueService
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

resource tableDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: tableService
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

@description('Id of the account.')
output id string = account.id

@description('Name of the account.')
output name string = account.name

@description('Where its files are.')
output blobUri string = account.properties.primaryEndpoints.blob

@description('Where its queues are.')
output queueUri string = account.properties.primaryEndpoints.queue

@description('Where its tables are.')
output tableUri string = account.properties.primaryEndpoints.table
