import type { KnownSeverity } from '../../finding.js'
import { baseScoreOf } from '../../ground/cvss.js'
import { asObject, type JsonObject, type JsonValue, member, scalarsIn } from '../../ground/json.js'
import { remembered } from '../../ground/remembered.js'
import { at, propertiesOf } from '../members.js'
import { states } from '../tools/stated.js'
import { telling, tells } from '../tools/telling.js'
import { gravest, isUnrated, severityOfScore, severityOfWord, usableScore } from './scales.js'

/**
 * What a result or rule says of its severity under names that no standard and no table of a tool has. Their scales are
 * not known, so it only raises what else would be believed.
 */
export interface Rating {
  readonly severity: KnownSeverity | null
  readonly score: number | null
  /** It says that it does not know. */
  readonly isUnrated: boolean
}

const RATINGS = telling([], 'severity', 'score')

/** `9.8/10`, `9.8 (Critical)`, `CVSS 9.8`. */
const WRITTEN_SCORE = /^\s*(?:cvss\b[^\d]{0,10})?(\d{1,2}(?:\.\d{1,9})?)\s*(?:\/\s*10(?:\.0)?|\(.{0,40}\))?\s*$/i

function scoresIn(value: JsonValue | undefined): readonly number[] {
  return scalarsIn(value).flatMap(each => (typeof each === 'string' ? scoreOfText(each) : usableScore(each)) ?? [])
}

/** Of a number, or of a vector: results repeat them. Longer texts are not remembered. */
const scoreOfText = (text: string): number | null => (text.length > LONGEST ? readScore : knownScore)(text)
const LONGEST = 200

function readScore(text: string): number | null {
  const score = usableScore(text) ?? usableScore(WRITTEN_SCORE.exec(text)?.[1]) ?? baseScoreOf(text)
  return score === 0 ? null : score
}

const knownScore = remembered(readScore)

/** A number under a name for severities counts only where no scale makes it mild: most have five steps, or ten. */
const LEAST_NUMBER = 7

const isGraveNumber = (score: number): boolean => score >= LEAST_NUMBER

/** A tag that is a severity by its own words: `severity:critical`, `severity/high`. */
const SEVERITY_TAG = /^(?:severity|risk|criticality|priority)\s*[:=/_-]\s*([a-z _-]{3,20})$/i

/** A bare word in a tag: of a tool that is known it may say how sure it is, or what the rule is about. */
const BARE_TAG = /^(?:critical|high)$/i

const wordIn = (pattern: RegExp, group: number) =>
  remembered((tag): KnownSeverity | null => {
    const word = pattern.exec(tag)?.[group]
    return word === undefined ? null : severityOfWord(word)
  })

const severityOfTag = wordIn(SEVERITY_TAG, 1)
const severityOfBareTag = wordIn(BARE_TAG, 0)

/** Tags, and whether a bare word among them may be the severity. */
interface Tags {
  readonly tags: readonly string[]
  readonly isBareMeant: boolean
}

const NOTHING: Rating = { severity: null, score: null, isUnrated: false }

/** Of members, wherever they stand: in the bag, or beside it, where the standard has no such members. */
function ratingIn(bags: readonly (JsonObject | null)[], { tags, isBareMeant }: Tags): Rating {
  const rated = bags.filter(bag => tells(bag, RATINGS))
  const tagged = tags.flatMap(tag => severityOfTag(tag) ?? (isBareMeant ? severityOfBareTag(tag) : null) ?? [])
  if (rated.length === 0 && tagged.length === 0) return NOTHING
  const words: KnownSeverity[] = [...tagged]
  const scores: number[] = []
  let unrated = false
  for (const bag of rated) {
    for (const [name, value] of Object.entries(bag ?? {})) {
      if (states(name, 'severity')) {
        words.push(...scalarsIn(value).flatMap(each => severityOfWord(each) ?? []))
        scores.push(...scoresIn(value).filter(isGraveNumber))
        unrated ||= isUnrated(value)
      } else if (states(name, 'score')) scores.push(...scoresIn(value))
    }
  }
  const score = scores.length === 0 ? null : Math.max(...scores)
  const severity = gravest([...words, ...(score === null ? [] : [severityOfScore(score)])])
  return { severity, score, isUnrated: unrated }
}

/** What the result itself says: of most nothing, which is found out without a list. */
export function ratingOfResult(result: JsonObject, given: Tags): Rating {
  const bag = propertiesOf(result)
  const isTelling = given.tags.length > 0 || tells(bag, RATINGS) || tells(result, RATINGS)
  return isTelling ? ratingIn([bag, result], given) : NOTHING
}

/** What a rule says of all its results, in its configuration too. */
export function ratingOfRule(rule: JsonObject | null, tags: Tags): Rating {
  if (rule === null) return NOTHING
  const configuration = asObject(member(rule, 'defaultConfiguration'))
  const parameters = asObject(at(configuration, ['parameters', 'properties']))
  return ratingIn([propertiesOf(rule), rule, propertiesOf(configuration), parameters], tags)
}

/** The graver of what result and rule say. */
export function graverOf(one: Rating, other: Rating): Rating {
  if (one === NOTHING || other === NOTHING) return one === NOTHING ? other : one
  const scores = [one.score, other.score].filter(score => score !== null)
  return {
    severity: gravest([one.severity, other.severity].filter(severity => severity !== null)),
    score: scores.length === 0 ? null : Math.max(...scores),
    isUnrated: one.isUnrated || other.isUnrated
  }
}
