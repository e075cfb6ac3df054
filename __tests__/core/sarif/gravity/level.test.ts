import { describe, expect, test } from '@jest/globals'
import { asObject, type JsonObject } from '../../../../src/core/ground/json.js'
import { asLevel, effectiveLevel, findingKind } from '../../../../src/core/sarif/gravity/level.js'
import { overridesOf } from '../../../../src/core/sarif/gravity/overrides.js'

interface Given {
  readonly result?: JsonObject
  readonly rule?: JsonObject | null
  readonly kind?: 'fail' | 'open'
  readonly invocations?: readonly (JsonObject | null)[]
  readonly isDangling?: boolean
  readonly levelOnRule?: boolean
}

const FOUND = {
  id: 'R',
  globalMessages: null,
  componentName: null,
  inconsistent: false,
  isUnreadable: false,
  copies: []
}

/** Level, severity, and whether somebody stated it, perhaps in odd words. */
function levelOf({
  result = {},
  rule = {},
  kind = 'fail',
  invocations = [],
  isDangling = false,
  levelOnRule
}: Given): string {
  const profile = { names: [], writes: [], ...(levelOnRule === undefined ? {} : { levelOnRule }) }
  const meant = { ...FOUND, rule, isDangling }
  const overrides = overridesOf({ invocations }, ({ rule: named }) => {
    const { id = null, index = null, guid = null } = asObject(named ?? null) ?? {}
    if (index === 4) return { ...meant, rule: { id: 'S' } }
    const isMeant = id === 'R' || index === 3 || (guid !== null && guid === rule?.guid)
    return isMeant ? meant : { ...meant, rule: null }
  })
  const found = effectiveLevel(result, kind, meant, { ruleId: 'R', profile, otherLevels: [] }, overrides)
  const { level, severity, stated, isOdd } = found
  return `${level} ${severity}${stated ? ' stated' : ''}${isOdd ? ' odd' : ''}`
}

const ofRule = (level: JsonObject[string]): JsonObject => ({ defaultConfiguration: { level } })

