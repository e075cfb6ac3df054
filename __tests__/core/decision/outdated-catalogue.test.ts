import { describe, expect, test } from '@jest/globals'
import type { ExploitFacts } from '../../../src/core/feeds/feed.js'
import { decideOn, identified, NOW, policyOf } from './evaluation.js'

const DAY = 86_400_000
const ago = (days: number) => new Date(Date.parse(NOW) - days * DAY).toISOString()
const listing = (cve: string, released: string | null): ExploitFacts => ({
  kev: { released, cves: new Map([[cve, { added: '2026-01-01', dueDate: null, ransomware: null }]]) },
  epss: null,
  vex: new Map()
})

const excused = 'rules: [{ id: r, when: { min-severity: high }, unless: { kev: false }, verdict: block }]'
const listed = 'rules: [{ id: r, when: { kev: true }, verdict: block }]'
const BOUND = 'feeds: { kev: { max-age: 7d, if-missing: pass } }'

describe('a catalogue that is too old counts as missing, but for what it lists', () => {
  test.each<[string, string, ExploitFacts, 'pass' | 'block', boolean | null]>([
    ['fresh, not listed', `${BOUND}\n${excused}`, listing('CVE-2020-1', ago(6)), 'pass', false],
    ['old, not listed', `${BOUND}\n${excused}`, listing('CVE-2020-1', ago(8)), 'block', null],
    ['without a date, not listed', `${BOUND}\n${excused}`, listing('CVE-2020-1', null), 'block', null],
    ['of a day to come, not listed', `${BOUND}\n${excused}`, listing('CVE-2020-1', ago(-3)), 'block', null],
    ['old, not listed, and no bound', excused, listing('CVE-2020-1', ago(800)), 'pass', false],
    ['missing', `${BOUND}\n${excused}`, { kev: null, epss: null, vex: new Map() }, 'block', null],
    ['old, listed', `${BOUND}\n${listed}`, listing('CVE-2026-1', ago(800)), 'block', true],
    ['without a date, listed', `${BOUND}\n${listed}`, listing('CVE-2026-1', null), 'block', true]
  ])('%s', async (_, policy, facts, verdict, kev) => {
    const findings = [identified({ identifiers: ['CVE-2026-1'], category: 'sca' })]
    const decision = decideOn(await policyOf(policy), findings, { facts })
    expect(decision.verdict).toBe(verdict)
    expect(decision.outcomes[0]?.kev).toBe(kev)
  })
})
