// What staff must look at, and who receives the alerts.

@export()
@description('When somebody is told.')
type AlertLimits = {
  @description('Optional. More parked partner messages than this; 0 unless given: each is a library waiting for an answer.')
  @minValue(0)
  parkedMessages: int?

  @description('Optional. More requests than this brought back by the sweep within an hour; 5 unless given. A few are a restart, many are a broken waker.')
  @minValue(0)
  sweepRepairs: int?

  @description('Optional. More mails than this waiting to be sent; 100 unless given: an hour\'s worth of the usual quota.')
  @minValue(0)
  mailBacklog: int?

  @description('Optional. More calls than this refused with 401 or 403 in a quarter of an hour; 300 unless given. Some are tabs left open overnight.')
  @minValue(0)
  refusedCallers: int?

  @description('Optional. More messages of libraries than this refused for their signature in a quarter of an hour; 20 unless given.')
  @minValue(0)
  refusedSignatures: int?

  @description('Optional. More sign-ins to the pages than this that failed in a quarter of an hour; 20 unless given.')
  @minValue(0)
  failedSignIns: int?

  @description('Optional. More calls than this refused with 429 in a quarter of an hour; 100 unless given.')
  @minValue(0)
  throttledCallers: int?
}

@description('Required. Stem of the names.')
@minLength(3)
@maxLength(50)
param name string

@description('Required. Region.')
@minLength(1)
param location string

@description('Optional. Tags.')
param tags { *: string } = {}

@description('Required. Mail addresses of those who are told.')
@minLength(1)
@maxLength(10)
param recipients string[]

@description('Optional. When they are told.')
param limits AlertLimits = {}

@description('Required. Object id of the identity the app runs as, whose reading of secrets is no news.')
@minLength(36)
@maxLength(36)
param appPrincipalId string

@description('Required. Log Analytics workspace that holds the metrics and logs.')
@minLength(1)
param workspaceId string

// The service's own metrics, by the names it reports them under:
//   hkall.parked.messages  gauge, the number of parked partner messages
//   hkall.sweep.repairs    counter, requests that only the sweep found due
//   hkall.sweep.runs       counter, one for each finished sweep
//   hkall.jobs.age         gauge, seconds since each job last ended, by job
//   hkall.mail.backlog     gauge, the number of mails that are due and not sent
var rules = [
  {
    name: 'parked-messages'
    query: 'AppMetrics | where Name == "hkall.parked.messages" | project TimeGenerated, Value = Max'
    says: 'Partner messages are parked: nobody could use them, and a library may be waiting. See "Replay parked messages" in the runbook.'
    severity: 2
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: limits.?parkedMessages ?? 0
    window: 'PT15M'
  }
  {
    name: 'sweep-repairs'
    query: 'AppMetrics | where Name == "hkall.sweep.repairs" | project TimeGenerated, Value = Sum'
    says: 'The sweep wakes many requests that should have woken by themselves. Nothing is lost, but the orchestrations are not doing their part.'
    severity: 2
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: limits.?sweepRepairs ?? 5
    window: 'PT1H'
  }
  {
    name: 'sweep-silent'
    query: 'AppMetrics | where Name == "hkall.sweep.runs" | project TimeGenerated, Value = Sum'
    says: 'No sweep has finished for half an hour: what a crash left behind is not being picked up.'
    severity: 1
    aggregation: 'Count'
    operator: 'LessThan'
    threshold: 1
    window: 'PT30M'
  }
  {
    name: 'mail-backlog'
    query: 'AppMetrics | where Name == "hkall.mail.backlog" | project TimeGenerated, Value = Max'
    says: 'Mails are waiting longer than the quota explains. See whether Communication Services refuses them.'
    severity: 2
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: limits.?mailBacklog ?? 100
    window: 'PT15M'
  }
  {
    name: 'refused-callers'
    // The platform keeps a sample of the requests, and with each how many it stands for.
    query: 'AppRequests | where ResultCode in ("401", "403") | project TimeGenerated, Value = ItemCount'
    says: 'Many calls were refused for who made them: tokens, sessions or signatures are being tried, or a library or the identity provider changed its keys.'
    severity: 2
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: limits.?refusedCallers ?? 300
    window: 'PT15M'
  }
  {
    name: 'refused-signatures'
    query: 'AppRequests | where ResultCode == "401" and (Url has "/api/partners/" or Url has "/api/iso18626") | project TimeGenerated, Value = ItemCount'
    says: 'Many messages of libraries were refused for their signature: somebody tries secrets, or a library changed its own. See "Rotate a partner\'s key" in the runbook.'
    severity: 2
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: limits.?refusedSignatures ?? 20
    window: 'PT15M'
  }
  {
    name: 'failed-sign-ins'
    query: 'AppRequests | where Url has "/sign-in/callback" and ResultCode in ("400", "503") | project TimeGenerated, Value = ItemCount'
    says: 'Many people came back from the identity provider and could not be signed in: it is down, the service\'s secret there has expired, or answers are being forged.'
    severity: 2
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: limits.?failedSignIns ?? 20
    window: 'PT15M'
  }
  {
    name: 'jobs-late'
    query: 'AppMetrics | where Name == "hkall.jobs.age" and tostring(Properties.job) != "Retention" | project TimeGenerated, Value = Max'
    says: 'The sweep or the waiting mail has not run for twenty minutes though the service is used. See "When timers stop" in the runbook.'
    severity: 1
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 1200
    window: 'PT15M'
  }
  {
    name: 'throttled-callers'
    query: 'AppRequests | where ResultCode == "429" | project TimeGenerated, Value = ItemCount'
    says: 'Many calls were refused for how often they came: a flood, or a loop in a system of a library.'
    severity: 3
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: limits.?throttledCallers ?? 100
    window: 'PT15M'
  }
  {
    name: 'vault-reads'
    query: 'AZKVAuditLogs | where OperationName in ("SecretGet", "SecretList", "SecretListVersions", "SecretBackup") and not(tostring(Identity) has "${appPrincipalId}") | project TimeGenerated'
    says: 'Somebody besides the app read secrets in the vault. If none of its officers did, change the secrets.'
    severity: 1
    aggregation: 'Count'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
]

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-staff'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'hkall'
    emailReceivers: [
      for (recipient, i) in recipients: {
        name: 'staff-${i}'
        emailAddress: recipient
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${name}: ${rule.name}'
      description: rule.says
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT15M'
      windowSize: rule.window
      // The table exists only after the service has first reported; the rule must exist before that.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          union(
            {
              query: rule.query
              timeAggregation: rule.aggregation
              operator: rule.operator
              threshold: rule.threshold
              failingPeriods: {
                numberOfEvaluationPeriods: 1
                minFailingPeriodsToAlert: 1
              }
            },
            // 'Count' counts rows; every other aggregation needs a column.
            rule.aggregation == 'Count' ? {} : { metricMeasureColumn: 'Value' }
          )
        ]
      }
      actions: { actionGroups: [told.id] }
    }
  }
]
