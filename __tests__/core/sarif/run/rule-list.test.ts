import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { logOf, normalise } from '../feed.js'

const listed = (...ids: readonly string[]) => ids.map(id => ({ id }))
const found = (...ids: readonly string[]) => ids.map(ruleId => ({ ruleId, message: { text: 'm' } }))
const driver = (name: string, ...ids: readonly string[]) => ({ tool: { driver: { name, rules: listed(...ids) } } })
const rulesOf = (run: JsonObject) => normalise(logOf(run)).runs[0]?.rules

const OWN = { conversion: { tool: { driver: { name: 'Policy Gate' } } } }
const marked = (value: boolean | string) => ({ properties: { policyGate: { listsEveryRule: value } } })

describe('all rules that ran are known', () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ['of CodeQL', { ...driver('CodeQL', 'js/a', 'js/b'), results: found('js/a') }, ['js/a', 'js/b']],
    ['without any finding', driver('Semgrep OSS', 'a', 'b'), ['a', 'b']],
    [
      'in extensions',
      {
        tool: {
          driver: { name: 'CodeQL', rules: listed('own') },
          extensions: [{ name: 'pack', rules: listed('js/a', 'js/b') }]
        },
        results: [{ rule: { index: 1, toolComponent: { index: 0 } }, message: { text: 'm' } }]
      },
      ['own', 'js/a', 'js/b']
    ],
    ['of a specialised rule', { ...driver('gitleaks', 'a', 'b'), results: found('a/x', 'a/y') }, ['a', 'b']],
    ['of our own output that says so', { ...driver('CodeQL', 'js/a'), ...OWN, ...marked(true) }, ['js/a']]
  ])('%s', (_, run, rules) => expect(rulesOf(run)).toEqual(rules))
})

describe('the list may hold only what found something', () => {
  test.each<[string, JsonObject]>([
    ['of a tool that is not known to list all', driver('gosec', 'a', 'b')],
    ['all of them have findings', { ...driver('CodeQL', 'js/a', 'js/b'), results: found('js/a', 'js/b') }],
    ['a finding has a rule that is not listed', { ...driver('CodeQL', 'js/a', 'js/b'), results: found('js/c') }],
    ['there is none', driver('CodeQL')],
    ['of our own output that does not say so', { ...driver('CodeQL', 'js/a', 'js/b'), ...OWN }],
    ['of our own output that says no', { ...driver('CodeQL', 'js/a', 'js/b'), ...OWN, ...marked(false) }],
    ['of our own output that says something else', { ...driver('CodeQL', 'js/a'), ...OWN, ...marked('true') }],
    ['of a scanner that uses our mark', { ...driver('gosec', 'a'), ...OWN, ...marked(true) }],
    ['it is longer than any', driver('CodeQL', ...Array.from({ length: 20_001 }, (_, index) => `js/${index}`))]
  ])('%s', (_, run) => expect(rulesOf(run)).toBeNull())
})