describe('the level that counts', () => {
  test.each<[string, Given, string]>([
    ['an error', { result: { level: 'error' } }, 'error high stated'],
    ['a warning', { result: { level: 'warning' } }, 'warning medium stated'],
    ['a note', { result: { level: 'note' } }, 'note low stated'],
    ['none', { result: { level: 'none' } }, 'none none stated'],
    ['of the rule', { rule: ofRule('note') }, 'note low stated'],
    ['of the result before the rule', { result: { level: 'note' }, rule: ofRule('error') }, 'note low stated'],
    ['in another case', { result: { level: ' ERROR ' } }, 'error high stated'],
    ['a long way off', { result: { level: `Note${' '.repeat(50)}` } }, 'note low stated'],
    ['a word of severity', { result: { level: 'critical' } }, 'error critical stated odd'],
    ['a word of severity of the rule', { rule: ofRule('HIGH') }, 'error high stated odd'],
    ['medium', { result: { level: 'medium' } }, 'warning medium stated odd'],
    ['low', { result: { level: 'low' } }, 'note low stated odd'],
    ['info', { result: { level: 'info' } }, 'none none stated odd'],
    ['fatal', { result: { level: 'fatal' } }, 'error high stated odd'],
    ['several words: the gravest', { result: { level: ['note', 'error', 'advice'] } }, 'error high stated'],
    ['an object of words', { result: { level: { value: 'note' } } }, 'note low stated'],
    ['a list in which one is empty', { result: { level: ['', 'note'] } }, 'note low stated'],
    ['nobody says', {}, 'warning medium'],
    ['empty', { result: { level: '' } }, 'warning medium'],
    ['blank', { result: { level: ' ' }, rule: ofRule('error') }, 'error high stated'],
    ['null', { result: { level: null }, rule: ofRule('error') }, 'error high stated'],
    ['null of the rule', { rule: ofRule(null) }, 'null null odd'],
    ['nobody says, and it is open', { kind: 'open' }, 'null null'],
    ['none, and it is open', { kind: 'open', result: { level: 'none' } }, 'null null'],
    [
      'none, and it is open, and the rule says an error',
      { kind: 'open', result: { level: 'none' }, rule: ofRule('error') },
      'error high stated'
    ],
    ['an error, and it is open', { kind: 'open', result: { level: 'error' } }, 'error high stated'],
    ['a note in another case, and it is open', { kind: 'open', result: { level: 'Note' } }, 'note low stated'],
    ['said, and the rule has no word', { result: { level: 'note' }, rule: ofRule(true) }, 'note low stated odd'],
    ['no word, and the rule says a note', { result: { level: true }, rule: ofRule('note') }, 'null null odd'],
    [
      'no word, and the rule says an error',
      { result: { level: true }, rule: ofRule('error') },
      'error high stated odd'
    ],
    ['nobody says, and there is no rule', { rule: null }, 'warning medium'],
    ['nobody says, and the rule is missing', { rule: null, isDangling: true }, 'null null'],
    ['nobody says, and the tool says it in rules alone', { rule: null, levelOnRule: true }, 'null null'],
    ['the same with a rule', { levelOnRule: true, isDangling: true }, 'warning medium'],
    ['a list of nothing', { result: { level: [] } }, 'null null odd'],
    ['a truth', { result: { level: true } }, 'null null odd'],
    ['unreadable', { result: { level: 'advice' } }, 'null null odd'],
    ['unreadable, and the rule says a note', { result: { level: 'advice' }, rule: ofRule('note') }, 'null null odd'],
    [
      'unreadable, and the rule says an error',
      { result: { level: 'advice' }, rule: ofRule('error') },
      'error high stated odd'
    ],
    ['said, and the rule is unreadable', { result: { level: 'note' }, rule: ofRule('advice') }, 'note low stated odd'],
    [
      'said, and the rule has a word of severity',
      { result: { level: 'note' }, rule: ofRule('critical') },
      'note low stated odd'
    ],
    ['said, and the rule has another case', { result: { level: 'note' }, rule: ofRule(' Error') }, 'note low stated'],
    ['said, and the rule has a number', { result: { level: 'note' }, rule: ofRule(5) }, 'note low stated odd'],
    ['a configuration that is a word', { rule: { defaultConfiguration: 'error' } }, 'error high stated'],
    ['a configuration that says nothing', { rule: { defaultConfiguration: {} } }, 'warning medium'],
    ['a configuration that is null', { rule: { defaultConfiguration: null } }, 'warning medium']
  ])('%s', (_, given, expected) => expect(levelOf(given)).toBe(expected))
})

describe('what may be said of the rule', () => {
  const perhaps = (level: JsonObject[string], more: Given = {}) =>
    levelOf({
      invocations: [{ ruleConfigurationOverrides: [{ descriptor: { id: 'R' }, configuration: { level } }] }],
      ...more
    })
  test.each<[string, string, string]>([
    ['a note does not lower what nobody states', perhaps('note'), 'warning medium'],
    ['nor does none', perhaps('none'), 'warning medium'],
    ['a warning states nothing that is not so', perhaps('warning'), 'warning medium'],
    ['an error raises it', perhaps('error'), 'error high stated'],
    ['a warning raises a note of the rule', perhaps('warning', { rule: ofRule('note') }), 'warning medium stated'],
    ['a note does not lower an error of the rule', perhaps('note', { rule: ofRule('error') }), 'error high stated'],
    ['nothing raises what the result says', perhaps('error', { result: { level: ' Note' } }), 'note low stated'],
    ['what cannot be read may have raised it', perhaps('x', { rule: ofRule('note') }), 'null null odd'],
    ['an error stays one', perhaps('x', { rule: ofRule('error') }), 'error high stated odd']
  ])('%s', (_, found, expected) => expect(found).toBe(expected))

  test('an override that counts stands before a rule that cannot be read', () => {
    const result = { provenance: { invocationIndex: 0 } }
    expect(perhaps('note', { result, rule: ofRule(true) })).toBe('note low stated odd')
  })
})

