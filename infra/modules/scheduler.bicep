// The managed backend for orchestrations. Without it they live in the host's storage account.

import { roleIds, RoleName } from 'roles.bicep'

@export()
@description('The Durable Task Scheduler to use.')
type SchedulerSettings = {
  @description('Required. Consumption: paid by action. Dedicated: one capacity unit, paid by the hour.')
  sku: 'Consumption' | 'Dedicated'

  @description('Required. Address ranges that may reach it; an empty list would refuse everybody. Roles decide who of them may do anything.')
  @minLength(1)
  @maxLength(50)
  allowedAddresses: string[]
}

@description('Required. Name of the scheduler.')
@minLength(3)
@maxLength(64)
param name string

@description('Required. Region.')
@minLength(1)
param location string

@description('Optional. Tags.')
param tags { *: string } = {}

@description('Required. Kind of scheduler and who may reach it.')
param settings SchedulerSettings

@description('Required. Name of the task hub.')
@minLength(3)
@maxLength(45)
param taskHubName string

@description('Required. Name of the identity that schedules and works.')
@minLength(3)
@maxLength(128)
param identityName string

@description('Required. What that identity may do here.')
@minLength(1)
param roles RoleName[]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: settings.sku == 'Dedicated' ? { name: 'Dedicated', capacity: 1 } : { name: 'Consumption' }
    ipAllowlist: settings.allowedAddresses
  }
}

resource taskHub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: taskHubName
}

resource given 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(scheduler.id, identity.id, roleIds[role])
    scope: scheduler
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[role])
    }
  }
]
