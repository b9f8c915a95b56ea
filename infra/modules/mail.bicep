// Mail: Communication Services with a domain to send from.

import { roleIds, RoleName } from 'roles.bicep'

@export()
@description('Who the mail is from.')
type MailSettings = {
  @description('Required. Where mail is processed and stored at rest; cannot be changed later.')
  dataLocation: 'Asia Pacific' | 'Australia' | 'Europe' | 'Japan' | 'Korea' | 'UK' | 'United States'

  @description('Optional. The library\'s own domain. Left out, mail comes from a domain Azure makes up, at 10 mails an hour.')
  @minLength(4)
  @maxLength(253)
  domain: string?

  @description('Optional. Say true once the domain\'s DNS records are in place and Azure shows it as verified; until then the made-up domain is used.')
  domainVerified: bool?

  @description('Optional. The part before the @ of the own domain; "library" unless given.')
  @minLength(1)
  @maxLength(64)
  senderName: string?
}

@description('Required. Stem of the names.')
@minLength(3)
@maxLength(50)
param name string

@description('Optional. Tags.')
param tags { *: string } = {}

@description('Required. Who the mail is from.')
param settings MailSettings

@description('Required. Name of the identity that sends.')
@minLength(3)
@maxLength(128)
param identityName string

@description('Required. What that identity may do here.')
@minLength(1)
param roles RoleName[]

@description('Required. Log Analytics workspace.')
@minLength(1)
param workspaceId string

// Communication Services has no region; only its data does.
var everywhere = 'global'
var domain = settings.?domain ?? ''
var usesOwnDomain = !empty(domain) && (settings.?domainVerified ?? false)
var senderName = settings.?senderName ?? 'library'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource email 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: '${name}-email'
  location: everywhere
  tags: tags
  properties: { dataLocation: settings.dataLocation }
}

// This domain always exists and is free, so mail works on the first day, before anyone changes the DNS.
resource managedDomain 'Microsoft.Communication/emailServices/domains@2025-09-01' = {
  parent: email
  name: 'AzureManagedDomain'
  location: everywhere
  tags: tags
  properties: {
    domainManagement: 'AzureManaged'
    // Which mails and links a patron opens is private.
    userEngagementTracking: 'Disabled'
  }
}

resource ownDomain 'Microsoft.Communication/emailServices/domains@2025-09-01' = if (!empty(domain)) {
  parent: email
  name: empty(domain) ? 'none.invalid' : domain
  location: everywhere
  tags: tags
  properties: {
    domainManagement: 'CustomerManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2025-09-01' = if (usesOwnDomain) {
  parent: ownDomain
  name: senderName
  properties: {
    username: senderName
    displayName: 'Library'
  }
}

resource communication 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: name
  location: everywhere
  tags: tags
  properties: {
    dataLocation: settings.dataLocation
    disableLocalAuth: true
    // An unverified domain cannot be linked: the deployment would fail.
    linkedDomains: [usesOwnDomain ? ownDomain.id : managedDomain.id]
  }
}

resource given 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(communication.id, identity.id, roleIds[role])
    scope: communication
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds[role])
    }
  }
]

// The send log counts mails and sizes. The delivery log names recipients and is left off.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: communication
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'EmailSendMailOperational', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Where mails are handed in.')
output endpoint string = 'https://${communication.properties.hostName}'

@description('The address mails come from.')
output sender string = usesOwnDomain
  ? '${senderName}@${domain}'
  : 'DoNotReply@${managedDomain.properties.fromSenderDomain}'
