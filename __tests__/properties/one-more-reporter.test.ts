import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Finding, Reachability } from '../../src/core/finding.js'
import { mergeFindings } from '../../src/core/identity/merging/merge.js'
import { type Policy, VERDICTS } from '../../src/core/policy/policy.js'
import { decideOn, identified, policyOf } from '../core/decision/evaluation.js'
import { advisory } from '../core/identity/builders.js'
import { triesOf } from '../thorough.js'

/**
 * Spellings of one package. Of one type: where another type of the same name is reported too, what names no type could be
 * about either, and stays a finding of its own.
 */
const PURLS = [
  'pkg:pypi/django-package@1.0',
  'pkg:pypi/Django_package@1.0',
  'pkg:pypi/django.package@1.0',
  'pkg:PyPI/DJANGO-PACKAGE@1.0?arch=x',
  'pkg:pypi/django-package@1.0?arch=y#sub',
  'pkg:pypi/django-package',
  null
] as const

interface Report {
  readonly purl: string | null
  readonly name: string
  readonly tool: string
  readonly reachability: Reachability
  readonly fixAvailable: boolean | null
  readonly malware: boolean
}

const report: fc.Arbitrary<Report> = fc.record({
  purl: fc.constantFrom(...PURLS),
  name: fc.constantFrom('django-package', 'Django_package'),
  tool: fc.constantFrom('Trivy', 'osv-scanner', 'Snyk Open Source'),
  reachability: fc.constantFrom('reachable', 'potential', 'unreachable', 'unknown'),
  fixAvailable: fc.constantFrom(true, false, null),
  malware: fc.boolean()
})

function findingOf({ purl, name, tool, reachability, fixAvailable, malware }: Report): Finding {
  const version = purl === null || purl.includes('@') ? '1.0' : null
  const found = { purl, name, version, fixedVersion: null }
  return advisory('CVE-2026-1000', '1.0', 'requirements.txt', {
    tool,
    package: found,
    reachability,
    fixAvailable,
    malware
  })
}

const CONDITIONS = [
  'package: "pkg:pypi/django-package"',
  'package: "pkg:pypi/Django_*"',
  'package: "pkg:pypi/django_package@1.0"',
  'package: "pkg:*/django_package*"',
  'package: "pkg:pypi/django-package@1.0?arch=x"',
  'reachability: unreachable',
  'reachability: [potential, reachable]',
  'fix-available: true',
  'fix-available: false'
] as const

/** One or two of them. That it is malware is worse than that it is not: a rule that asks for the milder is not meant here. */
const conditions = (malware: string) =>
  fc.uniqueArray(fc.constantFrom(...CONDITIONS, malware), {
    minLength: 1,
    maxLength: 2,
    selector: each => each.slice(0, each.indexOf(':'))
  })

const rankOf = (findings: readonly Finding[], policy: Policy): number => {
  const merged = mergeFindings(findings).map(each => identified(each))
  return VERDICTS.indexOf(decideOn(policy, merged).verdict)
}

test('one more reporter never makes the verdict milder, however it spells the package', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(report, { minLength: 1, maxLength: 3 }),
      report,
      conditions('malware: true'),
      fc.option(conditions('malware: false'), { nil: null }),
      async (known, more, when, unless) => {
        const excuse = unless === null ? '' : `, unless: {${unless.join(', ')}}`
        const policy = await policyOf(`rules: [{id: a, when: {${when.join(', ')}}${excuse}, verdict: block}]\n`)
        const before = known.map(findingOf)
        expect(rankOf([...before, findingOf(more)], policy)).toBeGreaterThanOrEqual(rankOf(before, policy))
      }
    ),
    { numRuns: triesOf(200) }
  )
})
