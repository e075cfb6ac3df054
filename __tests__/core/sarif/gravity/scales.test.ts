import { describe, expect, test } from '@jest/globals'
import type { JsonValue } from '../../../../src/core/ground/json.js'
import {
  gravest,
  isScoreUnreadable,
  isUnrated,
  severityOfWord,
  usableScore,
  writtenScores
} from '../../../../src/core/sarif/gravity/scales.js'

describe('words of severity', () => {
  test.each<[string, readonly string[]]>([
    [
      'critical',
      [
        'critical',
        'very high',
        'very-high',
        'very_high',
        'veryhigh',
        'blocker',
        'urgent',
        'emergency',
        'extreme',
        'catastrophic'
      ]
    ],
    ['high', ['high', 'important', 'major', 'error', 'severe', 'serious', 'fatal']],
    ['medium', ['medium', 'moderate', 'warning']],
    ['low', ['low', 'very low', 'very-low', 'very_low', 'verylow', 'minor', 'note', 'recommendation', 'manualreview']],
    ['none', ['negligible', 'info', 'informational', 'information', 'none']]
  ])('%s', (severity, words) => {
    expect(words.map(word => [word, severityOfWord(word)])).toEqual(words.map(word => [word, severity]))
    expect(words.map(word => severityOfWord(` ${word.toUpperCase()}\n`))).toEqual(words.map(() => severity))
  })

  test.each<[string, string | null]>([
    ['5 - Critical', 'critical'],
    ['CRITICAL (9.8)', 'critical'],
    ['Severity: high', 'high'],
    ['CVSS: medium', 'medium'],
    ['Priority 1 / high', 'high'],
    ['risk level: low', 'low'],
    ['score high', 'high'],
    ['rated high', 'high'],
    ['v3 high', 'high'],
    ['P1 high', 'high'],
    ['S1 high', 'high'],
    ['SEV-2: high', 'high'],
    ['low, then high', null],
    ['low/high', 'high'],
    ['(((high)))', 'high'],
    ['high!!', 'high'],
    ['high-impact', null],
    ['not high', null],
    ['constructor', null],
    ['9.8', null],
    ['', null],
    [' ', null],
    ['a high of 40 letters, but for the last on', null]
  ])('%j says %s', (text, severity) => expect(severityOfWord(text)).toBe(severity))

  test('a text of 40 letters is read, one that is longer is none', () => {
    expect(severityOfWord(`high${'!'.repeat(36)}`)).toBe('high')
    expect(severityOfWord(`high${'!'.repeat(37)}`)).toBeNull()
    expect(severityOfWord(`high${' '.repeat(36)}`)).toBe('high')
  })

  test.each<[JsonValue | undefined, string | null]>([
    [undefined, null],
    [null, null],
    [5, null],
    [true, null],
    [[], null],
    [['low', 'high', 'x'], 'high'],
    [['x'], null],
    [{ level: 'low', by: 'us' }, 'low'],
    [{ a: { b: 'critical' } }, severityOfWord(['critical'])]
  ])('%j says %s', (value, severity) => expect(severityOfWord(value)).toBe(severity))

  test.each<[readonly ('none' | 'low' | 'high' | 'critical')[], string | null]>([
    [[], null],
    [['none'], 'none'],
    [['low', 'critical', 'high'], 'critical'],
    [['critical', 'low'], 'critical'],
    [['none', 'low'], 'low']
  ])('the gravest of %j is %s', (all, worst) => expect(gravest(all)).toBe(worst))
})

describe('that a tool does not know the severity', () => {
  const WORDS = [
    'unknown',
    'Undetermined',
    'unrated',
    'unscored',
    'unassigned',
    'untriaged',
    'unclassified',
    'not rated',
    'not-scored',
    'not_assigned',
    'not triaged',
    'not available',
    'not yet assigned',
    'not-yet-rated',
    'not_yet_known',
    'pending',
    'TBD',
    ' unknown '
  ]
  test.each(WORDS)('%j', word => expect(isUnrated(word)).toBe(true))
  test.each<[JsonValue | undefined]>([
    ['known'],
    ['an unknown'],
    ['unknown origin'],
    ['unset'],
    ['not high'],
    ['not yet'],
    ['notrated'],
    ['pending review'],
    ['suspending'],
    [''],
    [5],
    [null],
    [undefined],
    [[]]
  ])('not by %j', value => expect(isUnrated(value)).toBe(false))

  test('by one of several is enough', () => {
    expect(isUnrated(['low', 'unknown'])).toBe(true)
    expect(isUnrated({ a: 'unknown', b: 5 })).toBe(true)
  })
})

