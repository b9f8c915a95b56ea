using 'main.bicep'

// An environment for tests: small, cheap, and safe to delete.
param environment = 'dev'
param tags = { service: 'hkall', environment: 'dev' }

param signIn = {
  issuer: 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0'
  audience: 'api://hkall-dev'
  metadataAddress: 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0/.well-known/openid-configuration'
  scope: 'Requests.Use'
}

param mail = { dataLocation: 'Asia Pacific' }

param scale = {
  instanceMemoryMB: 2048
  maximumInstances: 5
}

param recordsRedundancy = 'Standard_LRS'
param hostRedundancy = 'Standard_LRS'
param protectRecords = false
param vaultSoftDeleteDays = 7
param logRetentionDays = 30
param logDailyCapGb = 1
param alertRecipients = ['hkall-dev@library.example']
