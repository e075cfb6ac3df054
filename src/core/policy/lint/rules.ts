import { KNOWN_SEVERITIES, type KnownSeverity } from '../../finding.js'
import type { Problem } from '../../ground/errors.js'
import { hintFor } from '../../yaml/nearest.js'
import type { Conditions } from '../conditions/table.js'
import { asList } from '../one-or-many.js'
import { isPresetName, type Policy, type Rule, TIERS } from '../policy.js'
import { contradictionOf } from './contradictions.js'
import { type LintWarning, layerPlace, ownTexts } from './warning.js'

/** Rules that match nothing, less than they seem to, or change nothing. */
export const ruleWarnings = (policy: Policy): readonly LintWarning[] =>
  [
    ...policy.rules.filter(({ layer }) => !isPresetName(layer)).flatMap(rule => lintRule(rule, policy)),
    ...lintNever(policy)
  ].map(problem => ({ ...problem, concernsRun: false }))

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
  const contradiction = contradictionOf(rule, policy)
  if (contradiction !== null) say(...contradiction)
  const gap = contradiction === null ? severityGap(when) : null
  if (gap !== null && verdict !== 'pass')
    say(`matches ${gap[0]} but not ${gap[1]}`, `Write \`min-severity: ${gap[0]}\``)
  const tier = tierGap(when)
  if (tier !== null && verdict !== 'pass')
    say(`matches tier ${tier[0]} but not tier ${tier[1]}`, 'Add the more critical tiers')
  if (when['min-score'] !== null) {
    say('does not match findings without a score', 'Add a rule on `min-severity` for those')
  }
  for (const [message, hint] of unknownPlaces([rule.when, rule.unless ?? {}], policy)) say(message, hint)
  if (when.sla !== null && policy.sla.length === 0) say('asks for `sla`, but no layer sets times', 'Add `sla:`')
  return problems
}

/** Assets and exposures that no layer has. */
function unknownPlaces(
  asked: readonly { readonly asset?: Named; readonly exposure?: Named }[],
  { assets }: Policy
): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  const known = assets.flat()
  const names = known.map(({ name }) => name)
  for (const asset of asked.flatMap(each => asList(each.asset ?? undefined))) {
    if (names.includes(asset)) continue
    const hint = hintFor(asset, names, 'Correct the name, or define it under `assets`', near => `\`${near}\``)
    found.push([`names the asset \`${asset}\`, which no layer defines`, hint])
  }
  for (const exposure of asked.flatMap(each => asList(each.exposure ?? undefined))) {
    if (!known.some(asset => asset.exposure === exposure))
      found.push([`asks for the exposure \`${exposure}\`, which no asset has`, 'Give your assets an `exposure`'])
  }
  return found
}

type Named = string | readonly string[] | null | undefined

/** What cannot be excepted, where no finding can be such a one: it protects nothing. */
const lintNever = (policy: Policy): readonly Problem[] =>
  ownTexts(policy).flatMap(({ info: { name }, document }) =>
    (document.exceptions?.never ?? []).flatMap((entry, index) =>
      unknownPlaces([entry], policy).map(([message, hint]) => ({
        place: layerPlace(policy, name, ['exceptions', 'never', index]),
        message: `\`exceptions.never\` ${message}`,
        hint
      }))
    )
  )

/** A severity that is matched, and a worse one that is not. */
function severityGap({ severity, 'min-severity': least }: Conditions): readonly [KnownSeverity, KnownSeverity] | null {
  const asked = KNOWN_SEVERITIES.slice(least === null ? 0 : KNOWN_SEVERITIES.indexOf(least))
  const known = asked.filter(candidate => severity?.includes(candidate))
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
