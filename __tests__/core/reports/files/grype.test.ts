/**
 * How grype matches VEX (anchore/grype, `grype/vex/openvex`; openvex/go-vex, `pkg/vex`): the identifiers of the image that
 * it scanned, then those of the package alone; package URLs are compared part by part.
 */
import { describe, expect, test } from '@jest/globals'
import { PackageURL } from 'packageurl-js'
import type { Decision } from '../../../../src/core/decision/decision.js'
import type { ExceptionType } from '../../../../src/core/exceptions/exception.js'
import type { Finding } from '../../../../src/core/finding.js'
import { renderOpenVex } from '../../../../src/core/reports/files/openvex.js'
import { aDecision, anOutcome } from '../../../builders.js'

interface Component {
  readonly '@id'?: string
  readonly identifiers?: Readonly<Record<string, string>>
}

interface Statement {
  readonly vulnerability: { readonly name: string; readonly aliases?: readonly string[] }
  readonly products: readonly (Component & { readonly subcomponents?: readonly Component[] })[]
  readonly status: string
}

function purlMatches(general: string, specific: string): boolean {
  try {
    const [a, b] = [PackageURL.fromString(general), PackageURL.fromString(specific)]
    if (a.type !== b.type || (a.namespace ?? '') !== (b.namespace ?? '') || a.name !== b.name) return false
    if ((a.version ?? '') !== '' && a.version !== b.version) return false
    return Object.entries(a.qualifiers ?? {}).every(([key, value]) => b.qualifiers?.[key] === value)
  } catch {
    return false
  }
}

const componentMatches = ({ '@id': id = '', identifiers = {} }: Component, wanted: string): boolean =>
  id === wanted ||
  (id.startsWith('pkg:') && purlMatches(id, wanted)) ||
  Object.entries(identifiers).some(
    ([type, each]) => each === wanted || (type === 'purl' && wanted.startsWith('pkg:') && purlMatches(each, wanted))
  )

const productMatches = (product: Statement['products'][number], wanted: string, part: string | null): boolean =>
  componentMatches(product, wanted) &&
  (product.subcomponents === undefined ||
    product.subcomponents.length === 0 ||
    part === null ||
    product.subcomponents.some(each => componentMatches(each, part)))

/** Whether grype no longer reports a vulnerability of a package in what it scanned. */
function isIgnored(document: string, id: string, scanned: readonly string[], purl: string): boolean {
  const { statements } = JSON.parse(document) as { readonly statements: readonly Statement[] }
  const about = statements.filter(
    ({ vulnerability }) => vulnerability.name === id || (vulnerability.aliases ?? []).includes(id)
  )
  const matching = (product: string, part: string | null) =>
    about.find(({ products }) => products.some(each => productMatches(each, product, part)))
  const first = scanned.flatMap(product => matching(product, purl) ?? [])[0] ?? matching(purl, null)
  return first?.status === 'not_affected' || first?.status === 'fixed'
}

const DIGEST = `sha256:${'a'.repeat(64)}`
/** As grype names an image of a registry that it pulled by a tag. */
const scannedAs = (digest: string, name = 'pay'): readonly string[] => [
  `ghcr.io/acme/${name}:1.2`,
  `pkg:oci/${name}?tag=1.2`,
  `ghcr.io/acme/${name}@${digest}`,
  `pkg:oci/${name}@${digest}?repository_url=ghcr.io/acme`,
  digest.slice('sha256:'.length)
]
const IMAGE = scannedAs(DIGEST)
const LODASH = 'pkg:npm/lodash@4.17.20'

function decisionOf(type: ExceptionType, finding: Partial<Finding>, overrides: Partial<Decision> = {}): Decision {
  const reason = 'vulnerable_code_not_in_execute_path: no template is ever compiled'
  const account = {
    ...{ type, reason, owner: '@alice', ticket: null, controls: ['WAF rule 1'] },
    approvers: [{ login: '@bob', at: '2026-11-01T00:00:00Z', url: null }],
    quorum: { needed: 1, have: 1 }
  }
  const told = {
    id: 'EXC-1',
    status: 'active',
    source: 'file',
    finding: null,
    expires: '2026-12-30',
    problem: null
  } as const
  const outcome = anOutcome(
    { verdict: 'pass', reason: 'excepted', exception: { id: 'EXC-1', expires: '2026-12-30' } },
    {
      category: 'container',
      identifiers: ['CVE-2026-1234', 'GHSA-aaaa-bbbb-cccc'],
      package: { purl: LODASH, name: 'lodash', version: '4.17.20', fixedVersion: '4.17.21' },
      clues: { snippet: null, fingerprints: {}, symbol: `ghcr.io/acme/pay:1.2@${DIGEST}` },
      ...finding
    }
  )
  return aDecision({ outcomes: [outcome], exceptions: [{ ...told, account }], ...overrides })
}

