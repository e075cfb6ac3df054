import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/core/finding.js'
import { kindOf } from '../../../src/core/identity/fingerprint.js'
import { advisory, diffOf, finding, ids, place, replaceDiff, run, states } from './builders.js'

const LOCK = 'web/package-lock.json'
const lockOf = (lodash: string, semver = '7.5.1'): string =>
  `${JSON.stringify(
    { packages: { 'node_modules/lodash': { version: lodash }, 'node_modules/semver': { version: semver } } },
    null,
    2
  )}\n`
const semver = (version: string, id = 'GHSA-c2qf-rxjj-qqgw', more: Partial<Finding> = {}): Finding =>
  advisory(id, version, LOCK, {
    package: { purl: `pkg:npm/semver@${version}`, name: 'semver', version, fixedVersion: null },
    ...more
  })

/** Ids of advisories in the words of those who give them. */
const FAMILIES = [
  ...['CVE-2026-1234', 'GHSA-c2qf-rxjj-qqgw', 'WS-2026-0001', 'PRISMA-2022-0039', 'sonatype-2020-0926', 'GMS-2022-1'],
  ...['TEMP-0000000-B2B5B2', 'NSWG-ECO-428', 'XRAY-123456', 'CGA-2222-3333-4444', 'BIT-node-2024-1', 'HSEC-2023-0001'],
  ...['RSEC-2023-1', 'JVNDB-2021-000001', 'CNVD-2021-12345', 'EUVD-2025-1', 'VULNDB-12345', 'npm:lodash:20180130'],
  ...[
    '1065',
    'CONAN-2024-1',
    'SUSE-SU-2023:1234-1',
    'openSUSE-SU-2023:1-1',
    'KHV001',
    'PHSA-2023-1',
    'vulnerable-dependency'
  ]
]

describe('what is about a dependency is one, whatever its advisory is called', () => {
  test.each(FAMILIES)('%s', ruleId => {
    const found = finding({ category: 'sca', ruleId, location: place(LOCK, 1) })
    expect(kindOf(found)).toBe('dependency')
    expect(kindOf({ ...found, category: 'container' })).toBe('dependency')
    expect(states(run([found], { diff: replaceDiff(LOCK, 900, [], ['x']) }))).toEqual(['introduced'])
    expect(states(run([found], { diff: replaceDiff('web/package.json', 9, [], ['x']) }))).toEqual(['introduced'])
    expect(states(run([found], { diff: replaceDiff('src/a.js', 9, [], ['x']) }))).toEqual(['existing'])
  })

  test.each(['DL3008', 'CIS-DI-0001', 'DKL-LI-0001'])('but not %s, which is about a line of a Dockerfile', ruleId => {
    expect(kindOf(finding({ category: 'container', ruleId }))).toBe('code')
  })

  const nameless = (message: string, line = 1, more: Partial<Finding> = {}): Finding =>
    finding({ category: 'sca', ruleId: 'vulnerable-dependency', message, location: place(LOCK, line), ...more })

  test('without package and advisory, its message and its tool tell it from others', () => {
    const diff = replaceDiff(LOCK, 900, ['a'], ['b'])
    const baseline = [nameless('a 1.0 is vulnerable')]
    const of = (one: Finding) => states(run([one], { baseline, diff }))
    expect(of(nameless('a 1.1 is vulnerable'))).toEqual(['existing'])
    expect(of(nameless('b 1.0 is vulnerable'))).toEqual(['introduced'])
    expect(of(nameless('a 1.0 is vulnerable', 1, { tool: 'Other' }))).toEqual(['introduced'])
  })

  test('at a line, what is written there does, too', () => {
    const base = 'x\nsome-package==1.0.0\ny\n'
    const list = 'requirements.txt'
    const at = (line: number) => nameless('vulnerable', line, { location: place(list, line) })
    const states_ = (head: string, line: number) =>
      states(run([at(line)], { baseline: [at(2)], diff: diffOf(list, base, head), files: { [list]: head } }))
    expect(states_('z\nx\nsome-package==1.0.0\ny\n', 3)).toEqual(['existing'])
    expect(states_('x\ny\nother-package==1.0.0\n', 3)).toEqual(['introduced'])
  })

  test('ids of those that were dependencies before stay', () => {
    expect(ids(run([semver('7.5.1')], {}))).toEqual(['F-fadca5b06d1743f03917660f7a8a1d05'])
  })
})

