import { createHash } from 'node:crypto'
import { type DecisionRows, rowsOf } from '../../../../src/core/history/fleet/rows/rows.js'
import { decisionJson } from '../../../../src/core/reports/files/decision-json.js'
import { isoInstant } from '../../../../src/core/time/instant.js'
import type { DecisionDocument, Outcome } from '../../../../src/generated/decision.js'
import { aDecision, anOutcome } from '../../../builders.js'

const START = Date.UTC(2026, 5, 1)
const HOUR = 3_600_000

/** Throws of dice, the same for each seed. */
export function dice(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** One of them. */
type Pick = <Item>(...items: readonly [Item, ...Item[]]) => Item

/**
 * Runs of which nothing fits together, as a fleet's archive may hold them: without branch, event or repository, with
 * failed scans, with what is not looked for, exceptions in every status, and runs that could not decide.
 */
export const oddRuns = (seed: number, count: number): readonly DecisionRows[] =>
  oddDocuments(seed, count).map(run => {
    const sha256 = createHash('sha256').update(JSON.stringify(run)).digest('hex')
    return rowsOf({ document: run, version: 2, sha256 })
  })

/** Their decision files, parsed. */
export function oddDocuments(seed: number, count: number): readonly DecisionDocument[] {
  const roll = dice(seed)
  const pick: Pick = (...items) => items[roll(items.length)] ?? items[0]
  return Array.from({ length: count }, () => oddRun(pick, roll))
}

function oddRun(pick: Pick, roll: (below: number) => number): DecisionDocument {
  // Several runs in one second are not rare.
  const at = START + 12 * HOUR * roll(250)
  const event = pick(null, 'push', 'push', 'schedule', 'pull_request', 'merge_group', 'workflow_run')
  const plain = JSON.parse(decisionJson(aDecision({ evaluatedAt: isoInstant(at), outcomes: [] }))) as DecisionDocument
  const isDecided = roll(12) > 0
  return {
    ...plain,
    verdict: isDecided ? pick('pass', 'warn', 'block') : null,
    completeness: pick('complete', 'incomplete'),
    change: {
      ...plain.change,
      repository: pick(null, 'a/one', 'a/two', 'a/three'),
      event,
      branch: pick(null, 'main', 'main', 'release', 'develop'),
      pullRequest: event === 'pull_request' ? roll(3) + 1 : null
    },
    rollout: pick(null, { wouldBlock: roll(2), wouldBlockCritical: 0, wouldWarn: 0 }),
    scans: isDecided ? oddScans(pick, roll) : [],
    outcomes: isDecided ? oddOutcomes(at, pick, roll) : [],
    exceptions: isDecided ? oddExceptions(at, pick, roll) : []
  }
}

const TOOLS = ['CodeQL', 'Trivy', 'gitleaks'] as const

function oddScans(pick: Pick, roll: (below: number) => number): DecisionDocument['scans'] {
  return Array.from({ length: 1 + roll(4) }, (_, index) => {
    const state = pick('complete', 'complete', 'complete', 'degraded', 'failed', 'missing', 'invalid', 'not-applicable')
    const tools = TOOLS.filter(() => roll(2) === 0).map(name => ({ name, version: null, results: roll(3) }))
    const category = pick(null, 'sast', 'sca', 'container')
    const hasTools = state === 'complete' || state === 'degraded' || (state === 'failed' && roll(2) === 0)
    return { id: `s${index}`, category, state, tools: hasTools ? tools : [], verdict: 'pass', reason: '' }
  })
}

const CATEGORIES = { CodeQL: 'sast', Trivy: 'container', gitleaks: 'secret' } as const

function oddOutcomes(at: number, pick: Pick, roll: (below: number) => number): Outcome[] {
  const ids = Array.from({ length: 12 }, (_, id) => id).filter(() => roll(3) === 0)
  return ids.map(id => {
    const tool = TOOLS[id % 3] ?? 'CodeQL'
    const reason = pick('rule', 'rule', 'no-rule', 'excepted', 'suppressed', 'fixed', 'fixed')
    const decision = aDecision({
      outcomes: [
        anOutcome(
          {
            id: `F-${String(id).padStart(32, '0')}`,
            tier: pick(0, 1, 2),
            exposure: pick(null, 'internet'),
            owners: pick([], ['@a'], ['@a', '@b']),
            state: reason === 'fixed' ? 'fixed' : pick('introduced', 'existing', 'unknown'),
            stateReason: pick(null, null, 'In the baseline; its tool did not run now'),
            firstDetected: pick(null, isoInstant(at), isoInstant(at - 24 * HOUR * roll(60))),
            reason,
            rules: pick([], [{ id: 'r', layer: 'l', verdict: 'block', declared: 'block' }]),
            sla:
              reason === 'fixed' ? null : pick(null, { due: isoInstant(at + 24 * HOUR * roll(20)), status: 'within' })
          },
          {
            tool,
            category: CATEGORIES[tool],
            severity: pick('critical', 'high', 'low', 'unknown'),
            fixAvailable: pick(null, true, false)
          }
        )
      ]
    })
    const { outcomes, notLookedFor = [] } = JSON.parse(decisionJson(decision)) as DecisionDocument
    const [outcome] = [...outcomes, ...notLookedFor]
    if (outcome === undefined) throw new TypeError('no outcome')
    return outcome
  })
}

const NOTHING_SAID = {
  type: null,
  reason: null,
  owner: null,
  approvers: [],
  ticket: null,
  controls: [],
  quorum: null
} satisfies Partial<DecisionDocument['exceptions'][number]>

function oddExceptions(at: number, pick: Pick, roll: (below: number) => number): DecisionDocument['exceptions'] {
  const ids = Array.from({ length: 5 }, (_, id) => id).filter(() => roll(3) === 0)
  return ids.map(id => ({
    id: `EXC-${id}`,
    status: pick('active', 'active', 'expiring', 'expired', 'unused', 'requested', 'rejected', 'revoked'),
    source: pick('file', 'comment'),
    finding: pick(null, `F-${String(id).padStart(32, '0')}`),
    expires: pick(null, isoInstant(at + 24 * HOUR * roll(40)), isoInstant(at).slice(0, 10)),
    problem: null,
    ...NOTHING_SAID,
    ...pick<Partial<DecisionDocument['exceptions'][number]>>(
      {},
      {
        type: pick(null, 'risk-accept', 'break-glass'),
        reason: 'Accepted for the test',
        owner: '@a',
        ticket: null,
        controls: [],
        approvers: ['@x', '@y', '@z']
          .filter(() => roll(2) === 0)
          .map(login => ({
            login,
            at: isoInstant(at - HOUR * roll(90)),
            source: 'file' as const,
            url: null
          })),
        quorum: { needed: 1, have: 1 }
      }
    )
  }))
}
