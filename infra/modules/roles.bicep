// The built-in roles that we assign, by name; no other file contains a role id.

@export()
@description('A built-in role, by the name Azure shows.')
type RoleName =
  | 'Communication and Email Service Owner'
  | 'Durable Task Data Contributor'
  | 'Key Vault Secrets Officer'
  | 'Key Vault Secrets User'
  | 'Monitoring Metrics Publisher'
  | 'Storage Blob Data Contributor'
  | 'Storage Blob Data Owner'
  | 'Storage Queue Data Contributor'
  | 'Storage Table Data Contributor'

@export()
@description('The id of each role; the same in every tenant.')
var roleIds = {
  // No built-in role is for sending only, so sending by identity needs this one. It is assigned on the one Communication Services
  // resource, whose keys are switched off, so that the role's other read rights give no access.
  'Communication and Email Service Owner': '09976791-48a7-449e-bb21-39d1a415f350'
  'Durable Task Data Contributor': '0ad04412-c4d5-4796-b79c-f76d14c8d402'
  'Key Vault Secrets Officer': 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
  'Key Vault Secrets User': '4633458b-17de-408a-b874-0445c86b69e6'
  'Monitoring Metrics Publisher': '3913510d-42f4-4e42-8a64-420c390055eb'
  'Storage Blob Data Contributor': 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  // The Functions host keeps its locks as blob leases and asks for the owner's role.
  'Storage Blob Data Owner': 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  'Storage Queue Data Contributor': '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}