describe('a false positive in an image', () => {
  const document = renderOpenVex(decisionOf('false-positive', {}))

  test.each([
    ['is ignored there, by either name of the advisory', 'CVE-2026-1234', IMAGE, LODASH, true],
    ['is ignored there by its alias', 'GHSA-aaaa-bbbb-cccc', IMAGE, LODASH, true],
    ['is ignored for the package as a distribution writes it', 'CVE-2026-1234', IMAGE, `${LODASH}?arch=any`, true],
    ['is no other advisory', 'CVE-2026-9999', IMAGE, LODASH, false],
    ['is no other package', 'CVE-2026-1234', IMAGE, 'pkg:npm/minimist@1.2.0', false],
    ['is no other version', 'CVE-2026-1234', IMAGE, 'pkg:npm/lodash@4.17.19', false],
    ['is no package of that name elsewhere', 'CVE-2026-1234', IMAGE, 'pkg:deb/debian/lodash@4.17.20', false],
    ['is no other build of the image', 'CVE-2026-1234', scannedAs(`sha256:${'b'.repeat(64)}`), LODASH, false],
    ['is no other image', 'CVE-2026-1234', scannedAs(`sha256:${'b'.repeat(64)}`, 'till'), LODASH, false],
    ['is nothing in a directory', 'CVE-2026-1234', [], LODASH, false]
  ] as const)('%s', (_, id, scanned, purl, ignored) => {
    expect(isIgnored(document, id, scanned, purl)).toBe(ignored)
  })
})

test.each(['risk-accept', 'mitigated', 'vendor-dependency', 'break-glass'] as const)(
  'what was accepted (%s) is still reported',
  type => expect(isIgnored(renderOpenVex(decisionOf(type, {})), 'CVE-2026-1234', IMAGE, LODASH)).toBe(false)
)

describe('what has no digest', () => {
  const named = (symbol: string) =>
    renderOpenVex(decisionOf('false-positive', { clues: { snippet: null, fingerprints: {}, symbol } }))

  test('an image by a tag without a registry is matched by it', () => {
    const scanned = ['alpine:3.19', 'pkg:oci/alpine?tag=3.19']
    expect(isIgnored(named('alpine:3.19'), 'CVE-2026-1234', scanned, LODASH)).toBe(true)
    expect(isIgnored(named('alpine:3.19'), 'CVE-2026-1234', ['alpine:3.20', 'pkg:oci/alpine?tag=3.20'], LODASH)).toBe(
      false
    )
  })

  test('an image by a tag of a registry is not: nothing is ignored that should not be', () => {
    expect(isIgnored(named('ghcr.io/acme/pay:1.2'), 'CVE-2026-1234', IMAGE, LODASH)).toBe(false)
  })

  test('a repository is a product of its own: neither an image nor its package is ignored for it', () => {
    const change = { ...aDecision().change, repository: 'acme/pay' }
    const document = renderOpenVex(decisionOf('false-positive', { category: 'sca' }, { change }))
    expect(JSON.parse(document).statements).toHaveLength(1)
    expect(isIgnored(document, 'CVE-2026-1234', IMAGE, LODASH)).toBe(false)
    expect(isIgnored(document, 'CVE-2026-1234', [], LODASH)).toBe(false)
  })

  test('without either the package is the product, and ignored wherever it is: such a file is for yourself', () => {
    const change = { ...aDecision().change, repository: null }
    const document = renderOpenVex(decisionOf('false-positive', { category: 'sca' }, { change }))
    expect(isIgnored(document, 'CVE-2026-1234', IMAGE, LODASH)).toBe(true)
    expect(isIgnored(document, 'CVE-2026-1234', [], 'pkg:npm/lodash@4.17.19')).toBe(false)
  })
})
