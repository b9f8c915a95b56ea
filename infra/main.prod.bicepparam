using 'main.bicep'

// The production environment.
param environment = 'prod'
param tags = { service: 'hkall', environment: 'prod' }

param signIn = {
  issuer: 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0'
  audience: 'api://hkall'
  metadataAddress: 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0/.well-known/openid-configuration'
  scope: 'Requests.Use'
}

// The runbook says how to prove the domain. Set domainVerified: true once Azure shows the domain as verified.
param mail = {
  dataLocation: 'Asia Pacific'
  domain: 'mail.library.example'
  senderName: 'hkall'
}

param scale = {
  instanceMemoryMB: 2048
  maximumInstances: 40
}

// Three zones of one region, so that patrons' data stays in it.
param recordsRedundancy = 'Standard_ZRS'
param hostRedundancy = 'Standard_ZRS'
param alertRecipients = ['hkall-operations@library.example']
param budget = {
  amount: 2000
  startsOn: '2026-12-01'
}
