// A network of the app's own, and private addresses in it for the accounts and the vault.

@export()
@description('The network. Its ranges must be free where it is joined to others.')
type Network = {
  @description('Required. Range of the network, such as 10.20.0.0/24.')
  @minLength(9)
  addresses: string

  @description('Required. Range of the app\'s subnet, at least a /27: each instance takes an address.')
  @minLength(9)
  app: string

  @description('Required. Range of the subnet of private addresses, at least a /28.')
  @minLength(9)
  endpoints: string
}

@description('What gets a private address.')
type Target = {
  @description('Required. Name of the endpoint.')
  @minLength(1)
  name: string

  @description('Required. Id of the account or vault.')
  @minLength(1)
  id: string

  @description('Required. The part of it.')
  part: 'blob' | 'queue' | 'table' | 'vault'
}

@description('Required. Name of the network.')
@minLength(3)
@maxLength(60)
param name string

@description('Required. Region.')
@minLength(1)
param location string

@description('Optional. Tags.')
param tags { *: string } = {}

@description('Required. The network.')
param network Network

@description('Required. What gets a private address.')
@maxLength(20)
param targets Target[]

var zones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  vault: 'privatelink.vaultcore.azure.net'
}

resource whole 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [network.addresses] }
  }

  resource apps 'subnets' = {
    name: 'app'
    properties: {
      addressPrefix: network.app
      delegations: [
        {
          name: 'flex-consumption'
          properties: { serviceName: 'Microsoft.App/environments' }
        }
      ]
    }
  }

  resource private 'subnets' = {
    name: 'endpoints'
    properties: { addressPrefix: network.endpoints }
    // Azure changes one subnet of a network at a time.
    dependsOn: [apps]
  }
}

resource names 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in items(zones): {
    name: zone.value
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, i) in items(zones): {
    parent: names[i]
    name: name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: whole.id }
    }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-07-01' = [
  for target in targets: {
    name: target.name
    location: location
    tags: tags
    properties: {
      subnet: { id: whole::private.id }
      privateLinkServiceConnections: [
        {
          name: target.name
          properties: {
            // It is an id of another module, within a parameter, where the linter does not look for one.
            #disable-next-line use-resource-id-functions
            privateLinkServiceId: target.id
            groupIds: [target.part]
          }
        }
      ]
    }
  }
]

resource entries 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [
  for (target, i) in targets: {
    parent: endpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: target.part
          properties: { privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', zones[target.part]) }
        }
      ]
    }
    dependsOn: [names]
  }
]

@description('Id of the app\'s subnet.')
output appSubnetId string = whole::apps.id
