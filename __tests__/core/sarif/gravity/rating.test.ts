import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { graverOf, type Rating, ratingOfResult, ratingOfRule } from '../../../../src/core/sarif/gravity/rating.js'

const shown = ({ severity, score, isUnrated }: Rating) => `${severity} ${score}${isUnrated ? ' unrated' : ''}`
const of = (bag: JsonObject, tags: readonly string[] = [], isBareMeant = false) =>
  shown(ratingOfResult({ properties: bag }, { tags, isBareMeant }))

describe('what a result says under names of its own', () => {
  test.each<[string, JsonObject, string]>([
    ['nothing', { other: 'critical' }, 'null null'],
    ['a word', { severity: 'critical' }, 'critical null'],
    ['several words: the gravest', { severity: 'low', risk: 'high', priority: ['medium'] }, 'high null'],
    ['a word of another member', { severity: 'low', other: 'critical' }, 'low null'],
    ['that it does not know', { severity: 'unknown' }, 'null null unrated'],
    ['that it does not know, and a word', { severity: 'unknown', risk: 'low' }, 'low null unrated'],
    ['a number that is grave on any scale', { severity: 7 }, 'high 7'],
    ['a number that may be the worst of five', { severity: 6.9 }, 'null null'],
    ['a score', { cvss: 9.8 }, 'critical 9.8'],
    ['a score of another member', { severity: 'low', other: 9.8 }, 'low null'],
    ['two scores: the greater', { cvss: 5, baseScore: 9.1 }, 'critical 9.1'],
    ['a mild score', { cvss: 2 }, 'low 2'],
    ['a score of zero', { cvss: 0 }, 'null null'],
    ['that it does not know the score', { cvss: 'unknown' }, 'null null unrated'],
    ['that it does not know one of two scores', { cvss: 'unknown', baseScore: 2 }, 'low 2 unrated'],
    ['a written score', { cvss: '9.8/10' }, 'critical 9.8'],
    ['a vector', { cvss: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }, 'critical 9.8'],
    ['a vector without an impact', { cvss: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N' }, 'null null'],
    ['a word and a score: the graver', { severity: 'low', cvss: 7.5 }, 'high 7.5']
  ])('%s', (_, bag, expected) => expect(of(bag)).toBe(expected))

  test('beside its bag, too', () => {
    expect(shown(ratingOfResult({ severity: 'high' }, { tags: [], isBareMeant: false }))).toBe('high null')
    expect(shown(ratingOfResult({ level: 'error' }, { tags: [], isBareMeant: false }))).toBe('null null')
  })

  test.each<[string, boolean, string]>([
    ['severity:critical', false, 'critical null'],
    ['Risk/High', false, 'high null'],
    ['priority = medium', false, 'medium null'],
    ['my severity:critical', false, 'null null'],
    ['severity critical', false, 'null null'],
    ['critical', true, 'critical null'],
    ['HIGH', true, 'high null'],
    ['critical', false, 'null null'],
    ['medium', true, 'null null'],
    ['critical section', true, 'null null'],
    ['non-critical', true, 'null null'],
    ['severity:high9', false, 'null null'],
    ['severity:low (CVSS)', false, 'null null']
  ])('the tag %s, bare words being meant: %s', (tag, isBareMeant, expected) => {
    expect(of({}, ['other', tag], isBareMeant)).toBe(expected)
  })
})

test('what a rule says in its bag, beside it and in its configuration', () => {
  const rule = (given: JsonObject | null) => shown(ratingOfRule(given, { tags: [], isBareMeant: false }))
  expect(rule(null)).toBe('null null')
  expect(rule({})).toBe('null null')
  expect(rule({ properties: { severity: 'high' } })).toBe('high null')
  expect(rule({ severity: 'high' })).toBe('high null')
  expect(rule({ defaultConfiguration: { properties: { severity: 'high' } } })).toBe('high null')
  expect(rule({ defaultConfiguration: { parameters: { properties: { severity: 'high' } } } })).toBe('high null')
  expect(shown(ratingOfRule({}, { tags: ['severity:low'], isBareMeant: false }))).toBe('low null')
})

describe('what nobody can read may say anything', () => {
  test.each<[string, JsonObject, boolean]>([
    ['a score of a scale to a hundred', { cvss: 98 }, true],
    ['a score in words of nobody', { cvss: '9.8.1' }, true],
    ['a score', { cvss: 9.8 }, false],
    ['a vector of CVSS that is cut off', { cvssVector: 'CVSS:3.1/AV:N' }, true],
    ['the same among others', { cvssVector: ['CVSS:3.1/AV:N', 'x'] }, true],
    ['one that blanks stand before', { cvssVector: ' CVSS:3.1/AV:N' }, true],
    ['a word that only ends like it', { cvssVector: 'xCVSS:3.1/AV:N' }, false],
    ['how an attack comes', { attackVector: 'NETWORK 5' }, false],
    ['a text that only names CVSS', { cvssVector: 'see 1 CVSS:3' }, false],
    ['a first score, and a second that says something', { cvss: '9.8.1', baseScore: 5 }, true]
  ])('of a result: %s', (_, bag, expected) => {
    expect(ratingOfResult({ properties: bag }, { tags: [], isBareMeant: false }).isUnreadable).toBe(expected)
  })

  test.each<[string, JsonObject, boolean]>([
    ['properties that are a text', { properties: 'severity: high' }, true],
    ['the same of its configuration', { defaultConfiguration: { properties: 'severity: high' } }, true],
    ['no properties', { defaultConfiguration: {} }, false],
    ['properties of the two', { properties: {}, defaultConfiguration: { properties: {} } }, false]
  ])('of a rule: %s', (_, rule, expected) => {
    expect(ratingOfRule(rule, { tags: [], isBareMeant: false }).isUnreadable).toBe(expected)
  })
})

test('what nobody can read of one of two, nobody can read of both', () => {
  const rating = (isUnreadable: boolean): Rating => ({ severity: 'low', score: null, isUnrated: false, isUnreadable })
  expect(graverOf(rating(false), rating(true)).isUnreadable).toBe(true)
  expect(graverOf(rating(true), rating(false)).isUnreadable).toBe(true)
  expect(graverOf(rating(false), rating(false)).isUnreadable).toBe(false)
})

describe('the graver of two', () => {
  const NOTHING = ratingOfRule(null, { tags: [], isBareMeant: false })
  const rating = (severity: Rating['severity'], score: number | null = null, isUnrated = false): Rating => ({
    severity,
    score,
    isUnrated,
    isUnreadable: false
  })
  test.each<[string, Rating, Rating, string]>([
    ['words', rating('low'), rating('high'), 'high null'],
    ['scores', rating('low', 3), rating('high', 7), 'high 7'],
    ['a score on one side', rating('low', 3), rating('high'), 'high 3'],
    ['a word on one side', rating(null), rating('medium'), 'medium null'],
    ['what is not known on one side', rating(null, null, true), rating('medium'), 'medium null unrated'],
    ['nothing and something', NOTHING, rating('medium', 5, true), 'medium 5 unrated'],
    ['neither', NOTHING, NOTHING, 'null null']
  ])('%s', (_, one, other, expected) => {
    expect(shown(graverOf(one, other))).toBe(expected)
    expect(shown(graverOf(other, one))).toBe(expected)
  })
})

test('what one of very many places says counts, and reading them takes no longer for each than for a few', () => {
  const locations = Array.from({ length: 100_000 }, (_, index) => ({
    properties: { severity: index === 99_999 ? 'critical' : 'low' }
  }))
  expect(shown(ratingOfResult({ locations }, { tags: [], isBareMeant: false }))).toBe('critical null')
})
