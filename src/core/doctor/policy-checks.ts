import { wholeFile } from '../ground/errors.js'
import type { Policy, ScanRequirement, Verdict } from '../policy/policy.js'
import type { Weakness } from './weakness.js'

/** What the policy lets through although a scan is not what it should be. */
export function policyWeaknesses(policy: Policy): readonly Weakness[] {
  const place = wholeFile(policy.layers.at(-1)?.name ?? '')
  const found: Weakness[] = []
  if (policy.scans.length === 0) {
    const message = 'no scan is required: a scanner that is taken away, or writes nothing, is not missed'
    found.push({ weight: 'gap', place, message, hint: 'List the scans that must be there under `scans`' })
  }
  found.push(...policy.scans.flatMap(scanWeaknesses))
  if (!policy.rules.some(({ verdict, mode }) => verdict === 'block' && mode === 'enforce')) {
    const message = 'no rule blocks: every rule warns, or is not in mode `enforce`'
    found.push({ weight: 'advice', place, message, hint: 'Let rules block when the rollout has come so far' })
  }
  return found
}

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
    return [
      {
        weight: verdict === 'pass' ? ('gap' as const) : ('advice' as const),
        place,
        message,
        hint: `Remove \`${key}\`, which is \`block\` then`
      }
    ]
  })
}
