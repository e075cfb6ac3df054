import { describe, expect, test } from '@jest/globals'
import { assessmentContextOf } from '../../../src/core/decision/decide.js'
import { assess } from '../../../src/core/decision/subject.js'
import { type Subject, subjectOf } from '../../../src/core/policy/conditions/subject.js'
import { ROWS } from '../../../src/core/policy/conditions/table.js'
import { shortEvaluation } from '../../../src/core/policy-test/evaluation.js'
import { findingsOf } from '../../../src/core/policy-test/findings.js'
import { CONDITION_NAMES } from '../../../src/generated/condition-names.js'
import type { PolicyTestDocument, TestEntry } from '../../../src/generated/policy-test.js'
import { NOW, policyOf } from '../decision/evaluation.js'

const ASSETS: NonNullable<PolicyTestDocument['assets']> = [
  { name: 'core', paths: ['core/**'], tier: 0, exposure: 'internet' }
]

/** A test that states everything, and nothing as it would be without. */
const TEST: TestEntry = {
  name: 'all is stated',
  branch: 'main',
  event: 'push',
  findings: [
    {
      severity: 'low',
      score: 3.1,
      category: 'iac',
      path: 'core/main.tf',
      state: 'existing',
      'in-diff': true,
      kev: true,
      malware: true,
      epss: 0.4,
      reachability: 'reachable',
      'fix-available': true,
      package: 'pkg:npm/lodash@4.17.20',
      tool: 'Semgrep',
      'rule-id': 'open-bucket',
      identifiers: ['CVE-2026-1', 'CWE-79'],
      tags: ['security'],
      age: '30d'
    }
  ],
  expect: {}
}

/** What conditions are asked about where a test says this, without what a key of it says. */
async function subjectWithout(key: string): Promise<Subject> {
  const [at = '', member = ''] = key.split('.')
  const drop = (name: string, from: object) =>
    Object.fromEntries(Object.entries(from).filter(([each]) => each !== name))
  const bare: PolicyTestDocument = { version: 1, policy: 'policy.yml', tests: [TEST] }
  const file = at === 'assets' ? bare : { ...bare, assets: ASSETS }
  const test = drop(at === 'findings' ? '' : at, TEST) as unknown as TestEntry
  const entries = (TEST.findings ?? []).map(entry => drop(at === 'findings' ? member : '', entry))
  const findings = findingsOf(entries, NOW)
  const policy = await policyOf('sla: { tier-2: { low: 10d } }\nrules: [{ id: a, when: {}, verdict: warn }]\n')
  const place = { path: 'tests.yml', line: 1, column: 1 }
  const evaluation = shortEvaluation(file, { test, place }, policy, findings, [], NOW)
  const context = assessmentContextOf(evaluation)
  const [finding] = findings
  if (finding === undefined) throw new Error('a finding is expected')
  return subjectOf(assess(finding.identified, context), context)
}

describe('a policy test', () => {
  const stated = CONDITION_NAMES.flatMap(name => {
    const { statedBy } = ROWS[name]
    return statedBy === null ? [] : [[name, statedBy] as const]
  })

  test.each(stated)('says what %s asks for by %s', async (name, key) => {
    const { fact } = ROWS[name]
    const value = fact(await subjectWithout(''))
    expect([null, 'unknown']).not.toContain(value)
    expect(fact(await subjectWithout(key))).not.toEqual(value)
  })
})
