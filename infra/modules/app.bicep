// The function app on a Flex Consumption plan: no instance runs while there is no work.

@export()
@description('How large and how many.')
type Scale = {
  @description('Required. Memory of an instance in MB.')
  instanceMemoryMB: 512 | 2048 | 4096

  @description('Required. The most instances at once; a ceiling for the bill.')
  @minValue(1)
  @maxValue(1000)
  maximumInstances: int
}

@description('Required. Name of the function app.')
@minLength(2)
@maxLength(60)
param name string

@description('Required. Region.')
@minLength(1)
param location string

@description('Optional. Tags.')
param tags { *: string } = {}

@description('Required. Id of the identity the app runs as.')
@minLength(1)
param identityId string

@description('Required. Id of the identity that fetches the published package, and does nothing else.')
@minLength(1)
param publisherId string

@description('Optional. Id of the subnet that the app calls from; none unless given.')
param subnetId string?

@description('Required. Address of the container that holds the published package.')
@minLength(1)
param packageContainerUri string

@description('Required. How large and how many.')
param scale Scale

@description('Required. Log Analytics workspace.')
@minLength(1)
param workspaceId string

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
      '${publisherId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: subnetId
    // The app reads Key Vault references as this identity; the default is a system identity, which this app does not have.
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: publisherId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: scale.instanceMemoryMB
        maximumInstanceCount: scale.maximumInstances
      }
    }
  }

  // Publishing uses Entra sign-in, never a password.
  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noScmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Name of the function app.')
output name string = app.name

@description('Host name Azure gave it.')
output hostName string = app.properties.defaultHostName
