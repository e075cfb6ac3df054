import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Finding, Location } from '../../../src/core/finding.js'
import { mergeFindings } from '../../../src/core/identity/merging/merge.js'
import { finding, ids, place, replaceDiff, run, type Setting, states } from './builders.js'

/** A finding of several places, the first of them first. */
const at = (places: readonly Location[], more: Partial<Finding> = {}): Finding => {
  const [location = null, ...otherLocations] = places
  return finding({ location, ...(otherLocations.length === 0 ? {} : { otherLocations }), ...more })
}
const A = place('a.ts', 2)
const B = place('b.ts', 2)
const C = place('c.ts', 2)
const files = {
  'a.ts': 'one()\neval(first)\n',
  'b.ts': 'two()\neval(second)\nfour()\nfive()\nsix()\n',
  'c.ts': 'three()\neval(third)\n'
}
const IN_B = replaceDiff('b.ts', 2, ['safe(second)'], ['eval(second)'])
const ELSEWHERE = replaceDiff('z.ts', 1, ['old'], ['new'])

const reasonOf = (head: Finding, setting: Setting) =>
  run([head], { files, ...setting }).findings[0]?.identity.stateReason

describe('state by the baseline', () => {
  test.each<[string, Finding[], string, Finding[]]>([
    ['the same places', [at([A, B])], 'existing', []],
    ['one place more', [at([A])], 'introduced', []],
    ['another place more', [at([B])], 'introduced', []],
    ['one place fewer', [at([A, B, C])], 'existing', []],
    ['its places in two findings', [at([A]), at([B])], 'existing', []],
    ['another place instead', [at([A, C])], 'introduced', []],
    ['none of them', [at([C])], 'introduced', [at([C])]],
    ['other places altogether', [at([C, place('d.ts', 1)])], 'introduced', [at([C, place('d.ts', 1)])]]
  ])('%s', (_, baseline, state, fixed) => {
    const result = run([at([A, B])], { baseline, files, diff: ELSEWHERE })
    expect(states(result)).toEqual([state])
    expect(result.fixed.map(each => each.finding)).toEqual(fixed)
  })

  test('of two where there was one, and no diff to tell them apart, neither is taken for it', () => {
    const numbered = (number: number) => at([A, B], { message: `it is number ${number}` })
    const result = run([numbered(1), numbered(2)], { baseline: [numbered(3)], files })
    expect(states(result)).toEqual(['introduced', 'introduced'])
  })

  test('places that another finding takes from it leave it what it was', () => {
    const [first, second] = states(run([at([A, B]), at([A, C])], { baseline: [at([A, B])], files, diff: ELSEWHERE }))
    expect([first, second]).toEqual(['existing', 'introduced'])
  })

  test('a new place is named', () => {
    expect(reasonOf(at([A, B]), { baseline: [at([A])], diff: IN_B })).toBe(
      'The result got a new place, b.ts:2: not in the baseline; its place is part of the change'
    )
  })

  test('one place of a finding of several may go on alone', () => {
    const result = run([at([B])], { baseline: [at([A, B])], files, diff: ELSEWHERE })
    expect([states(result), result.fixed]).toEqual([['existing'], []])
  })

  test('lines that moved are the same places', () => {
    const moved = { ...files, 'a.ts': `added()\n${files['a.ts']}` }
    const diff = replaceDiff('a.ts', 1, [], ['added()'])
    const result = run([at([place('a.ts', 3), B])], { baseline: [at([A, B])], files: moved, diff })
    expect(states(result)).toEqual(['existing'])
    expect(ids(result)).toEqual(ids(run([at([A, B])], { files })))
  })

  test('a renamed file is the same place', () => {
    const diff = 'diff --git a/a.ts b/n.ts\nsimilarity index 100%\nrename from a.ts\nrename to n.ts\n'
    const result = run([at([B, place('n.ts', 2)])], {
      baseline: [at([A, B])],
      files: { ...files, 'n.ts': files['a.ts'] },
      diff
    })
    expect(states(result)).toEqual(['existing'])
  })

  test('a place that could not be mapped has to be there, too', () => {
    const problem = '/out/x.c:4: the path is absolute and lies outside the repository.'
    const lost = at([A], { placeProblem: problem })
    expect(states(run([lost], { baseline: [lost], files }))).toEqual(['existing'])
    expect(states(run([lost], { baseline: [at([A])], files }))).toEqual(['introduced'])
    expect(states(run([at([A])], { baseline: [lost], files }))).toEqual(['existing'])
  })

  test('the first detection is that of the finding before, or the earliest of its places', () => {
    const since = (firstDetected: string) => ({ firstDetected })
    const dates = (baseline: Finding[]) =>
      run([at([A, B])], { baseline, files }).findings[0]?.identity.firstDetected?.slice(0, 10)
    expect(dates([at([A, B], since('2026-02-01T00:00:00Z'))])).toBe('2026-02-01')
    expect(dates([at([A], since('2026-03-01T00:00:00Z')), at([B], since('2026-01-01T00:00:00Z'))])).toBe('2026-01-01')
  })
})

