import { wholeFile } from '../ground/errors.js'
import type { Policy, Rule, ScanRequirement, Verdict } from '../policy/policy.js'
import { advice, gap, unjudged, type Weakness } from './workflows/weakness.js'

/** A policy that some gate reads. */
export interface PolicyAtHand {
  /** Null where there is no such file. */
  readonly policy: Policy | null
  /** Layers of other repositories that are not at hand. They can only make the policy stricter. */
  readonly absent: readonly string[]
  /** Why it cannot be read; null where it can. */
  readonly problem: string | null
}

/** What the policy of this name lets through although a scan is not what it should be. */
export function policyWeaknesses(
  name: string,
  { policy, absent, problem }: PolicyAtHand,
  now: number
): readonly Weakness[] {
  const place = wholeFile(name)
  if (problem !== null) return [gap(place, `the policy that the gate reads is wrong: ${problem}`, 'Correct it')]
  if (policy === null) {
    const message = 'there is no policy: preset:baseline counts, which requires no scan'
    return [gap(place, message, 'Merge a policy that lists the scans under `scans`')]
  }
  const rest = absent.join(', ')
  const open = (message: string, hint: string): Weakness =>
    absent.length === 0
      ? gap(place, message, hint)
      : unjudged(place, `${message}, unless ${rest} says so, which is not at hand`, 'Give it with --layer-source')
  const scans = 'no scan is required: a scanner that is taken away, or writes nothing, is not missed'
  return [
    ...(policy.scans.length === 0 ? [open(scans, 'List the scans that must be there under `scans`')] : []),
    ...policy.scans.flatMap(scanWeaknesses),
    ...blocking(policy, now).map(({ first }) => {
      if (first === null) return open(NO_BLOCK, 'Let rules block, or give the rollout its end by `enforce-from`')
      const unless = absent.length === 0 ? '' : `, unless ${rest} says so, which is not at hand`
      return advice(place, `no rule blocks before ${first.slice(0, 10)}${unless}`, 'Nothing is held up until then')
    })
  ]
}

const NO_BLOCK = 'no rule blocks: every rule warns, or is not in mode `enforce`'

/** Nothing where a rule blocks at this instant; else when the first one will, or null where none ever does. */
function blocking({ rules }: Policy, now: number): readonly { readonly first: string | null }[] {
  const blocks = rules.filter(({ verdict }) => verdict === 'block')
  if (blocks.some(({ mode }) => mode === 'enforce')) return []
  const [first = null] = blocks
    .filter(willEnforce)
    .map(({ enforceFrom }) => enforceFrom ?? '')
    .toSorted()
  return first !== null && Date.parse(first) <= now ? [] : [{ first }]
}

const willEnforce = ({ enforceFrom, layerMode }: Rule): boolean => enforceFrom !== null && layerMode === 'enforce'

const STATES = [
  ['ifMissing', 'if-missing', 'was not delivered'],
  ['ifInvalid', 'if-invalid', 'cannot be read'],
  ['ifFailed', 'if-failed', 'failed']
] as const

function scanWeaknesses(scan: ScanRequirement): readonly Weakness[] {
  const place = wholeFile(scan.layer)
  return STATES.flatMap(([member, key, what]) => {
    const verdict: Verdict = scan[member]
    if (verdict === 'block') return []
    const message = `the scan \`${scan.id}\` ${verdict === 'pass' ? 'passes' : 'only warns'} when it ${what}`
    const weigh = verdict === 'pass' ? gap : advice
    return [weigh(place, message, `Remove \`${key}\`, which is \`block\` then`)]
  })
}