describe('the override of an invocation', () => {
  const RULE = { id: 'R/x', guid: 'g', defaultConfiguration: { level: 'note' } }
  const override = (descriptor: JsonObject, level: JsonObject[string] = 'error'): JsonObject => ({
    ruleConfigurationOverrides: [{ descriptor, configuration: { level } }]
  })
  const by = (descriptor: JsonObject, more: Given = {}) =>
    levelOf({
      rule: RULE,
      invocations: [null, override(descriptor)],
      ...more,
      result: { ruleIndex: 3, provenance: { invocationIndex: 1 }, ...more.result }
    })
  const [YES, NO, UNKNOWN] = ['error high stated', 'note low stated', 'null null odd']
  test.each<[string, string, string]>([
    ['by the id of the result', by({ id: 'R' }), YES],
    ['by the id of the rule', by({ id: 'R/x' }), YES],
    ['by another id', by({ id: 'S' }), NO],
    ['by another id, though the guid is the same', by({ id: 'S', guid: 'g', index: 3 }), NO],
    ['by the guid', by({ guid: 'g' }), YES],
    ['by the index, beside a guid that leads nowhere', by({ guid: 'h', index: 3 }), YES],
    ['by the index', by({ index: 3 }), YES],
    ['by another index', by({ index: 4 }), NO],
    ['by nothing: it may be of this rule', by({}), UNKNOWN],
    ['by nothing, of a result without an index', by({}, { result: { ruleIndex: null } }), UNKNOWN],
    ['behind the level of the result', by({ id: 'R' }, { result: { level: 'warning' } }), 'warning medium stated'],
    ['of another invocation', by({ id: 'R' }, { result: { provenance: { invocationIndex: 0 } } }), NO],
    ['of no invocation: it may be meant', by({ id: 'R' }, { result: { provenance: {} } }), YES],
    [
      'of one that is not there: it may be meant',
      by({ id: 'R' }, { result: { provenance: { invocationIndex: 7 } } }),
      YES
    ],
    [
      'the first that says a level',
      by(
        {},
        {
          invocations: [
            null,
            {
              ruleConfigurationOverrides: [
                { descriptor: { id: 'S' }, configuration: { level: 'warning' } },
                { descriptor: { id: 'R' }, configuration: {} },
                { descriptor: { id: 'R' }, configuration: { level: 'error' } },
                { descriptor: { id: 'R' }, configuration: { level: 'none' } }
              ]
            }
          ]
        }
      ),
      YES
    ]
  ])('%s', (_, found, expected) => expect(found).toBe(expected))
})

test('a word as a level', () => {
  expect(['error', 'Warning', 'low', 'fatal', 'advice', '', null].map(asLevel)).toEqual([
    'error',
    'warning',
    'note',
    'error',
    null,
    null,
    null
  ])
})

test.each<[JsonObject, string | null]>([
  [{}, 'fail'],
  [{ kind: 'fail' }, 'fail'],
  [{ kind: 'odd' }, 'fail'],
  [{ kind: null }, 'fail'],
  [{ kind: 'open' }, 'open'],
  [{ kind: 'open', level: 'error' }, 'open'],
  [{ kind: 'pass' }, null],
  [{ kind: 'pass', level: 'error' }, 'fail'],
  [{ kind: 'notApplicable', level: 'error' }, 'fail'],
  [{ kind: 'informational' }, null],
  [{ kind: 'informational', level: 'note' }, null],
  [{ kind: 'informational', level: 'error' }, 'fail'],
  [{ kind: 'review', level: 'warning' }, 'fail'],
  [{ kind: 'review' }, 'review'],
  [{ baselineState: 'absent' }, null],
  [{ baselineState: 'new' }, 'fail']
])('%j is a finding: %s', (result, kind) => expect(findingKind(result)).toBe(kind))