describe('state by the change', () => {
  test.each<[string, Finding, string, string, boolean | null]>([
    ['neither place is in it', at([A, C]), ELSEWHERE, 'existing', false],
    ['the first place is', at([B, C]), IN_B, 'introduced', true],
    ['the last place is', at([A, B]), IN_B, 'introduced', true],
    ['one place could not be mapped', at([A], { placeProblem: '/x: outside.' }), ELSEWHERE, 'unknown', null],
    ['that, and another is in it', at([B], { placeProblem: '/x: outside.' }), IN_B, 'introduced', true],
    [
      'a step that leads to it is',
      at([A, C], { trail: [{ path: 'b.ts', firstLine: 2, lastLine: 2 }] }),
      IN_B,
      'introduced',
      true
    ],
    [
      'of one place, a step that leads to it is',
      at([A], { trail: [{ path: 'b.ts', firstLine: 1, lastLine: 3 }] }),
      IN_B,
      'introduced',
      true
    ],
    [
      'a step is on another line',
      at([A], { trail: [{ path: 'b.ts', firstLine: 5, lastLine: 5 }] }),
      IN_B,
      'existing',
      false
    ],
    [
      'a step may be anywhere',
      at([A], { trail: [{ path: '', firstLine: 1, lastLine: 1, isClaimed: true }] }),
      IN_B,
      'unknown',
      null
    ]
  ])('%s', (_, head, diff, state, inDiff) => {
    const { identity } = run([head], { files, diff }).findings[0] ?? {}
    expect([identity?.state, identity?.inDiff]).toEqual([state, inDiff])
  })

  test('with a baseline, what leads to a known finding makes it no new one', () => {
    const head = at([A], { trail: [{ path: 'b.ts', firstLine: 2, lastLine: 2 }] })
    const result = run([head], { baseline: [at([A])], files, diff: IN_B })
    expect([states(result), result.findings[0]?.identity.inDiff]).toEqual([['existing'], true])
  })

  test('it is said that the flow is reached, not the place', () => {
    const head = at([A], { trail: [{ path: 'b.ts', firstLine: 2, lastLine: 2 }] })
    expect(reasonOf(head, { diff: IN_B })).toBe('No baseline; what leads to it is part of the change')
  })

  test('the places that are in the change are told', () => {
    expect(run([at([A, B, C])], { files, diff: IN_B }).findings[0]?.identity.changedPlaces).toEqual([B])
  })
})

describe('id', () => {
  const idOf = (head: Finding, setting: Setting = {}) => ids(run([head], { files, ...setting }))[0]

  test('each set of places has its own', () => {
    const sets = [[A], [B], [A, B], [A, C], [A, B, C], [A, place('a.ts', 1)]]
    expect(new Set(sets.map(places => idOf(at(places)))).size).toBe(sets.length)
    expect(idOf(at([A], { placeProblem: '/x: outside.' }))).not.toBe(idOf(at([A])))
  })

  test('one of several places takes no number of those that have the same text in its file', () => {
    const alone = at([A])
    const [single] = ids(run([alone], { files }))
    const together = run([at([A, B]), alone], { files })
    expect(ids(together)[1]).toBe(single)
  })

  test('two of the same places have two', () => {
    const two = [at([A, B], { message: 'x' }), at([A, B], { message: 'y' })]
    expect(new Set(ids(run(two, { files }))).size).toBe(2)
  })

  test('it is kept while each place is found again, and not when one is lost or edited', () => {
    const own = (id: string | undefined) => ({
      clues: { snippet: null, symbol: null, fingerprints: { 'policyGate/v1': (id ?? '').slice(2) } }
    })
    const id = idOf(at([A, B]))
    expect(idOf(at([A, B]), { baseline: [at([A, B], own(id))] })).toBe(id)
    expect(idOf(at([A, B]), { baseline: [at([A, B, C], own('F-'.padEnd(34, '1')))] })).toBe(id)
  })

  test('the texts of the base need not be at hand where our own output bears the id', () => {
    const [id = ''] = ids(run([at([A, B])], { files }))
    const claims = { 'policyGate/v1': id.slice(2) }
    // Nothing but the id says that the two are the same.
    const before = at([place('a.ts', 2, 7), place('b.ts', 2, 7)], {
      message: 'masked ***',
      clues: { snippet: null, symbol: null, fingerprints: claims }
    })
    const result = run([at([A, B])], { baseline: [before], files })
    expect([states(result), ids(result), result.fixed]).toEqual([['existing'], [id], []])
    const elsewhere = { ...before, otherLocations: [C] }
    expect(states(run([at([A, B])], { baseline: [elsewhere], files }))).toEqual(['introduced'])
  })

  test('the order of findings never shows', () => {
    const all = [
      at([A, B]),
      at([A]),
      at([B, C]),
      at([A, B], { message: 'z' }),
      at([C], { placeProblem: '/x: outside.' })
    ]
    const identity = (findings: readonly Finding[]) =>
      run(findings, { baseline: [at([A]), at([B, C])], files, diff: IN_B })
        .findings.map(({ finding, identity }) => JSON.stringify([finding, identity]))
        .sort()
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), shuffled => {
        expect(identity(shuffled)).toEqual(identity(all))
      })
    )
  })
})

