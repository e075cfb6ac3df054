import { describe, expect, test } from '@jest/globals'
import { NO_FACTS } from '../../../src/core/feeds/feed.js'
import { factsOf } from '../../../src/core/feeds/lookup.js'
import { advisory } from '../identity/builders.js'

describe('facts of a finding', () => {
  const kev = { released: null, cves: new Map([['CVE-2026-1001', '']]) }
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

  test('nothing is known without feeds', () => {
    expect(factsOf(advisory('CVE-2026-1000', '1.0'), NO_FACTS)).toEqual({
      kev: null,
      epss: null,
      reachability: 'unknown'
    })
  })
})
