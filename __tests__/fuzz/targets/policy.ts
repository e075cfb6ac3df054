import { effectivePolicyYaml } from '../../../src/core/policy/effective.js'
import { loadPolicy } from '../../../src/core/policy/layers/layers.js'
import { policyNotices } from '../../../src/core/policy/lint/lint.js'
import type { Policy } from '../../../src/core/policy/policy.js'
import { must, mustBeProblems, mustBeShowable, NAME, type Target } from '../target.js'

/** A policy: read whole or refused with every problem; a rule more in a layer above it takes none away. */
export const policy: Target = {
  name: 'policy',
  form: 'yaml',
  words: [
    ...[
      'version',
      'name',
      'extends',
      'preset:baseline',
      'preset:strict',
      'assets',
      'paths',
      'tier',
      'tier-0',
      'exposure'
    ],
    ...['tools', 'scans', 'id', 'category', 'max-age', '24h', '7d', '1w', '0d', 'on-missing', 'block', 'warn', 'pass'],
    ...['rules', 'when', 'unless', 'verdict', 'mode', 'monitor', 'enforce-from', 'min-severity', 'critical', 'high'],
    ...[
      'sla',
      'kev',
      'exceptions',
      'approvers',
      'teams',
      'users',
      'roles',
      'quorum',
      'default',
      'max-duration',
      'never'
    ],
    ...[
      'feeds',
      'epss',
      'vex',
      'suppressions',
      'ignore',
      'honour',
      'unknown-severity',
      '**',
      'src/**',
      '!a',
      '[',
      '&a',
      '*a',
      '<<'
    ]
  ],
  async check(bytes, text) {
    const read = await loaded(bytes, text)
    if (read === null) return
    for (const { message } of policyNotices(read, { checkout: null, hasExceptions: null })) mustBeShowable(message)
    const shown = effectivePolicyYaml(read)
    must(
      !shown.includes('\r') && shown.split('\n').every(line => line.length < 100_000),
      'a policy that cannot be shown'
    )
    for (const rule of read.rules)
      must(rule.id !== '' && ['warn', 'block'].includes(rule.verdict), 'a rule that is none')
    const above = JSON.stringify({ version: 1, extends: `github:a/b/p.yml@${'0'.repeat(40)}` })
    const layered = await loadPolicy({ name: 'own', bytes: new TextEncoder().encode(above) }, async () => bytes).catch(
      () => null
    )
    // Layers may be nested too deep then, or be of a circle.
    if (layered === null) return
    const ids = new Set(layered.rules.map(({ id }) => id))
    must(
      read.rules.every(({ id }) => ids.has(id)),
      'a layer lost a rule'
    )
    for (const [key, needed] of read.exceptions.quorum)
      must((layered.exceptions.quorum.get(key) ?? 0) >= needed, 'a layer lowered a quorum')
  }
}

async function loaded(bytes: Uint8Array, text: string): Promise<Policy | null> {
  try {
    return await loadPolicy({ name: NAME, bytes }, () => Promise.reject(new Error('there is none')))
  } catch (error) {
    mustBeProblems(error, text)
    return null
  }
}
