import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../../src/core/finding.js'
import { advisoryGroups } from '../../../../src/core/identity/merging/advisories.js'
import { aPlainFinding } from '../../../builders.js'

const named = (identifiers: string): Finding => aPlainFinding({ identifiers: identifiers.split(' ') })

/** The groups, each as what its parts are called, whichever of them is read first. */
function groupsOf(...all: readonly string[]): readonly string[] {
  const shown = (list: readonly string[]) =>
    advisoryGroups(list.map(named))
      .map(group =>
        group
          .map(({ identifiers }) => identifiers.join(' '))
          .sort()
          .join(' | ')
      )
      .sort()
  const groups = shown(all)
  for (let at = 1; at < all.length; at += 1) expect(shown([...all.slice(at), ...all.slice(0, at)])).toEqual(groups)
  expect(shown(all.toReversed())).toEqual(groups)
  return groups
}

describe('what is about one vulnerability', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['the same id', ['CVE-1', 'CVE-1'], ['CVE-1 | CVE-1']],
    ['no id in common', ['CVE-1', 'GHSA-1'], ['CVE-1', 'GHSA-1']],
    ['an alias', ['CVE-1 GHSA-1', 'GHSA-1'], ['CVE-1 GHSA-1 | GHSA-1']],
    ['a weakness is no advisory', ['CVE-1 CWE-79', 'CWE-79 GHSA-1'], ['CVE-1 CWE-79', 'CWE-79 GHSA-1']],
    ['nor tells it two of one id apart', ['CVE-1 CWE-79', 'CVE-1'], ['CVE-1 | CVE-1 CWE-79']],
    ['what only ends like a weakness', ['XCWE-1 GHSA-1', 'XCWE-1'], ['XCWE-1 | XCWE-1 GHSA-1']],
    ['two CVEs of one alias', ['CVE-1 GO-1', 'CVE-2 GO-1'], ['CVE-1 GO-1', 'CVE-2 GO-1']],
    ['two CVEs and one of them', ['CVE-1 CVE-2', 'CVE-1'], ['CVE-1', 'CVE-1 CVE-2']],
    ['two CVEs, twice', ['CVE-1 CVE-2', 'CVE-1 CVE-2 GO-1'], ['CVE-1 CVE-2 | CVE-1 CVE-2 GO-1']],
    ['two GHSAs of one alias', ['GHSA-1 GO-1', 'GHSA-2 GO-1'], ['GHSA-1 GO-1', 'GHSA-2 GO-1']],
    ['two GHSAs and one of them, without a CVE', ['GHSA-1 GHSA-2', 'GHSA-1'], ['GHSA-1', 'GHSA-1 GHSA-2']],
    [
      'one of two GHSAs of one CVE, which may have been withdrawn for the other',
      ['CVE-1 GHSA-1 GHSA-2', 'GHSA-1'],
      ['CVE-1 GHSA-1 GHSA-2 | GHSA-1']
    ],
    ['another GHSA than that of the CVE', ['CVE-1 GHSA-1 GO-1', 'GHSA-2 GO-1'], ['CVE-1 GHSA-1 GO-1', 'GHSA-2 GO-1']],
    ['one GHSA more than the CVE has', ['CVE-1 GHSA-1', 'GHSA-1 GHSA-2'], ['CVE-1 GHSA-1', 'GHSA-1 GHSA-2']],
    [
      'a chain of aliases',
      ['CVE-1 GHSA-1', 'GO-1 PYSEC-1', 'GHSA-1 GO-1'],
      ['CVE-1 GHSA-1 | GHSA-1 GO-1 | GO-1 PYSEC-1']
    ],
    [
      'two chains that a third finding ties',
      ['CVE-1 A-1', 'B-1 C-1', 'A-1 B-1', 'C-1'],
      ['A-1 B-1 | B-1 C-1 | C-1 | CVE-1 A-1']
    ],
    [
      'three that a fourth ties',
      ['A-1 X-1', 'B-1 Y-1', 'C-1 Z-1', 'X-1 Y-1 Z-1'],
      ['A-1 X-1 | B-1 Y-1 | C-1 Z-1 | X-1 Y-1 Z-1']
    ],
    [
      'what is tied to two CVEs goes with one of them alone',
      ['CVE-1 A-1', 'CVE-2 B-1', 'A-1 B-1'],
      ['A-1 B-1 | CVE-1 A-1', 'CVE-2 B-1']
    ],
    [
      'what came to one CVE by an alias does not go on to another',
      ['CVE-1 A-1', 'CVE-2 C-1', 'A-1 B-1', 'B-1 C-1'],
      ['A-1 B-1 | B-1 C-1 | CVE-1 A-1', 'CVE-2 C-1']
    ]
  ])('%s', (_, all, expected) => expect(groupsOf(...all)).toEqual([...expected].sort()))
})
