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