describe('a lock file that the change touches does not make its backlog new', () => {
  const diff = diffOf(LOCK, lockOf('4.17.20'), lockOf('4.17.21'))
  const files = { [LOCK]: lockOf('4.17.21') }
  const states_ = (found: readonly Finding[], more = {}) => states(run(found, { diff, files, ...more }))

  test('without a baseline: what the base had is newly disclosed, and the ground is told', () => {
    const result = run([semver('7.5.1'), advisory('CVE-2026-1', '4.17.21')], { diff, files })
    expect(states(result)).toEqual(['newly-disclosed', 'introduced'])
    expect(result.findings[0]?.identity).toMatchObject({
      inDiff: false,
      stateReason: `No baseline; the base's ${LOCK} already has semver 7.5.1`
    })
    expect(result.findings[1]?.identity.inDiff).toBe(true)
  })

  test('a finding that names no advisory is existing', () => {
    expect(states_([semver('7.5.1', 'license', { identifiers: [] })])).toEqual(['existing'])
  })

  test('with a baseline that lacks it: newly disclosed', () => {
    const result = run([semver('7.5.1')], { diff, files, baseline: [] })
    expect(states(result)).toEqual(['newly-disclosed'])
    expect(result.findings[0]?.identity.stateReason).toBe(
      `Not in the baseline, but the base's ${LOCK} already has semver 7.5.1: the advisory is new`
    )
  })

  test.each<[string, object]>([
    ['the lock file cannot be read', { files: {} }],
    ['its changed lines are not known', { diff: `diff --git a/${LOCK} b/${LOCK}\nindex 1..2 100644\n` }],
    ['it is added', { diff: diffOf(LOCK, '', lockOf('4.17.21')).replace('--- a', 'new file mode 100644\n--- a') }],
    ['the base had another version', { diff: diffOf(LOCK, lockOf('4.17.20', '7.5.0'), lockOf('4.17.21')) }]
  ])('introduced where %s', (_, more) => {
    expect(states_([semver('7.5.1')], more)).toEqual(['introduced'])
    expect(states_([semver('7.5.1')], { ...more, baseline: [] })).toEqual(['introduced'])
  })

  test('introduced where the finding names no version', () => {
    const nameless = semver('7.5.1', 'CVE-2026-1', { package: null })
    expect(states_([nameless])).toEqual(['introduced'])
  })

  test('a change of the manifest beside a lock file that stays as it is', () => {
    const scripts = replaceDiff('web/package.json', 2, ['a'], ['b'])
    expect(states_([semver('7.5.1')], { diff: scripts })).toEqual(['newly-disclosed'])
    expect(states_([semver('7.5.1', 'CVE-2026-1', { placeGround: 'unchecked' })], { diff: scripts })).toEqual([
      'introduced'
    ])
  })
})

describe('a package that the baseline knows in another version only', () => {
  const jackson = (version: string, id: string) =>
    advisory(id, version, 'pom.xml', {
      package: { purl: `pkg:maven/a/b@${version}`, name: 'a:b', version, fixedVersion: null }
    })
  const baseline = [jackson('2.0', 'CVE-2026-1')]

  test.each(['versions.env.d/x', 'ci/versions.txt', 'src/a.java', 'README.md'])(
    'is introduced, be it moved by %s',
    path => {
      const result = run([jackson('2.1', 'CVE-2026-2')], { baseline, diff: replaceDiff(path, 1, ['1'], ['2']) })
      expect(states(result)).toEqual(['introduced'])
      expect(result.findings[0]?.identity.stateReason).toBe(
        'Not in the baseline, which has this package only in another version: 2.0'
      )
    }
  )

  test('is newly disclosed where the baseline has this version, too, or knows nothing of it', () => {
    const diff = replaceDiff('src/a.java', 1, ['1'], ['2'])
    const both = [...baseline, jackson('2.1', 'CVE-2026-3')]
    expect(states(run([jackson('2.1', 'CVE-2026-2')], { baseline: both, diff }))).toEqual(['newly-disclosed'])
    expect(states(run([jackson('2.1', 'CVE-2026-2')], { baseline: [], diff }))).toEqual(['newly-disclosed'])
  })

  test('is newly disclosed where a lock file that the change leaves alone has both versions', () => {
    const lock = lockOf('4.17.21').replace(
      '}\n  }',
      '},\n    "node_modules/a/node_modules/semver": { "version": "6.0.0" }\n  }'
    )
    const diff = replaceDiff('src/a.js', 1, ['1'], ['2'])
    const head = [semver('6.0.0', 'CVE-2026-2')]
    const known = { baseline: [semver('7.5.1')], diff }
    expect(states(run(head, { ...known, files: { [LOCK]: lock } }))).toEqual(['newly-disclosed'])
    expect(states(run(head, known))).toEqual(['introduced'])
  })
})
