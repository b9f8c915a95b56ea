// The destination of logs, traces and metrics.

import { roleIds, RoleName } from 'roles.bicep'

@description('Required. Stem of the names.')
@minLength(3)
@maxLength(50)
param name string

@description('Required. Name of the Application Insights component.')
@minLength(1)
@maxLength(260)
param insightsName string

@description('Required. Region.')
@minLength(1)
param location string

@description('Optional. Tags.')
param tags { *: string } = {}

@description('Required. Days logs are kept. They hold no personal data, but nobody needs them for ever.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('Required. GB taken in a day; what is above is dropped. -1: no ceiling.')
@minValue(-1)
@maxValue(100)
param dailyCapGb int

@description('Required. Name of the identity that reports.')
@minLength(3)
@maxLength(128)
param identityName string

@description('Required. What that identity may do here.')
@minLength(1)
param roles RoleName[]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: '${name}-logs'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // With this off, the connection string only says where to report to; it gives no access.
    DisableLocalAuth: true
  }
}

resource given 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(insights.id, identity.id, roleIds[role])
    scope: insights
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[role])
    }
  }
]

@description('Id of the workspace.')
output workspaceId string = workspace.id
