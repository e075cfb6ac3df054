import { describe, expect, test } from '@jest/globals'
import {
  isFromElsewhere,
  placeRemark,
  toolSetting,
  unmappedClaim
} from '../../../src/core/decision/places/place-advice.js'
import { aFinding } from '../../builders.js'

const PROBLEM = '/out/x.c:4: the path is absolute and lies outside the repository.'

test.each([
  ['a mapped place claims nothing', { claimedPlace: 'x.c', placeProblem: null }, null],
  [
    'a place that is not mapped claims what was written',
    { claimedPlace: '/out/x.c', placeProblem: PROBLEM },
    '/out/x.c'
  ],
  ['decisions of before have it in the sentence', { claimedPlace: null, placeProblem: PROBLEM }, '/out/x.c:4'],
  ['whatever stands in the claim', { claimedPlace: null, placeProblem: 'C:\\x: it is: odd' }, 'C:\\x: it is']
] as const)('%s', (_, finding, claim) => expect(unmappedClaim(aFinding(finding))).toBe(claim))

test.each([
  ['KICS', '/src', 'tools: { KICS: { mounted-at: /src } }'],
  ['my-tool_2', 'a.b/c-d', 'tools: { my-tool_2: { mounted-at: a.b/c-d } }'],
  ['Snyk Code', '/src', 'tools: { "Snyk Code": { mounted-at: /src } }'],
  ['2ms', '/src', 'tools: { "2ms": { mounted-at: /src } }'],
  ['a:', '/src', 'tools: { "a:": { mounted-at: /src } }'],
  ['KICS', 'a b', 'tools: { KICS: { mounted-at: "a b" } }'],
  ['KICS', ' a', 'tools: { KICS: { mounted-at: " a" } }'],
  ['KICS', 'a}', 'tools: { KICS: { mounted-at: "a}" } }'],
  ['KICS', '', 'tools: { KICS: { mounted-at: "" } }']
])('the entry of the policy for %s and %j', (tool, value, entry) =>
  expect(toolSetting(tool, 'mounted-at', value)).toBe(entry)
)

test.each([
  ['/a', true],
  ['../a', true],
  ['C:/a', true],
  ['c:\\a', true],
  ['a/b', false],
  ['a/../b', false],
  ['..a/b', false],
  ['xC:/a', false],
  ['C:a', false],
  ['1:/a', false]
])('%s leads out of where the tool ran: %s', (claim, expected) => expect(isFromElsewhere(claim)).toBe(expected))

describe('what is said of a place beside where it is', () => {
  test.each([
    ['nothing, where it is as it was written', { claimedPlace: null, placeProblem: null }, null],
    ['what stood there', { claimedPlace: 'x.c', placeProblem: null }, 'CodeQL wrote x.c'],
    [
      'where the tool saw the repository has to be said',
      { claimedPlace: '/out/x.c', placeProblem: PROBLEM },
      `${PROBLEM} Say in the policy where the tool saw the repository, as in tools: { CodeQL: { mounted-at: /src } }`
    ],
    [
      'in which folder it ran has to be said',
      { claimedPlace: 'x.c', placeProblem: 'x.c: no file has this path.' },
      'x.c: no file has this path. Say in the policy in which folder the tool ran, as in tools: { CodeQL: { root: services/api } }'
    ]
  ] as const)('%s', (_, finding, remark) => expect(placeRemark(aFinding(finding))).toBe(remark))
})