describe('grounds that hold for each place only', () => {
  const claim = { kind: 'in-source', justification: null } as const
  const groundOf = (head: Finding, setting: Setting) =>
    run([head], { files, ...setting }).findings[0]?.identity.suppressionGround

  test.each<[string, Finding, Setting, string | undefined]>([
    ['the change leaves both files alone', at([A, C]), { diff: IN_B }, 'untouched'],
    ['the change is in the file of one', at([A, B]), { diff: IN_B }, undefined],
    ['one could not be mapped', at([A], { placeProblem: '/x: outside.' }), { diff: IN_B }, undefined],
    ['the baseline has both suppressed', at([A, C]), { baseline: [at([A, C], { suppression: claim })] }, 'baseline'],
    ['the baseline has one suppressed', at([A, C]), { baseline: [at([A], { suppression: claim })] }, undefined],
    ['the baseline has them open', at([A, C]), { baseline: [at([A, C])] }, undefined]
  ])('a suppression: %s', (_, head, setting, ground) => {
    expect(groundOf({ ...head, suppression: claim }, setting)).toBe(ground)
  })

  test('a file that was moved is told with its place', () => {
    const diff = 'diff --git a/b.ts b/n.ts\nsimilarity index 100%\nrename from b.ts\nrename to n.ts\n'
    const moved = place('n.ts', 2)
    const { findings } = run([at([A, moved])], { files: { ...files, 'n.ts': files['b.ts'] }, diff })
    expect(findings[0]?.identity.moves).toEqual([{ location: moved, from: 'b.ts' }])
  })
})

describe('merging', () => {
  test('the same places are one, others are not', () => {
    const merged = mergeFindings([at([A, B]), at([A, B]), at([A, C]), at([A])])
    expect(merged.map(({ occurrences }) => occurrences).toSorted()).toEqual([1, 1, 2])
  })

  test('flows to repetitions are joined', () => {
    const via = (path: string) => at([A], { trail: [{ path, firstLine: 1, lastLine: 1 }] })
    expect(mergeFindings([via('c.ts'), via('b.ts'), via('c.ts')])[0]?.trail?.map(({ path }) => path)).toEqual([
      'b.ts',
      'c.ts'
    ])
  })

  test('a secret in two commits is two', () => {
    const secret = (commit: string) => at([A], { category: 'secret', commit })
    expect(mergeFindings([secret('a'.repeat(40)), secret('b'.repeat(40)), secret('a'.repeat(40))])).toHaveLength(2)
  })

  test('of several tools each file counts, and each line of one file only once', () => {
    const known = {
      category: 'sca',
      identifiers: ['CVE-2026-1'],
      package: { purl: null, name: 'p', version: '1', fixedVersion: null }
    } as const
    const [merged, ...rest] = mergeFindings([
      at([place('a.lock', 1), place('b.lock', 1)], { tool: 'One', ...known }),
      at([place('a.lock', 9)], { tool: 'Two', ...known, placeGround: 'unchecked' })
    ])
    expect(rest).toEqual([])
    expect([merged?.location, merged?.otherLocations]).toEqual([place('a.lock', 1), [place('b.lock', 1)]])
    expect(merged?.placeGround).toBe('unchecked')
  })
})
