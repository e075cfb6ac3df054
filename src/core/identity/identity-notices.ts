import type { Finding } from '../finding.js'
import { toolKey } from './fingerprint.js'
import type { IdentifiedFinding, IdentityContext } from './identified.js'
import { type Ran, rulesBeyond } from './ran.js'
import { type BaselineFacts, upgradeOf } from './state.js'

interface Matched {
  readonly facts: BaselineFacts
  readonly base: readonly Finding[]
  readonly found: readonly (IdentifiedFinding | undefined)[]
  readonly context: IdentityContext
}

/** Oddities of a comparison with a baseline, for people. */
export function baselineNotices(
  findings: readonly Finding[],
  { facts, base, found, context }: Matched
): readonly string[] {
  const head = context.ran?.head ?? null
  const lines = new Set<string>()
  const withFindings = new Set<string>()
  for (const finding of findings) {
    const key = toolKey(finding.tool)
    withFindings.add(key)
    const upgrade = upgradeOf(finding, facts)
    if (upgrade !== null) lines.add(`${finding.tool} was upgraded from ${upgrade} since the baseline`)
    else if (!facts.versions.has(key) && !facts.ran.has(key))
      lines.add(`${finding.tool} has no findings in the baseline`)
  }
  for (const finding of base) {
    const key = toolKey(finding.tool)
    const now = head === null || head.has(key) ? 'none now' : 'did not run now'
    if (!withFindings.has(key)) lines.add(`${finding.tool} has findings in the baseline and ${now}`)
  }
  for (const [key, ran] of head ?? []) {
    const added = rulesBeyond(ran, facts.ran.get(key))
    if (added.length > 0) lines.add(`${ran.name} runs ${rules(added)} that did not run at the base: ${names(added)}`)
  }
  const doubtful = found.filter(item => item?.identity.stateReason.includes('could be this one')).length
  if (doubtful > 0)
    lines.add(`${doubtful} findings could not be told apart from others of the baseline and count as introduced`)
  if (context.diff?.complete === false)
    lines.add('The diff is incomplete: for files that it does not name, nothing can be said')
  return [...lines].sort()
}

/** Rules that ran at the base and do not run now: what they would find is not found, and who made the change may want that. */
export function warningsOf({ base, head }: { readonly base: Ran; readonly head: Ran }): readonly string[] {
  return [...base]
    .flatMap(([key, ran]) => {
      const gone = rulesBeyond(ran, head.get(key))
      if (gone.length === 0) return []
      return [`${ran.name} no longer runs ${rules(gone)} that ran at the base: ${names(gone)}`]
    })
    .sort()
}

/** So many rules are named; the rest is counted. */
const NAMED = 5

const rules = (ids: readonly string[]): string => (ids.length === 1 ? '1 rule' : `${ids.length} rules`)

const names = (ids: readonly string[]): string => {
  const shown = ids
    .toSorted()
    .slice(0, NAMED)
    .map(id => id.slice(0, 120))
    .join(', ')
  return ids.length > NAMED ? `${shown} and ${ids.length - NAMED} more` : shown
}