describe('scores as people write them', () => {
  test.each<[JsonValue, readonly number[]]>([
    ['9.8', [9.8]],
    [' 9.8 ', [9.8]],
    ['9,8', [9.8]],
    ['9.8/10', [9.8]],
    ['9.8 / 10', [9.8]],
    ['9.8/10.0', [9.8]],
    ['9.8/10,0', [9.8]],
    ['9.8 out of 10', [9.8]],
    ['9.8 CVSS', [9.8]],
    ['9.8cvss', [9.8]],
    ['9.8 (Critical)', [9.8]],
    ['9.8(Critical)', [9.8]],
    ['9.8 critical', [9.8]],
    ['CVSS 9.8', [9.8]],
    ['cvss: 9.8', [9.8]],
    ['CVSS score: 9.8', [9.8]],
    ['CVSS:3.1 9.8', [9.8]],
    ['CVSS v3.0: 9.8', [9.8]],
    ['CVSSv2.0 9.8', [9.8]],
    ['CVSS:4.0 - 9.8', [9.8]],
    ['score: 9.8', [9.8]],
    ['base score 9.8', [9.8]],
    ['basescore=9.8', [9.8]],
    ['10', [10]],
    ['10.0', [10]],
    ['0.1', [0.1]],
    [7, [7]],
    [
      ['2', 9.8, 'x'],
      [2, 9.8]
    ],
    [{ nvd: '7,5', by: 'us' }, [7.5]],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', [9.8]],
    // A version is no score.
    ['CVSS:3.1', []],
    ['cvss v2.0', []],
    ['CVSS 4.0', []],
    ['cvss3.0', []],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', []],
    ['0', []],
    ['0.0', []],
    ['11', []],
    ['98', []],
    ['9.8.1', []],
    ['9.8/100', []],
    ['9.8 of 100', []],
    ['9.8 ab', []],
    ['9.8 abcdefghijk', []],
    ['x 9.8', []],
    ['9.8 critical now', []],
    ['about CVSS 9.8', []],
    ['undefined', []],
    ['', []],
    [null, []],
    [true, []]
  ])('%j are %j', (value, scores) => expect(writtenScores(value)).toEqual(scores))

  test('what is too long to be remembered is read as well', () => {
    expect(usableScore(`${' '.repeat(100)}9.8`)).toBe(9.8)
    expect(usableScore(`${' '.repeat(97)}9.8`)).toBe(9.8)
    expect(writtenScores(`${' '.repeat(200)}9,8`)).toEqual([9.8])
    expect(usableScore(`9.${'8'.repeat(61)}`)).toBeNull()
    expect(usableScore(`9.${'8'.repeat(60)}`)).toBeCloseTo(9.89)
  })

  test.each<[JsonValue | undefined, number | null]>([
    [10, 10],
    [10.1, null],
    [0, null],
    [-0.1, null],
    ['9.8x', null],
    ['x9.8', null],
    ['123', null],
    ['+9', 9],
    ['++9', null],
    [' 9 ', 9],
    ['9.', null],
    [false, null]
  ])('%j is usable as %s', (value, score) => expect(usableScore(value)).toBe(score))
})

describe('a score that nobody can read', () => {
  test.each<[JsonValue | undefined, boolean]>([
    [undefined, false],
    [null, false],
    ['', false],
    [true, true],
    [false, true],
    [98, true],
    [40, true],
    [39, false],
    [39.9, false],
    [0, false],
    [-1, false],
    [11, false],
    ['98', true],
    [' +98.5 ', true],
    ['40', true],
    ['39', false],
    ['0', false],
    ['0.0', false],
    ['-5.0', false],
    ['11', false],
    ['99.999', true],
    ['undefined', false],
    ['null', false],
    ['nil', false],
    ['None', false],
    ['NaN', false],
    ['n/a', false],
    ['NA', false],
    ['not applicable', false],
    ['not-applicable', false],
    ['not_applicable', false],
    ['-', false],
    ['---', false],
    [' n/a ', false],
    ['an undefined', true],
    ['undefined behaviour', true],
    ['9.8.1', true],
    ['sev1', true],
    ['high', false],
    ['9.8', false],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', false],
    ['CVSS:3.1/AV:N', true],
    ['whatever', true],
    // Beside a score in a list or an object stands who gave it.
    [['whatever'], false],
    [['sev1'], true],
    [{ source: 'NVD', value: 98 }, true],
    [{ source: 'NVD', value: 5 }, false],
    [{ source: 'NVD' }, false],
    [['98', '5'], false],
    [['98', 'NVD'], true],
    [[], false]
  ])('%j: %s', (value, expected) => expect(isScoreUnreadable(value)).toBe(expected))
})
