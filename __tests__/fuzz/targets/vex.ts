import { parseVex } from '../../../src/core/feeds/parse.js'
import { indexVex, reachabilityBy } from '../../../src/core/feeds/vex.js'
import { aFinding } from '../../builders.js'
import { must, NAME, readOrTold, type Target } from '../target.js'

const FINDINGS = [
  { identifiers: ['CVE-2026-1111'], purl: 'pkg:npm/a@1.0.0' },
  { identifiers: ['CVE-2026-1111', 'CVE-2026-2222'], purl: 'pkg:npm/%40s/b@2.0.0?x=y' },
  { identifiers: ['GHSA-aaaa-bbbb-cccc', 'CVE-2026-2222'], purl: null }
].map(({ identifiers, purl }) =>
  aFinding({
    identifiers,
    category: 'sca',
    package: { purl, name: 'a', version: purl === null ? null : '1.0.0', fixedVersion: null }
  })
)

/** OpenVEX: out of reach is only what a whole statement says so of, and a word against it more is never one for it. */
export const vex: Target = {
  name: 'vex',
  form: 'json',
  words: [
    ...[
      'statements',
      'vulnerability',
      'name',
      'aliases',
      'products',
      '@id',
      'identifiers',
      'purl',
      'subcomponents',
      'status'
    ],
    ...['not_affected', 'affected', 'fixed', 'under_investigation', 'justification', 'impact_statement', 'timestamp'],
    ...['last_updated', 'CVE-2026-1111', 'CVE-2026-2222', 'pkg:npm/a', 'pkg:npm/a@1.0.0', 'pkg:npm/%40s/b@2.0.0?x=y'],
    ...['pkg:github/acme/pay', 'https://github.com/acme/pay', 'component_not_present', '2026-11-01T00:00:00Z']
  ],
  check(_, text) {
    const statements = readOrTold(text, () => parseVex(text, NAME))
    if (statements === null) return
    for (const { identifiers, products, status, justification, problem } of statements) {
      must(identifiers.length > 0, 'a statement about nothing')
      const isWhole = products.length > 0 && (status !== 'not_affected' || justification !== null)
      must((problem === null) === isWhole, 'a statement that is half counts')
    }
    for (const finding of FINDINGS) {
      if (reachabilityBy(finding, indexVex(statements), 'acme/pay') !== 'unreachable') continue
      const whole = statements.filter(({ problem, status }) => problem === null && status === 'not_affected')
      const named = finding.identifiers.some(id => whole.some(({ identifiers }) => identifiers.includes(id)))
      must(named, 'out of reach without a word for it')
      const against = statements.map(each => ({ ...each, status: 'affected' as const, date: null }))
      must(
        reachabilityBy(finding, indexVex([...statements, ...against]), 'acme/pay') !== 'unreachable',
        'out of reach against an undated word of the same'
      )
    }
  }
}
