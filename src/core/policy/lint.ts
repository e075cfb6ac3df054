import { KNOWN_SEVERITIES, type KnownSeverity } from '../finding.js'
import { type Problem, wholeFile } from '../ground/errors.js'
import type { Conditions } from './conditions/table.js'
import { type Policy, type Rule, TIERS } from './policy.js'
import { idleGlobs } from './scanning-files.js'

/**
 * What is allowed but probably not meant: for people, never for the verdict. `files` are those of the repository; null:
 * not known.
 */
export function lintPolicy(policy: Policy, files: readonly string[] | null): readonly Problem[] {
  return [
    ...policy.rules.flatMap(rule => lintRule(rule, policy)),
    ...(files === null ? [] : lintGoverned(policy, files)),
    ...lintSla(policy),
    ...lintExceptions(policy)
  ]
}

function lintGoverned(policy: Policy, files: readonly string[]): readonly Problem[] {
  const place = wholeFile(policy.layers.at(-1)?.name ?? '')
  return idleGlobs(policy, files).map(glob => ({
    place,
    message: `\`governed\` names \`${glob}\`, which no file of the repository matches`,
    hint: 'Correct it, unless it is there to tell of a file that a change adds'
  }))
}

function lintRule(rule: Rule, policy: Policy): readonly Problem[] {
  const problems: Problem[] = []
  const say = (message: string, hint: string) =>
    problems.push({ place: rule.place, message: `the rule \`${rule.id}\` ${message}`, hint })
  const { when, verdict } = rule
  if (verdict === 'pass')
    say(
      'has the verdict pass, which changes nothing: the strictest rule wins',
      'Use `unless` in the rules that should not apply'
    )
  if (rule.enforceFrom !== null && rule.mode === rule.layerMode) {
    say('has an `enforce-from` that changes nothing', 'Give it a weaker `mode` than its file, or remove `enforce-from`')
  }
  const gap = severityGap(when)
  if (gap !== null && verdict !== 'pass')
    say(`matches ${gap[0]} but not ${gap[1]}`, `Write \`min-severity: ${gap[0]}\``)
  const tier = tierGap(when)
  if (tier !== null && verdict !== 'pass')
    say(`matches tier ${tier[0]} but not tier ${tier[1]}`, 'Add the more critical tiers')
  if (when['min-score'] !== null) {
    say('does not match findings without a score', 'Add a rule on `min-severity` for those')
  }
  for (const asset of [...(when.asset ?? []), ...(rule.unless?.asset ?? [])]) {
    if (!policy.assets.flat().some(({ name }) => name === asset))
      say(`names the asset \`${asset}\`, which no layer defines`, 'Correct the name, or define it under `assets`')
  }
  for (const exposure of [...(when.exposure ?? []), ...(rule.unless?.exposure ?? [])]) {
    if (!policy.assets.flat().some(asset => asset.exposure === exposure))
      say(`asks for the exposure \`${exposure}\`, which no asset has`, 'Give your assets an `exposure`')
  }
  if (when.sla !== null && policy.sla.length === 0) say('asks for `sla`, but no layer sets times', 'Add `sla:`')
  return problems
}

/** A severity that is matched, and a worse one that is not. */
function severityGap({ severity }: Conditions): readonly [KnownSeverity, KnownSeverity] | null {
  const known = KNOWN_SEVERITIES.filter(candidate => severity?.includes(candidate))
  const [mildest] = known
  const missed = KNOWN_SEVERITIES.slice(KNOWN_SEVERITIES.indexOf(mildest ?? 'critical')).find(
    candidate => !known.includes(candidate)
  )
  return mildest !== undefined && missed !== undefined ? [mildest, missed] : null
}

function tierGap({ tier }: Conditions): readonly [number, number] | null {
  const least = Math.max(...(tier ?? []))
  const missed = tier === null ? undefined : TIERS.find(candidate => candidate < least && !tier.includes(candidate))
  return missed === undefined ? null : [least, missed]
}

function lintSla({ sla }: Policy): readonly Problem[] {
  return sla.flatMap(({ layer, byTier }) =>
    [...byTier].flatMap(([tier, row]) =>
      KNOWN_SEVERITIES.flatMap((severity, index) => {
        const own = row.get(severity)
        const milder = KNOWN_SEVERITIES.slice(0, index).find(
          candidate => (row.get(candidate) ?? Number.POSITIVE_INFINITY) < (own ?? 0)
        )
        if (milder === undefined) return []
        const message = `\`sla.tier-${tier}\` gives ${severity} findings more time than ${milder} ones; the shorter time holds for both`
        return [{ place: wholeFile(layer), message, hint: `Shorten ${severity}` }]
      })
    )
  )
}

function lintExceptions({ exceptions, layers }: Policy): readonly Problem[] {
  const place = wholeFile(layers.at(-1)?.name ?? '')
  const { teams, users, roles } = exceptions.approvers
  const problems: Problem[] = []
  if (teams.length + users.length + roles.length === 0) {
    problems.push({ place, message: 'nobody can approve an exception', hint: 'Add `exceptions.approvers`' })
  }
  if (TIERS.some(tier => exceptions.maxDuration.byTier.get(tier)?.get('critical') === undefined)) {
    const message = 'exceptions for critical findings may run without end'
    problems.push({ place, message, hint: 'Add `exceptions.max-duration`' })
  }
  if (exceptions.requireLabel && exceptions.labels.approved === null) {
    const message = '`exceptions.require-label` is set, but no layer names the label, so no approval can count'
    problems.push({ place, message, hint: 'Add `exceptions.labels.approved`' })
  }
  return problems
}
