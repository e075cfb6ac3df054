import { KNOWN_SEVERITIES, type KnownSeverity } from '../finding.js'
import { formatDuration } from '../time/duration.js'
import { conditionMembers } from './conditions/to-conditions.js'
import { commentText, type Field, group, leaf, list, printFields } from './effective-yaml.js'
import type { ExceptionPolicy, Policy, Rule, ScanRequirement } from './policy.js'

type Origin = (path: string) => string

/**
 * The merged policy as YAML, each value with the layer that it comes from as a comment. It is for reading: where
 * several layers count beside each other (assets, SLA), all of them are printed.
 */
export function effectivePolicyYaml(policy: Policy): string {
  const from: Origin = path => policy.origins.get(path) ?? 'default'
  const layers = policy.layers.map(({ name, sha256 }) => `# layer ${commentText(name)}, sha256 ${sha256}`)
  const sections = [
    [
      ...leaf('version', 1),
      ...leaf('name', policy.name),
      ...leaf('unknown-severity', policy.unknownSeverity, from('unknown-severity')),
      ...leaf('empty-runs', policy.emptyRuns, from('empty-runs')),
      ...leaf('suggestions', policy.suggestions, from('suggestions'))
    ],
    group(
      'suppressions',
      [...policy.suppressions].flatMap(([tier, word]) => leaf(`tier-${tier}`, word, from(`suppressions.tier-${tier}`)))
    ),
    list('assets', policy.assets.flat().map(assetFields)),
    group('tools', toolFields(policy, from)),
    governedField(policy),
    list('scans', policy.scans.map(scanFields)),
    group('feeds', feedFields(policy, from)),
    list('rules', policy.rules.map(ruleFields)),
    list('sla', policy.sla.map(slaFields)),
    group('exceptions', exceptionFields(policy.exceptions, from))
  ]
  const texts = sections.filter(fields => fields.length > 0).map(fields => printFields(fields).join('\n'))
  return `${[layers.join('\n'), ...texts].join('\n\n')}\n`
}

const duration = (time: number | null) => (time === null ? null : formatDuration(time))

function assetFields({
  name,
  layer,
  paths,
  tier,
  exposure,
  owners
}: Policy['assets'][number][number]): readonly Field[] {
  return [
    ...leaf('name', name, layer),
    ...leaf('paths', paths),
    ...leaf('tier', tier),
    ...leaf('exposure', exposure),
    ...leaf('owners', owners)
  ]
}

function toolFields({ tools }: Policy, from: Origin): readonly Field[] {
  return [...tools].flatMap(([tool, { category, rules }]) => {
    const severities = [...rules].flatMap(([rule, { severity }]) =>
      leaf(rule, { severity }, from(`tools.${tool}.rules.${rule}.severity`))
    )
    return group(tool, [...leaf('category', category, from(`tools.${tool}.category`)), ...group('rules', severities)])
  })
}

const governedField = ({ governed }: Policy): readonly Field[] =>
  leaf(
    'governed',
    governed.map(({ glob }) => glob),
    [...new Set(governed.map(({ layer }) => layer))].join(', ')
  )

function scanFields(scan: ScanRequirement): readonly Field[] {
  return [
    ...leaf('id', scan.id, scan.layer),
    ...leaf('category', scan.category),
    ...leaf('tools', scan.tools),
    ...leaf('tiers', scan.tiers),
    ...leaf('applies-to', scan.appliesTo),
    ...leaf('max-age', duration(scan.maxAge)),
    ...leaf('if-missing', scan.ifMissing),
    ...leaf('if-invalid', scan.ifInvalid),
    ...leaf('if-failed', scan.ifFailed),
    ...leaf('if-degraded', scan.ifDegraded),
    ...leaf('if-stale', scan.ifStale)
  ]
}

function feedFields({ feeds }: Policy, from: Origin): readonly Field[] {
  return [...feeds].flatMap(([name, { maxAge, ifMissing }]) =>
    group(name, [
      ...leaf('max-age', duration(maxAge), from(`feeds.${name}.max-age`)),
      ...leaf('if-missing', ifMissing, from(`feeds.${name}.if-missing`))
    ])
  )
}

function ruleFields(rule: Rule): readonly Field[] {
  return [
    ...leaf('id', rule.id, rule.layer),
    ...leaf('description', rule.description),
    ...leaf('when', conditionMembers(rule.when)),
    ...leaf('unless', rule.unless === null ? null : conditionMembers(rule.unless)),
    ...leaf('verdict', rule.verdict),
    ...leaf('more-than', rule.moreThan),
    ...leaf('mode', rule.mode),
    ...leaf('enforce-from', rule.enforceFrom?.slice(0, 10) ?? null),
    ...leaf('controls', rule.controls)
  ]
}

function slaFields({ layer, byTier, kev }: Policy['sla'][number]): readonly Field[] {
  const rows = [...byTier].flatMap(([tier, row]) => leaf(`tier-${tier}`, cells(row), layer))
  return [...rows, ...leaf('kev', duration(kev), layer)]
}

const worstFirst = KNOWN_SEVERITIES.toReversed()

const cells = (row: ReadonlyMap<KnownSeverity, number>) =>
  Object.fromEntries(worstFirst.map(severity => [severity, duration(row.get(severity) ?? null)]))

function exceptionFields(exceptions: ExceptionPolicy, from: Origin): readonly Field[] {
  const at: Origin = path => from(`exceptions.${path}`)
  const { file, approvers, quorum, maxDuration, require, never, labels } = exceptions
  const caps = [...maxDuration.byTier].flatMap(([tier, row]) =>
    group(
      `tier-${tier}`,
      worstFirst.flatMap(severity => {
        // A cell that no layer sets is bounded by that of a milder severity or a less critical tier.
        const origin = at(`max-duration.tier-${tier}.${severity}`)
        return leaf(
          severity,
          duration(row.get(severity) ?? null),
          origin === 'default' ? 'from the cells it exceeds' : origin
        )
      })
    )
  )
  return [
    ...leaf('file', file, at('file')),
    ...leaf('approvers', { teams: approvers.teams, users: approvers.users, roles: approvers.roles }, at('approvers')),
    ...group(
      'quorum',
      [...quorum].flatMap(([key, count]) => leaf(key, count, at(`quorum.${key}`)))
    ),
    ...group('max-duration', [...caps, ...leaf('kev', duration(maxDuration.kev), at('max-duration.kev'))]),
    ...group(
      'require',
      (['ticket', 'controls'] as const).flatMap(field =>
        leaf(
          field,
          require[field],
          require[field].map(tier => `tier ${tier}: ${at(`require.${field}.${tier}`)}`).join(', ')
        )
      )
    ),
    ...list(
      'never',
      never.map(({ layer, when }) =>
        Object.entries(conditionMembers(when)).flatMap(([key, value]) => leaf(key, value, layer))
      )
    ),
    ...leaf('malware', exceptions.allowsMalware ? 'allow' : null, at('malware')),
    ...group(
      'labels',
      (['requested', 'approved'] as const).flatMap(key => leaf(key, labels[key], at(`labels.${key}`)))
    ),
    ...leaf('require-label', exceptions.requireLabel, at('require-label')),
    ...leaf('expiring-notice', formatDuration(exceptions.expiringNotice), at('expiring-notice'))
  ]
}
