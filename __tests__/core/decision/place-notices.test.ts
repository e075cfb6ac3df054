import { expect, test } from '@jest/globals'
import { placeNotices } from '../../../src/core/decision/places/place-notices.js'
import { anOutcome } from '../../builders.js'

const lost = (claim: string, tool = 'KICS') =>
  anOutcome({}, { tool, location: null, claimedPlace: claim, placeProblem: `${claim}: no file has this path.` })

test.each([
  [['/src/a/x.tf:1'], 'places in /src/a/'],
  [['/src/a/x.tf:1', '/src/a/y.tf:2', '/src/a/b/z.tf:3'], 'places in /src/a/'],
  [['/src/a/b/x.tf:1', '/src/ab/y.tf:2'], 'places in /src/'],
  [['/src/a/x.tf:1', '/other/y.tf:2'], 'places in /'],
  [['/src/a/x.tf:1', 'src/a/x.tf:1'], 'places such as /src/a/x.tf'],
  [['web/x.tf:1', 'web/y.tf'], 'places in web/'],
  [['web/x.tf:1', 'web2/y.tf'], 'places such as web/x.tf'],
  [['x.tf:12', 'y.tf:1'], 'places such as x.tf'],
  [['a/b/c.tf:1', 'a/b/:2'], 'places in a/b/'],
  [['a/b/c.tf:1', 'a/b'], 'places in a/']
])('places that could not be mapped are told by the directory that they share: %j', (claims, where) => {
  const [notice, ...others] = placeNotices(claims.map(claim => lost(claim)))
  expect(others).toEqual([])
  expect(notice?.message).toContain(
    `${claims.length === 1 ? '1 finding' : `${claims.length} findings`} of KICS name ${where} `
  )
})

test('the tool with most of them comes first, and what is gone is not told', () => {
  const all = [
    lost('/a/x', 'A'),
    lost('/b/x', 'B'),
    lost('/b/y', 'B'),
    { ...lost('/c/x', 'C'), state: 'fixed' as const }
  ]
  expect(placeNotices(all).map(({ message }) => /of (\w+) name/.exec(message)?.[1])).toEqual(['B', 'A'])
})

const LINE = { startLine: 1, startColumn: null, endLine: 1, endColumn: null }
const mended = (claim: string, path: string, tool = 'KICS') =>
  anOutcome({}, { tool, location: { path, ...LINE }, claimedPlace: claim, placeProblem: null })

test.each<[string, readonly string[], string]>([
  [
    'absolute places',
    ['/src/a/x.tf:1'],
    'If the tool saw the repository there, set tools: { KICS: { mounted-at: /src/a } }'
  ],
  ['places at the root', ['/x.tf:1', '/y.tf'], 'set tools: { KICS: { mounted-at: / } }'],
  ['places above', ['../a/x.tf'], 'set tools: { KICS: { mounted-at: ../a } }'],
  [
    'places in a folder',
    ['web/x.tf'],
    'If the tool ran in a folder of the repository, name it, as in tools: { KICS: { root: services/api } }'
  ],
  ['places that share nothing, the first absolute', ['/src/x.tf', 'y.tf'], 'set tools: { KICS: { mounted-at: /src } }'],
  [
    'places that share nothing, the first in a folder',
    ['web/x.tf', '/y.tf'],
    'as in tools: { KICS: { root: services/api } }'
  ]
])('the setting that mends it: %s', (_, claims, setting) => {
  const notices = placeNotices(claims.map(claim => lost(claim)))
  expect(notices).toHaveLength(1)
  expect(notices[0]).toMatchObject({ level: 'warning', code: 'place-unmapped' })
  expect(notices[0]?.message).toMatch(/ that cannot be mapped into the repository: they count at tier 0 and as new\. /)
  expect(notices[0]?.message.endsWith(setting)).toBe(true)
})

test('a claim that stands in the sentence alone, as decisions of before have it, is told', () => {
  const old = anOutcome(
    {},
    { tool: 'KICS', location: null, claimedPlace: null, placeProblem: '/a/b.c:4: no such file' }
  )
  expect(placeNotices([old])[0]?.message).toContain('name places in /a/ ')
})

