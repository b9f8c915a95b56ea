// The vault: the app's own keys and secrets. Those of partner libraries are in the records, encrypted under a key that is here.

import { roleIds, RoleName } from 'roles.bicep'

@description('Required. Name of the vault.')
@minLength(3)
@maxLength(24)
param name string

@description('Required. Region.')
@minLength(1)
param location string

@description('Optional. Tags.')
param tags { *: string } = {}

@description('Required. Days a deleted vault or secret can be brought back. Cannot be changed later.')
@minValue(7)
@maxValue(90)
param softDeleteDays int

@description('Required. Name of the identity that reads secrets.')
@minLength(3)
@maxLength(128)
param identityName string

@description('Required. What that identity may do here.')
@minLength(1)
param roles RoleName[]

@description('Optional. Object id of the group of staff who change secrets. Empty: nobody by this template.')
@maxLength(36)
param vaultOfficersGroupId string = ''

@description('Optional. Closes the vault to every network; then it is reached by private addresses only.')
param closed bool = false

@description('Required. Log Analytics workspace for the audit log.')
@minLength(1)
param workspaceId string

@description('Optional. The key that signs download links, as base64. It is written only where there is none yet; 64 random hexadecimal digits unless given.')
@secure()
@minLength(43)
param downloadKey string = base64(replace('${newGuid()}${newGuid()}', '-', ''))

@description('Optional. The key that encrypts partners\' secrets in the records, as base64. It is written only where there is none yet; 64 random hexadecimal digits unless given.')
@secure()
@minLength(43)
param partnerSecretsKey string = base64(replace('${newGuid()}${newGuid()}', '-', ''))

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: softDeleteDays
    enablePurgeProtection: true
    // Open to the network for the same reason as the storage accounts; roles decide who can read.
    publicNetworkAccess: closed ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: closed ? 'Deny' : 'Allow'
      bypass: 'None'
    }
  }
}

// A later deployment must not create a new key: the links in mails already sent would stop working.
@onlyIfNotExists()
resource key 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: 'download-key'
  properties: {
    contentType: 'base64; signs download links'
    value: downloadKey
  }
}

// A new key would leave every partner's secrets unreadable: the runbook says how it is changed.
@onlyIfNotExists()
resource encryption 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: 'partner-secrets-key'
  properties: {
    contentType: 'base64; encrypts partners\' secrets in the records'
    value: partnerSecretsKey
  }
}

resource given 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(vault.id, identity.id, roleIds[role])
    scope: vault
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[role])
    }
  }
]

resource officers 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(vaultOfficersGroupId)) {
  name: guid(vault.id, vaultOfficersGroupId, roleIds['Key Vault Secrets Officer'])
  scope: vault
  properties: {
    principalId: vaultOfficersGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roleIds['Key Vault Secrets Officer']
    )
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    // Into the vault's own table, which an alert reads.
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

@description('Id of the vault.')
output id string = vault.id

@description('Name of the vault.')
output name string = vault.name

@description('Address of the vault, with a slash at its end.')
output uri string = vault.properties.vaultUri
