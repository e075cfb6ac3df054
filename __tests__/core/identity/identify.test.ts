import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/core/finding.js'
import { fingerprintIn } from '../../../src/core/identity/fingerprint.js'
import type { IdentityContext } from '../../../src/core/identity/identified.js'
import { advisory, finding, ids, NOW, place, replaceDiff, run, scan, states } from './builders.js'

const FILE = 'src/app.js'
const BASE = 'import x from "x"\n\nexport function first(a) {\n  const r = eval(a)\n  return r\n}\n'
const DOCS = replaceDiff('README.md', 1, ['old'], ['new'])

describe('fingerprint', () => {
  const lines = (text: string) => ids(run(scan(FILE, text), { files: { [FILE]: text } }))

  test('is 128 bits in lower-case hex', () => {
    expect(lines(BASE)).toEqual([expect.stringMatching(/^F-[0-9a-f]{32}$/)])
  })

  test.each([
    ['lines added above', `// one\n// two\n${BASE}`],
    ['indentation', BASE.replaceAll('  ', '\t\t')],
    ['CRLF', BASE.replaceAll('\n', '\r\n')],
    ['an edit of a neighbour', BASE.replace('return r', 'return String(r)')]
  ])('survives %s', (_, text) => {
    expect(lines(text)).toEqual(lines(BASE))
  })

  test('differs by path, rule, tool and content', () => {
    const at = (path: string, more = {}) => ids(run(scan(path, BASE, 'eval', more), { files: { [path]: BASE } }))[0]
    const all = [
      at(FILE),
      at('src/other.js'),
      at(FILE, { ruleId: 'other' }),
      at(FILE, { tool: 'Other' }),
      lines(BASE.replace('eval(a)', 'eval(b)'))[0]
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  test('does not depend on the version of the tool or on its message', () => {
    const one = run(scan(FILE, BASE, 'eval', { toolVersion: '2', message: 'other' }), { files: { [FILE]: BASE } })
    expect(ids(one)).toEqual(lines(BASE))
  })

  test('never hashes a secret without salt, and ignores where it stands', () => {
    const secret = (line: number, snippet: string) =>
      finding({ category: 'secret', ruleId: 'aws', location: place('a.env', line), snippet })
    const [one] = ids(run([secret(3, 'AKIAX')], {}))
    expect(ids(run([secret(9, ' AKIAX ')], {}))).toEqual([one])
    expect(ids(run([secret(3, 'AKIAY')], {}))).not.toEqual([one])
  })

  test('of a dependency leaves out version and tool, and takes the CVE of its aliases', () => {
    const [one] = ids(run([advisory('CVE-2026-1', '1.0.0')], {}))
    const other = advisory('GHSA-aaaa-bbbb-cccc', '2.0.0', undefined, {
      tool: 'Grype',
      identifiers: ['CVE-2026-1', 'CWE-79', 'GHSA-aaaa-bbbb-cccc']
    })
    expect(ids(run([other], {}))).toEqual([one])
    expect(ids(run([advisory('CVE-2026-1', '1.0.0', 'other/package-lock.json')], {}))).not.toEqual([one])
  })

  test('of infrastructure code goes by resource', () => {
    const resource = (line: number, symbol: string) =>
      finding({
        category: 'iac',
        location: place('main.tf', line),
        clues: { snippet: `line ${line}`, fingerprints: {}, symbol }
      })
    const [one, other] = ids(run([resource(3, 'aws_s3_bucket.a'), resource(4, 'aws_s3_bucket.b')], {}))
    expect(ids(run([resource(30, 'aws_s3_bucket.a')], {}))).toEqual([one])
    expect(one).not.toBe(other)
  })

  test('tells equal findings of one file apart, whatever the order of the input', () => {
    const text = 'eval(value)\nconst a = 1\neval(value)\n'
    const found = scan(FILE, text)
    const setting = { files: { [FILE]: text } }
    expect(new Set(ids(run(found, setting))).size).toBe(2)
    expect(ids(run([...found].reverse(), setting))).toEqual([...ids(run(found, setting))].reverse())
  })

  test('of an image leaves out its tag', () => {
    const image = (path: string) => ids(run([advisory('CVE-2026-1', '1', path, { category: 'container' })], {}))[0]
    expect(image('acme/app:1.2.3')).toBe(image('acme/app:1.2.4'))
    expect(image('acme/app:1.2.3')).not.toBe(image('acme/api:1.2.3'))
  })
})

const HELD = { snippet: null, fingerprints: {}, symbol: 'main' }
const COLUMN = { primaryLocationStartColumnFingerprint: '3' }
const HEADER = { placeProblem: '/usr/include/a.h:3: the path lies outside the repository.' }

describe('states against a baseline', () => {
  const against = (head: string, diff: string | undefined, base = BASE) =>
    run(scan(FILE, head), {
      baseline: scan(FILE, base),
      files: { [FILE]: head },
      ...(diff === undefined ? {} : { diff })
    })

  test('lines added above: existing', () => {
    const result = against(`// 1\n${BASE}`, replaceDiff(FILE, 1, [], ['// 1']))
    expect(states(result)).toEqual(['existing'])
    expect(result.fixed).toEqual([])
  })

  test('a copy in the same file: one existing, the other introduced, and the old one keeps its id', () => {
    const copy = ['export function second(a) {', '  const r = eval(a)', '  return r', '}']
    const head = `${copy.join('\n')}\n${BASE}`
    const result = against(head, replaceDiff(FILE, 1, [], copy))
    expect(states(result)).toEqual(['introduced', 'existing'])
    expect(ids(result)[1]).toBe(ids(run(scan(FILE, BASE), { files: { [FILE]: BASE } }))[0])
  })

  test('a submodule that moved on: its files have other text, and nothing in them is existing by its line', () => {
    const diff =
      'diff --git a/sub b/sub\n--- a/sub\n+++ b/sub\n@@ -1 +1 @@\n-Subproject commit 1\n+Subproject commit 2\n'
    const at = (line: number, message: string) => [finding({ location: place('sub/x.js', line), message })]
    const result = run(at(2, 'Runs location.hash'), {
      baseline: at(2, 'Runs a constant'),
      diff,
      files: { 'sub/x.js': 'a\neval(location.hash)\n' }
    })
    expect(states(result)).toEqual(['introduced'])
  })

  test('a copy in another file: introduced', () => {
    const copy = 'src/copy.js'
    const result = run([...scan(FILE, BASE), ...scan(copy, BASE)], {
      baseline: scan(FILE, BASE),
      files: { [FILE]: BASE, [copy]: BASE },
      diff: replaceDiff(copy, 1, [], BASE.split('\n').slice(0, -1)).replace(
        '--- a/src/copy.js',
        'new file mode 100644\n--- /dev/null'
      )
    })
    expect(states(result)).toEqual(['existing', 'introduced'])
  })

  test('short code that vanishes here and appears there is not the same finding', () => {
    const filler = (from: number) => Array.from({ length: 9 }, (_, index) => `call${from + index}()`)
    const base = [...filler(0), '  eval(a)', ...filler(10), ...filler(20)].join('\n')
    const head = [...filler(0), ...filler(10), '  eval(a)', ...filler(20)].join('\n')
    const diff = `--- a/${FILE}\n+++ b/${FILE}\n@@ -10,1 +9,0 @@\n-  eval(a)\n@@ -19,0 +19,1 @@\n+  eval(a)\n`
    expect(states(against(head, diff, base))).toEqual(['introduced'])
  })

  test('another secret on a changed line, where all secrets are blotted out: introduced', () => {
    const secret = (line: number) =>
      finding({ category: 'secret', location: { ...place(FILE, line, 5), endColumn: 25 }, snippet: 'REDACTED' })
    const diff = replaceDiff(FILE, 4, ['KEY=one'], ['KEY=two'])
    expect(states(run([secret(4)], { baseline: [secret(4)], diff }))).toEqual(['introduced'])
    expect(states(run([secret(3)], { baseline: [secret(3)], diff }))).toEqual(['existing'])
  })

  test.each([
    ['without columns', 300, null],
    ['at another column of a very long line', 2000, 900]
  ])('another weakness in a minified line, %s: introduced', (_, length, column) => {
    const filler = Array.from({ length }, (_, index) => `a${index}=${index};`).join('')
    const [old, text] = [`${filler}eval(1);${filler}`, `${filler}eval(location.hash);${filler}`]
    const at = (startColumn: number | null) => [finding({ location: place(FILE, 1, startColumn) })]
    const result = run(at(column), {
      baseline: at(column === null ? null : filler.length + 1),
      diff: replaceDiff(FILE, 1, [old], [text]),
      files: { [FILE]: text }
    })
    expect(states(result)).toEqual(['introduced'])
  })

  test('a line edited in place: existing, under a new id', () => {
    const head = BASE.replace('const r = eval(a)', 'const r = eval(a, argument)')
    const result = against(head, replaceDiff(FILE, 4, ['  const r = eval(a)'], ['  const r = eval(a, argument)']))
    expect(states(result)).toEqual(['existing'])
    expect(ids(result)).not.toEqual(ids(run(scan(FILE, BASE), { files: { [FILE]: BASE } })))
  })

  test('two equally good candidates: introduced, with the reason', () => {
    const base = 'eval(alpha, beta, gamma, one)\n'
    const head = 'eval(alpha, beta, gamma, two)\neval(alpha, beta, gamma, six)\n'
    const result = against(head, replaceDiff(FILE, 1, [base.trim()], head.trim().split('\n')), base)
    expect(states(result)).toEqual(['introduced', 'introduced'])
    expect(result.findings[0]?.identity.stateReason).toContain('could be this one')
    expect(result.fixed).toHaveLength(1)
  })

  describe('a copy of a line, where no diff tells which of the two is new', () => {
    const copied = (line: number) => finding({ snippet: '  eval(argument, other)', location: place(FILE, line, 3) })
    test('both count as introduced, with the reason', () => {
      const result = run([copied(10), copied(90)], { baseline: [copied(10)] })
      expect(states(result)).toEqual(['introduced', 'introduced'])
      expect(result.findings[0]?.identity.stateReason).toContain('could be this one')
    })
    test('with the diff, only the copy does', () => {
      const text = Array.from({ length: 100 }, (_, line) =>
        [9, 89].includes(line) ? '  eval(argument, other)' : `x${line}()`
      )
      const result = run([copied(10), copied(90)], {
        baseline: [copied(10)],
        files: { [FILE]: text.join('\n') },
        diff: replaceDiff(FILE, 90, ['  x()'], ['  eval(argument, other)'])
      })
      expect(states(result)).toEqual(['existing', 'introduced'])
    })
    test('as many as before, or fewer, are the same', () => {
      expect(states(run([copied(12)], { baseline: [copied(10), copied(90)] }))).toEqual(['existing'])
      expect(states(run([copied(12), copied(92)], { baseline: [copied(10), copied(90)] }))).toEqual([
        'existing',
        'existing'
      ])
    })
  })

  test('renamed by git: existing, and the reason names the old path', () => {
    const moved = 'lib/app.js'
    const result = run(scan(moved, BASE), {
      baseline: scan(FILE, BASE),
      files: { [moved]: BASE },
      diff: `diff --git a/${FILE} b/${moved}\nsimilarity index 100%\nrename from ${FILE}\nrename to ${moved}\n`
    })
    expect(states(result)).toEqual(['existing'])
    expect(result.findings[0]?.identity.stateReason).toContain(FILE)
  })

  test('renamed away, and the same weakness written anew at the old path: that one is introduced under an id of its own', () => {
    const moved = 'lib/app.js'
    const lines = BASE.split('\n').slice(0, -1)
    const added = replaceDiff(FILE, 1, [], lines).replace(`--- a/${FILE}`, 'new file mode 100644\n--- /dev/null')
    const result = run([...scan(moved, BASE), ...scan(FILE, BASE)], {
      baseline: scan(FILE, BASE),
      files: { [moved]: BASE, [FILE]: BASE },
      diff: `diff --git a/${FILE} b/${moved}\nsimilarity index 100%\nrename from ${FILE}\nrename to ${moved}\n${added}`
    })
    expect(states(result)).toEqual(['existing', 'introduced'])
    expect(ids(result)[1]).not.toBe(ids(run(scan(FILE, BASE), { files: { [FILE]: BASE } }))[0])
    expect(result.fixed).toEqual([])
  })

  test('documentation only, and a new advisory: newly-disclosed', () => {
    const result = run([advisory('CVE-2026-1', '1'), advisory('CVE-2026-2', '1')], {
      baseline: [advisory('CVE-2026-1', '1')],
      diff: DOCS
    })
    expect(states(result)).toEqual(['existing', 'newly-disclosed'])
  })

  test('a new advisory for a version that the base had, though the lock file changed: newly-disclosed', () => {
    const diff = replaceDiff('web/package-lock.json', 1, ['a'], ['b'])
    const known = run([advisory('CVE-2026-1', '1'), advisory('CVE-2026-2', '1')], {
      baseline: [advisory('CVE-2026-1', '1')],
      diff
    })
    expect(states(known)).toEqual(['existing', 'newly-disclosed'])
    const bumped = run([advisory('CVE-2026-2', '2')], { baseline: [advisory('CVE-2026-1', '1')], diff })
    expect(states(bumped)).toEqual(['introduced'])
  })

  test('a second version of the package at the same line: it is introduced, and the old one stays existing', () => {
    const lock = replaceDiff('web/package-lock.json', 5, ['a'], ['b'])
    const result = run([advisory('CVE-2026-1', '3.0.0'), advisory('CVE-2026-1', '4.17.20')], {
      baseline: [advisory('CVE-2026-1', '4.17.20')],
      diff: lock
    })
    expect(states(result)).toEqual(['introduced', 'existing'])
  })

  test('a lock file that was moved to where it counts: introduced', () => {
    const moved = 'diff --git a/old/package-lock.json b/web/package-lock.json\nsimilarity index 100%\n'
    const diff = `${moved}rename from old/package-lock.json\nrename to web/package-lock.json\n`
    expect(states(run([advisory('CVE-2026-1', '4.17.20')], { diff }))).toEqual(['introduced'])
    expect(states(run([advisory('CVE-2026-1', '4.17.20')], { diff, baseline: [] }))).toEqual(['introduced'])
  })

  test.each([
    ['pom.xml', 'app/pom.xml', 'introduced'],
    ['gradle/libs.versions.toml', 'app/build.gradle.kts', 'introduced'],
    ['Directory.Packages.props', 'app/app.csproj', 'introduced'],
    ['requirements/base.txt', 'requirements/production.txt', 'introduced'],
    ['app/pom.xml', 'web/pom.xml', 'newly-disclosed'],
    ['package.json', 'web/package-lock.json', 'newly-disclosed']
  ])('a version in %s reaches %s: %s', (changed, manifest, state) => {
    const diff = replaceDiff(changed, 1, ['1.0'], ['2.0'])
    expect(states(run([advisory('CVE-2026-1', '2.0', manifest)], { diff, baseline: [] }))).toEqual([state])
  })

  describe('an image', () => {
    const inImage = (symbol: string, id = 'CVE-2026-1') =>
      advisory(id, '1.0', '', {
        category: 'container',
        location: null,
        clues: { snippet: null, fingerprints: {}, symbol }
      })

    test.each([
      ['a new tag of it', 'acme/app:2', 'existing'],
      ['another one', 'acme/new:1', 'introduced']
    ])('%s', (_, image, state) => {
      expect(states(run([inImage(image)], { baseline: [inImage('acme/app:1')] }))).toEqual([state])
    })

    test('another advisory in another image is not newly disclosed', () => {
      const result = run([inImage('acme/new:1', 'CVE-2026-2')], { baseline: [inImage('acme/app:1')] })
      expect(states(result)).toEqual(['introduced'])
    })
  })

  test('places that cannot be mapped are told apart by their path, not by their line', () => {
    const at = (placeProblem: string) => [finding({ placeProblem, clues: HELD })]
    const baseline = at('/x/a.js:1: the path is absolute and lies outside the repository.')
    expect(states(run(at('/x/a.js:7: the path is absolute and lies outside the repository.'), { baseline }))).toEqual([
      'existing'
    ])
    expect(states(run(at('/x/b.js:1: the path is absolute and lies outside the repository.'), { baseline }))).toEqual([
      'introduced'
    ])
  })

  test.each([
    ['a home', '/home/ann/app/src/a.c', '/Users/bob/app/src/a.c', 'existing'],
    ['a temporary directory', '/tmp/tmp.X1/src/a.c', '/var/folders/zz/T/y2/src/a.c', 'existing'],
    ['a workspace', '/ci/job@2/src/a.c', '/ci/job/src/a.c', 'existing'],
    ['another directory', '/ci/job/src/a.c', '/ci/job/lib/a.c', 'introduced'],
    ['another file of a temporary directory', '/tmp/a/b.c', '/tmp/a/c.c', 'introduced']
  ])('a path outside of the repository, seen from %s', (_, before, after, state) => {
    const at = (path: string) => [
      finding({ placeProblem: `${path}:3: the path lies outside the repository.`, clues: HELD })
    ]
    expect(states(run(at(after), { baseline: at(before) }))).toEqual([state])
  })

  const LOST = { placeProblem: '/ci/job/src/a.c:3: the path lies outside the repository.' }
  const lost = (clues: Partial<Finding['clues']>, parts: Partial<Finding> = {}) =>
    finding({ ...LOST, ...parts, clues: { snippet: null, fingerprints: {}, symbol: null, ...clues } })
  const MESSAGE_ALONE = /^The baseline has one of this rule and message at this place, but its text there is not known/

  test.each<[string, Finding, Finding, string]>([
    ['nothing else', lost({}), lost({}), 'unknown'],
    ['a snippet', lost({ snippet: 'gets(line)' }), lost({ snippet: 'gets( line )' }), 'existing'],
    ['a snippet on one side', lost({ snippet: 'gets(line)' }), lost({}), 'unknown'],
    ['a snippet that is another one', lost({ snippet: 'gets(line)' }), lost({ snippet: 'gets(b)' }), 'introduced'],
    [
      'a fingerprint of the tool',
      lost({ fingerprints: { hash: 'a' } }),
      lost({ fingerprints: { hash: 'a' } }),
      'existing'
    ],
    ['the place of its column alone', lost({ fingerprints: COLUMN }), lost({ fingerprints: COLUMN }), 'unknown'],
    ['a name of what is meant', lost({ symbol: 'main' }), lost({ symbol: 'main' }), 'existing'],
    ['a header of the system', lost({}, HEADER), lost({}, HEADER), 'existing'],
    ['a secret', lost({}, { category: 'secret' }), lost({}, { category: 'secret' }), 'unknown'],
    [
      'an advisory',
      advisory('CVE-2026-1', '1', undefined, LOST),
      advisory('CVE-2026-1', '1', undefined, LOST),
      'existing'
    ]
  ])('a place that is not mapped, rule and message are the same, and %s', (_, before, after, state) => {
    const { findings } = run([after], { baseline: [before] })
    expect(findings.map(({ identity }) => identity.state)).toEqual([state])
    expect(MESSAGE_ALONE.test(findings[0]?.identity.stateReason ?? '')).toBe(state === 'unknown')
  })

  const onLine = (clues: Partial<Finding['clues']>) =>
    finding({ location: place(FILE, 3), clues: { snippet: null, fingerprints: {}, symbol: null, ...clues } })
  const CUT = { diff: { files: new Map(), complete: false } }

  test.each<[string, Finding, Partial<IdentityContext>, string]>([
    ['nobody asked for a diff: the baseline tells of the line', onLine({}), {}, 'existing'],
    ['the diff does not tell of the file', onLine({}), CUT, 'unknown'],
    ['the diff does not tell of the file, a snippet does', onLine({ snippet: 'eval(a)' }), CUT, 'existing'],
    ['the diff leaves the file alone', onLine({}), { diff: { files: new Map(), complete: true } }, 'existing']
  ])('a line of which rule and message are the same: %s', (_, before, more, state) => {
    const { findings } = run([before], { baseline: [before], files: { [FILE]: BASE }, more })
    expect(findings.map(({ identity }) => identity.state)).toEqual([state])
  })

  test.each<[string, Finding, string, string]>([
    ['the change wrote the line', onLine({}), replaceDiff(FILE, 3, ['a'], ['b']), 'unknown'],
    [
      'the change wrote the line, a snippet tells',
      onLine({ snippet: 'eval(a)' }),
      replaceDiff(FILE, 3, ['a'], ['b']),
      'existing'
    ],
    ['the change wrote another line', onLine({}), replaceDiff(FILE, 9, ['a'], ['b']), 'existing']
  ])('a line whose text is not there, of which rule and message are the same: %s', (_, before, diff, state) => {
    const { findings } = run([before], { baseline: [before], diff })
    expect(findings.map(({ identity }) => identity.state)).toEqual([state])
  })

  const OF_LOCK = { location: place('yarn.lock', 2), category: 'sca', identifiers: [], package: null } as const
  const nameless = finding({ ...OF_LOCK, clues: { snippet: null, fingerprints: {}, symbol: null } })
  const TOUCHED = replaceDiff('yarn.lock', 1, ['a'], ['b'])

  test.each<[string, Finding, Partial<Parameters<typeof run>[1]>, string]>([
    ['the change leaves its manifest alone', nameless, { diff: DOCS }, 'existing'],
    ['there is no diff', nameless, {}, 'existing'],
    ['the change touches its manifest, whose text is not there', nameless, { diff: TOUCHED }, 'unknown'],
    ['the same, and it names an advisory', { ...nameless, identifiers: ['CVE-2026-1'] }, { diff: TOUCHED }, 'existing']
  ])('a dependency that says no more than its rule and message: %s', (_, before, more, state) => {
    const { findings } = run([before], { baseline: [before], ...more })
    expect(findings.map(({ identity }) => identity.state)).toEqual([state])
  })

  test('what a message alone finds again is not called fixed, keeps id and date, and is no ground for a suppression', () => {
    const suppression = { kind: 'in-source', justification: null } as const
    const before = lost({}, { firstDetected: '2026-01-01T00:00:00.000Z', suppression })
    const { findings, fixed } = run([lost({}, { suppression })], { baseline: [before] })
    expect(fixed).toEqual([])
    expect(findings[0]?.identity).toMatchObject({ firstDetected: '2026-01-01T00:00:00.000Z' })
    expect(findings[0]?.identity).not.toHaveProperty('suppressionGround')
  })

  test('a version bump that leaves the advisory: existing', () => {
    const diff = replaceDiff('web/package-lock.json', 1, ['a'], ['b'])
    expect(states(run([advisory('CVE-2026-1', '2')], { baseline: [advisory('CVE-2026-1', '1')], diff }))).toEqual([
      'existing'
    ])
  })

  test('an advisory that got a CVE: existing', () => {
    const before = advisory('GHSA-aaaa-bbbb-cccc', '1')
    const after = advisory('CVE-2026-7', '1', undefined, { identifiers: ['CVE-2026-7', 'GHSA-aaaa-bbbb-cccc'] })
    expect(states(run([after], { baseline: [before] }))).toEqual(['existing'])
  })

  test('a tool upgrade is reported, and its new rule on unchanged code is newly disclosed', () => {
    const upgraded = { toolVersion: '2.0.0' }
    const result = run(
      [...scan(FILE, BASE, 'eval', upgraded), ...scan(FILE, BASE, 'import', { ...upgraded, ruleId: 'new' })],
      {
        baseline: scan(FILE, BASE),
        files: { [FILE]: BASE },
        diff: DOCS.replaceAll('README.md', 'src/other.js')
      }
    )
    expect(states(result)).toEqual(['existing', 'newly-disclosed'])
    expect(result.notices).toContain('Scanner was upgraded from 1.0.0 to 2.0.0 since the baseline')
  })

  test('a new finding on unchanged code without an upgrade is introduced: data may flow there from the change', () => {
    const result = run(scan(FILE, BASE), {
      baseline: [],
      files: { [FILE]: BASE },
      diff: DOCS.replaceAll('README.md', 'a.js')
    })
    expect(states(result)).toEqual(['introduced'])
  })

  test('fingerprints of the tool are claims: swapped ones change nothing', () => {
    const at = (line: number, hash: string, message: string) =>
      finding({ location: place(FILE, line), message, clues: { snippet: null, fingerprints: { hash }, symbol: null } })
    const straight = run([at(1, 'aaaaaaaa', 'one'), at(2, 'bbbbbbbb', 'two')], {})
    const swapped = run([at(1, 'bbbbbbbb', 'one'), at(2, 'aaaaaaaa', 'two')], {})
    expect(ids(straight).filter(id => ids(swapped).includes(id))).toEqual([])
  })

  test('what is gone is fixed', () => {
    const result = run([], { baseline: scan(FILE, BASE), files: { [FILE]: '' } })
    expect(result.fixed.map(item => item.identity.state)).toEqual(['fixed'])
    expect(result.notices).toContain('Scanner has findings in the baseline and none now')
  })
})

describe('states without a baseline', () => {
  const head = `${BASE}eval(b)\n`
  const files = { [FILE]: head }

  test('the diff decides', () => {
    const result = run(scan(FILE, head), { files, diff: replaceDiff(FILE, 7, [], ['eval(b)']) })
    expect(states(result)).toEqual(['existing', 'introduced'])
    expect(result.findings.map(item => item.identity.inDiff)).toEqual([false, true])
  })

  test('a file whose lines git counts otherwise than scanners: all of it is part of the change', () => {
    const text = '/*\r\r*/\nfine()\neval(a)\n'
    const diff = replaceDiff(FILE, 3, ['old'], ['eval(a)'])
    const found = [finding({ location: place(FILE, 5) })]
    expect(states(run(found, { diff, files: { [FILE]: text } }))).toEqual(['introduced'])
  })

  test('advisories: by manifest, not by line', () => {
    const one = [advisory('CVE-2026-1', '1')]
    expect(states(run(one, { diff: DOCS }))).toEqual(['newly-disclosed'])
    expect(states(run(one, { diff: replaceDiff('web/package-lock.json', 900, [], ['x']) }))).toEqual(['introduced'])
    expect(states(run(one, { diff: replaceDiff('web/package.json', 9, ['y'], []) }))).toEqual(['introduced'])
    expect(states(run(one, { diff: replaceDiff('api/package.json', 9, ['y'], []) }))).toEqual(['newly-disclosed'])
  })

  test('an image is built from more than the diff shows', () => {
    const image = [advisory('CVE-2026-1', '1', 'acme/app:1', { category: 'container' })]
    expect(states(run(image, { diff: replaceDiff('src/install.sh', 1, [], ['x']) }))).toEqual(['unknown'])
    expect(states(run(image, { diff: replaceDiff('Dockerfile', 1, ['a'], ['b']) }))).toEqual(['introduced'])
    // A Dockerfile may have any name.
    expect(states(run(image, { diff: DOCS }))).toEqual(['unknown'])
  })

  test('without a place, or without a diff: unknown', () => {
    expect(states(run([finding({})], { diff: replaceDiff('a.js', 1, [], ['x']) }))).toEqual(['unknown'])
    expect(states(run(scan(FILE, BASE), {}))).toEqual(['unknown'])
  })

  test('an incomplete diff says nothing about files that it does not name', () => {
    const more = { diff: { files: new Map(), complete: false } }
    expect(states(run(scan(FILE, BASE), { more }))).toEqual(['unknown'])
  })
})

describe('first detection', () => {
  test('is the earliest date known, and never after now', () => {
    const at = (firstDetected: string | null) => ({ ...advisory('CVE-2026-1', '1'), firstDetected })
    const first = (head: string | null, base: string | null) =>
      run([at(head)], { baseline: [at(base)] }).findings[0]?.identity.firstDetected
    expect(first(null, '2026-01-02T00:00:00Z')).toBe('2026-01-02T00:00:00Z')
    expect(first('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z')).toBe('2026-01-01T00:00:00Z')
    expect(first('2027-01-01T00:00:00Z', null)).toBe(NOW)
    expect(first(null, null)).toBe(NOW)
  })
})

describe('own output as baseline', () => {
  const text = `${BASE}eval(a)\nlet b\n  eval(a)\n`
  const before = run(scan(FILE, text), { files: { [FILE]: text } })
  const baseline = before.findings.map(({ finding: one, identity }) => ({
    ...one,
    firstDetected: '2026-01-02T00:00:00Z',
    clues: { ...one.clues, fingerprints: { 'policyGate/v1': fingerprintIn(identity.id) } }
  }))

  test('hands ids and dates on, though the text at the base cannot be read', () => {
    const head = `// above\n// above\n${text}`
    const result = run(scan(FILE, head), { baseline, files: { [FILE]: head } })
    expect(states(result)).toEqual(['existing', 'existing', 'existing'])
    expect(ids(result)).toEqual(ids(before))
    expect(new Set(result.findings.map(item => item.identity.firstDetected))).toEqual(new Set(['2026-01-02T00:00:00Z']))
  })

  test('hands ids on through a renaming', () => {
    const result = run(scan('b.js', text), {
      baseline,
      files: { 'b.js': text },
      diff: `diff --git a/${FILE} b/b.js\nsimilarity index 100%\nrename from ${FILE}\nrename to b.js\n`
    })
    expect(states(result)).toEqual(['existing', 'existing', 'existing'])
    expect(ids(result)).toEqual(ids(before))
  })

  test('a fingerprint of ours in the head file is not believed', () => {
    const claim = baseline[0]?.clues.fingerprints ?? {}
    const forged = finding({ location: place('x.js', 1), clues: { snippet: null, fingerprints: claim, symbol: null } })
    const result = run([forged], { baseline })
    expect(states(result)).toEqual(['introduced'])
    expect(ids(result)).not.toContain(ids(before)[0])
  })
})