test.each<[string, string, string, string]>([
  [
    'by the folder where the tool ran',
    'src/x.tf:12',
    'infra/src/x.tf',
    'src/x.tf was taken for infra/src/x.tf, the only file that fits. To say it for good: tools: { KICS: { root: infra } }'
  ],
  [
    'by where the tool saw the repository',
    '/path/a/x.tf',
    'a/x.tf',
    '/path/a/x.tf was taken for a/x.tf, the only file that fits. To say it for good: tools: { KICS: { mounted-at: /path } }'
  ],
  ['by the root of a container', '/a/x.tf', 'a/x.tf', '/a/x.tf was taken for a/x.tf, the only file that fits'],
  ['in any other way', 'A/X.tf', 'a/x.tf', 'A/X.tf was taken for a/x.tf, the only file that fits'],
  ['where names only end alike', 'x.tf', 'infra/max.tf', 'x.tf was taken for infra/max.tf, the only file that fits'],
  ['where a claim only ends alike', 'max.tf', 'x.tf', 'max.tf was taken for x.tf, the only file that fits']
])('a place that was worked out is told with the setting that says it: %s', (_, claim, path, told) => {
  expect(placeNotices([mended(claim, path)])).toEqual([
    {
      level: 'info',
      code: 'place-repaired',
      message: `The places of 1 finding of KICS were worked out: ${told}`
    }
  ])
})

test('places that were worked out in one way are told together, those of another way or tool apart', () => {
  const all = [
    mended('src/x.tf', 'infra/src/x.tf'),
    mended('/path/y.tf', 'y.tf'),
    mended('src/y.tf', 'infra/src/y.tf'),
    mended('src/y.tf', 'infra/src/y.tf', 'Trivy')
  ]
  expect(placeNotices(all).map(({ message }) => /^(.*) were/.exec(message)?.[1])).toEqual([
    'The places of 2 findings of KICS',
    'The places of 1 finding of KICS',
    'The places of 1 finding of Trivy'
  ])
})

test.each([
  ['it names no place', anOutcome({}, { location: null, claimedPlace: 'a', placeProblem: null })],
  ['nothing else was claimed', anOutcome({}, { claimedPlace: null, placeProblem: null })]
])('nothing is told where %s', (_, outcome) => expect(placeNotices([outcome])).toEqual([]))

test('a place that is not mapped beside one that is, is told as not mapped alone', () => {
  const both = anOutcome(
    {},
    {
      tool: 'KICS',
      location: { path: 'a/src/x.tf', ...LINE },
      claimedPlace: 'src/x.tf',
      placeProblem: 'src/x.tf: no file'
    }
  )
  expect(placeNotices([both]).map(({ code }) => code)).toEqual(['place-unmapped'])
})

test('five groups are told, and how many findings there are beside them', () => {
  const tools = ['B', 'A', 'C', 'D', 'E', 'F', 'G']
  const groups = (upTo: number) =>
    placeNotices(tools.slice(0, upTo).flatMap(tool => [lost('/a/x', tool), lost('/a/y', tool)]))
  expect(groups(5).map(({ message }) => /of (\w) name/.exec(message)?.[1])).toEqual(['A', 'B', 'C', 'D', 'E'])
  expect(groups(7)).toHaveLength(6)
  expect(groups(7).at(-1)).toEqual({
    level: 'warning',
    code: 'place-unmapped',
    message: 'The same holds for 4 findings more'
  })
})

test('what cannot be compared with the change for want of a checkout is counted', () => {
  const stateReason =
    'x, and nobody knows whether its file is in the repository: check out the repository, or give its directory as source-root'
  const unknown = anOutcome({ state: 'unknown', stateReason })
  expect(placeNotices([unknown, anOutcome(), unknown])).toEqual([
    {
      level: 'warning',
      code: 'place-unchecked',
      message:
        '2 findings cannot be compared with the change, because the checkout is not here and nobody knows which files the repository has: check out the repository, or give its directory as source-root'
    }
  ])
})
