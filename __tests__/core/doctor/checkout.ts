import { examine, policiesOf } from '../../../src/core/doctor/examine.js'
import type { PolicyAtHand } from '../../../src/core/doctor/policy-checks.js'
import { readWorkflow } from '../../../src/core/doctor/workflows/workflow.js'
import { formatProblem } from '../../../src/core/ground/errors.js'
import type { JsonValue } from '../../../src/core/ground/json.js'
import { parseCodeowners } from '../../../src/core/policy/codeowners.js'
import { loadPolicy, presetSource } from '../../../src/core/policy/layers/layers.js'

export const SHA = 'a'.repeat(40)
export const ACTION = `policy-gate/policy-gate@${SHA}`

/** A workflow as the documentation has it. */
export const GOOD = `name: Security
on:
  pull_request:
  merge_group:
permissions: {}
jobs:
  gate:
    name: Scan and decide
    runs-on: ubuntu-latest
    permissions: { contents: read, checks: write }
    steps:
      - uses: actions/checkout@${SHA}
      - run: ./scan.sh
      - uses: ${ACTION}
        if: \${{ !cancelled() }}
        with:
          sarif: results
`
export const POLICY = `version: 1
scans: [{ id: sast, category: sast }]
rules: [{ id: all, when: { min-severity: high }, verdict: block }]
`
export const OWNED = '* @acme/security\n'

export interface Setting {
  /** Workflows by file name. */
  readonly workflows?: Readonly<Record<string, string>>
  readonly policy?: string | null
  /** Other policy files that gates name. */
  readonly policies?: Readonly<Record<string, string>>
  /** Layers that are not at hand. */
  readonly absent?: readonly string[]
  readonly codeowners?: string | null
  readonly actions?: readonly string[] | null
  readonly local?: readonly string[]
  /** The instant, where it matters. */
  readonly now?: string
  /** What GitHub says of the branch, by file name. */
  readonly rules?: Readonly<Record<string, JsonValue>>
}

/** What is found in a checkout, one line each: the weight, and the problem as it is printed. */
export async function lines(setting: Setting): Promise<readonly string[]> {
  const { workflows = { 'a.yml': GOOD }, codeowners = OWNED, actions = null, local = [] } = setting
  const files = Object.entries(workflows).map(([name, text]) =>
    readWorkflow(`.github/workflows/${name}`, Buffer.from(text))
  )
  const checkout = {
    workflows: files.flatMap(({ workflow }) => workflow ?? []),
    unreadable: files.flatMap(({ problems }) => problems),
    recognition: { actions, local: new Set(local) },
    codeowners: codeowners === null ? null : parseCodeowners('CODEOWNERS', Buffer.from(codeowners)),
    policyPath: 'p.yml',
    now: Date.parse(setting.now ?? '2026-12-01T00:00:00Z'),
    rules: Object.entries(setting.rules ?? {}).map(([path, value]) => ({ path, value }))
  }
  const policies = new Map<string, PolicyAtHand>()
  for (const name of policiesOf(checkout)) policies.set(name, await read(name, setting))
  return examine({ ...checkout, policies }).map(
    ({ weight, place, message, hint }) =>
      `${weight} ${formatProblem({ place, message, hint }).replace('.github/workflows/', '')}`
  )
}

async function read(name: string, { policy = POLICY, policies = {}, absent = [] }: Setting): Promise<PolicyAtHand> {
  const text = name === 'p.yml' ? policy : (policies[name] ?? null)
  const fetch = async () => Promise.reject(new Error('none'))
  const source = name.startsWith('preset:')
    ? presetSource(name.slice('preset:'.length))
    : text === null
      ? null
      : { name, bytes: Buffer.from(text) }
  if (source === null) return { policy: null, absent, problem: name === 'p.yml' ? null : 'there is no such file' }
  return { policy: await loadPolicy(source, fetch), absent, problem: null }
}

/** The good workflow with one text in the place of another, which must be there. */
export function changed(from: string, to: string, base = GOOD): Setting {
  if (!base.includes(from)) throw new Error(`${from} is not there`)
  return { workflows: { 'a.yml': base.replace(from, () => to) } }
}
