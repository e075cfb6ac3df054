import { describe, expect, test } from '@jest/globals'
import { type KevEntry, NO_FACTS } from '../../../src/core/feeds/feed.js'
import { factsOf } from '../../../src/core/feeds/lookup.js'
import { advisory } from '../identity/builders.js'

describe('facts of a finding', () => {
  const kev = { released: null, cves: new Map([['CVE-2026-1001', { added: '', dueDate: null, ransomware: null }]]) }
  const epss = {
    date: null,
    scores: new Map([
      ['CVE-2026-1000', 0.2],
      ['CVE-2026-1001', 0.7]
    ])
  }
  const of = (identifiers: readonly string[]) =>
    factsOf(advisory('CVE-2026-1000', '1.0', 'p', { identifiers }), { ...NO_FACTS, kev, epss })

  test.each<[string, readonly string[], boolean | null, number | null]>([
    ['listed', ['CVE-2026-1000', 'CVE-2026-1001'], true, 0.7],
    ['not listed', ['CVE-2026-1000'], false, 0.2],
    ['no CVE to look up', ['GHSA-aaaa-bbbb-cccc'], null, null]
  ])('%s', (_, identifiers, inKev, score) => expect(of(identifiers)).toMatchObject({ kev: inKev, epss: score }))

  test('of several entries the earliest dates count, and whether any is used for ransomware', () => {
    const entries = (...each: readonly [string, KevEntry][]) => {
      const facts = { ...NO_FACTS, kev: { released: null, cves: new Map(each) } }
      return factsOf(advisory('CVE-2026-1', '1.0', 'p', { identifiers: ['CVE-2026-1', 'CVE-2026-2'] }), facts).kevEntry
    }
    const one: KevEntry = { added: '2026-03-01', dueDate: '2026-03-22', ransomware: null }
    const other: KevEntry = { added: '', dueDate: '2026-02-01', ransomware: true }
    expect(entries(['CVE-2026-1', one])).toEqual(one)
    const worst = { added: '2026-03-01', dueDate: '2026-02-01', ransomware: true }
    expect(entries(['CVE-2026-1', one], ['CVE-2026-2', other])).toEqual(worst)
    expect(entries(['CVE-2026-2', one], ['CVE-2026-1', other])).toEqual(worst)
    expect(entries(['CVE-2026-9', one])).toBeNull()
  })
  test('nothing is known without feeds', () => {
    expect(factsOf(advisory('CVE-2026-1000', '1.0'), NO_FACTS)).toEqual({
      kev: null,
      kevEntry: null,
      epss: null,
      reachability: 'unknown'
    })
  })
})
