import { describe, expect, test } from '@jest/globals'
import { assessmentContextOf, decide, type Evaluation } from '../../../src/core/decision/decide.js'
import { NO_CHANGE_KNOWN } from '../../../src/core/decision/decision.js'
import { assess } from '../../../src/core/decision/subject.js'
import { NO_FACTS } from '../../../src/core/feeds/feed.js'
import { UNKNOWN_EDITION } from '../../../src/core/ground/edition.js'
import { type Gap, gapText, replay } from '../../../src/core/history/replay.js'
import { readDecision } from '../../../src/core/history/stored.js'
import type { IdentifiedFinding } from '../../../src/core/identity/identified.js'
import { type Subject, subjectOf } from '../../../src/core/policy/conditions/subject.js'
import { ROWS } from '../../../src/core/policy/conditions/table.js'
import { decisionJson } from '../../../src/core/reports/files/decision-json.js'
import { CONDITION_NAMES } from '../../../src/generated/condition-names.js'
import { anInput, identified, NOW, policyOf } from '../decision/evaluation.js'

const POLICY = policyOf(`assets: [{ name: core, paths: ["services/**"], tier: 0, exposure: internet }]
sla: { tier-0: { high: 10d } }
rules: [{ id: r, when: { branch: main }, verdict: warn }]
`)

/** A finding of which everything is known. */
const KNOWN: IdentifiedFinding = {
  ...identified(
    {
      alsoReportedBy: [{ tool: 'Semgrep', ruleId: 'sqli' }],
      package: { purl: 'pkg:npm/lodash@4.17.20', name: 'lodash', version: '4.17.20', fixedVersion: '4.17.21' },
      fixAvailable: true
    },
    'existing',
    true
  ),
  facts: {
    kev: true,
    kevEntry: { added: '2026-11-01', dueDate: '2026-11-22', ransomware: true },
    epss: 0.4,
    reachability: 'reachable'
  }
}

const evaluation = async (): Promise<Evaluation> => ({
  gate: UNKNOWN_EDITION,
  policy: await POLICY,
  defaultTier: 1,
  inputs: [anInput()],
  findings: [KNOWN],
  fixed: [],
  exceptions: [],
  pendingExceptions: [],
  ranAtBase: new Map(),
  codeowners: null,
  facts: NO_FACTS,
  change: { ...NO_CHANGE_KNOWN, event: 'push', branch: 'main' },
  options: null,
  commits: [],
  checkout: null,
  files: [],
  notices: [],
  now: NOW
})

function subjectIn(made: Evaluation): Subject {
  const context = assessmentContextOf(made)
  const [finding] = made.findings
  if (finding === undefined) throw new Error('a finding is expected')
  return subjectOf(assess(finding, context), context)
}

/** The evaluation as its decision file gives it back. */
async function again(made: Evaluation) {
  const read = readDecision(JSON.parse(decisionJson(decide(made))))
  if (read.kind !== 'decision') throw new Error(read.kind)
  return replay(read.decision, await POLICY, { exceptions: null, defaultTier: null, now: null })
}

describe('a decision file', () => {
  test.each(CONDITION_NAMES)('has what %s asks for, or it is said that it has not', async name => {
    const made = await evaluation()
    const { evaluation: replayed, gaps } = await again(made)
    const { fact, stored } = ROWS[name]
    const before = fact(subjectIn(made))
    expect([null, 'unknown']).not.toContain(before)
    if (stored === 'recorded') expect(fact(subjectIn(replayed))).toEqual(before)
    else {
      expect(fact(subjectIn(replayed))).toBeNull()
      expect(gaps).toContain(name)
      expect(gapText(name)).toBe(stored.assumed)
    }
  })

  test('whose gap is not a condition is told too', () => {
    const gaps: readonly Gap[] = ['raised-severity', 'exceptions', 'applicability', 'feed-age']
    expect(new Set(gaps.map(gapText)).size).toBe(gaps.length)
  })
})
