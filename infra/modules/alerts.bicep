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

@description('Required. Log Analytics workspace that holds the metrics.')
@minLength(1)
param workspaceId string

// The service's own metrics, by the names it reports them under:
//   hkall.parked.messages  gauge, the number of parked partner messages
//   hkall.sweep.repairs    counter, requests that only the sweep found due
//   hkall.sweep.runs       counter, one for each finished sweep
//   hkall.mail.backlog     gauge, the number of mails that are due and not sent
var rules = [
  {
    name: 'parked-messages'
    metric: 'hkall.parked.messages'
    says: 'Partner messages are parked: nobody could use them, and a library may be waiting. See "Replay parked messages" in the runbook.'
    severity: 2
    column: 'Max'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: limits.?parkedMessages ?? 0
    window: 'PT15M'
  }
  {
    name: 'sweep-repairs'
    metric: 'hkall.sweep.repairs'
    says: 'The sweep wakes many requests that should have woken by themselves. Nothing is lost, but the orchestrations are not doing their part.'
    severity: 2
    column: 'Sum'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: limits.?sweepRepairs ?? 5
    window: 'PT1H'
  }
  {
    name: 'sweep-silent'
    metric: 'hkall.sweep.runs'
    says: 'No sweep has finished for half an hour: what a crash left behind is not being picked up.'
    severity: 1
    column: 'Sum'
    aggregation: 'Count'
    operator: 'LessThan'
    threshold: 1
    window: 'PT30M'
  }
  {
    name: 'mail-backlog'
    metric: 'hkall.mail.backlog'
    says: 'Mails are waiting longer than the quota explains. See whether Communication Services refuses them.'
    severity: 2
    column: 'Max'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: limits.?mailBacklog ?? 100
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
              query: 'AppMetrics | where Name == "${rule.metric}" | project TimeGenerated, Value = ${rule.column}'
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
