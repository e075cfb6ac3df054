import type { KnownSeverity } from '../../finding.js'
import { asObject, elementsOf, type JsonObject, type JsonValue, member, scalarsIn } from '../../ground/json.js'
import { remembered } from '../../ground/remembered.js'
import { at, isBagUnreadable, propertiesOf } from '../members.js'
import { states } from '../tools/stated.js'
import { telling, tells } from '../tools/telling.js'
import { gravest, isScoreUnreadable, isUnrated, severityOfScore, severityOfWord, writtenScores } from './scales.js'

/**
 * What a result or rule says of its severity under names that no standard and no table of a tool has. Their scales are
 * not known, so it only raises what else would be believed.
 */
export interface Rating {
  readonly severity: KnownSeverity | null
  readonly score: number | null
  /** It says that it does not know. */
  readonly isUnrated: boolean
  /** It states a score, or something in the place of the properties, that cannot be read: it may say anything. */
  readonly isUnreadable: boolean
}

const RATINGS = telling([], 'severity', 'score')

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

/** Says nothing. */
export const SAYS_NOTHING: Rating = { severity: null, score: null, isUnrated: false, isUnreadable: false }
const UNREADABLE: Rating = { ...SAYS_NOTHING, isUnreadable: true }

/** A vector need not be one of CVSS: then it is how an attack comes (`NETWORK`), and no score. */
const isVector = (name: string): boolean => /vector/i.test(name)
const isCvssVector = (value: JsonValue): boolean => scalarsIn(value).some(each => /^\s*CVSS:\d/i.test(String(each)))

/** Of members, wherever they stand: in the bag, or beside it, where the standard has no such members. */
function ratingIn(bags: readonly (JsonObject | null)[], { tags, isBareMeant }: Tags): Rating {
  const rated = bags.filter(bag => tells(bag, RATINGS))
  const tagged = tags.flatMap(tag => severityOfTag(tag) ?? (isBareMeant ? severityOfBareTag(tag) : null) ?? [])
  if (rated.length === 0 && tagged.length === 0) return SAYS_NOTHING
  const words: KnownSeverity[] = [...tagged]
  const scores: number[] = []
  let unrated = false
  let unreadable = false
  for (const bag of rated) {
    for (const [name, value] of Object.entries(bag ?? {})) {
      if (states(name, 'severity')) {
        words.push(...scalarsIn(value).flatMap(each => severityOfWord(each) ?? []))
        scores.push(...writtenScores(value).filter(isGraveNumber))
        unrated ||= isUnrated(value)
      } else if (states(name, 'score')) {
        scores.push(...writtenScores(value))
        unrated ||= isUnrated(value)
        unreadable ||= (!isVector(name) || isCvssVector(value ?? null)) && isScoreUnreadable(value)
      }
    }
  }
  const score = scores.length === 0 ? null : Math.max(...scores)
  const severity = gravest([...words, ...(score === null ? [] : [severityOfScore(score)])])
  return { severity, score, isUnrated: unrated, isUnreadable: unreadable }
}

const NO_BAGS: readonly JsonObject[] = []

/** The bags of its places: of nearly all there is none. */
function bagsOfPlaces(result: JsonObject): readonly JsonObject[] {
  let bags: JsonObject[] | null = null
  for (const place of elementsOf(member(result, 'locations'))) {
    const bag = propertiesOf(asObject(place))
    if (bag === null) continue
    // A list that is copied for each place would let a result of many stall the gate.
    bags ??= []
    bags.push(bag)
  }
  return bags ?? NO_BAGS
}

/** What the result itself says, at one of its places too: of most nothing, which is found out without a list. */
export function ratingOfResult(result: JsonObject, given: Tags): Rating {
  const bag = propertiesOf(result)
  const places = bagsOfPlaces(result)
  const isTelling = given.tags.length > 0 || tells(bag, RATINGS) || tells(result, RATINGS) || places.length > 0
  const rating = isTelling ? ratingIn([bag, result, ...places], given) : SAYS_NOTHING
  return isBagUnreadable(result) ? graverOf(rating, UNREADABLE) : rating
}

/** What a rule says of all its results, in its configuration too. */
export function ratingOfRule(rule: JsonObject | null, tags: Tags): Rating {
  if (rule === null) return SAYS_NOTHING
  const configuration = asObject(member(rule, 'defaultConfiguration'))
  const parameters = asObject(at(configuration, ['parameters', 'properties']))
  const rating = ratingIn([propertiesOf(rule), rule, propertiesOf(configuration), parameters], tags)
  return [rule, configuration].some(isBagUnreadable) ? graverOf(rating, UNREADABLE) : rating
}

/** What an override's configuration says of the results of its rule. */
export function ratingOfConfiguration(configuration: JsonObject | null): Rating {
  const parameters = asObject(at(configuration, ['parameters', 'properties']))
  const rating = ratingIn([propertiesOf(configuration), parameters], { tags: [], isBareMeant: false })
  return isBagUnreadable(configuration) ? graverOf(rating, UNREADABLE) : rating
}

/** The graver of what result and rule say. */
export function graverOf(one: Rating, other: Rating): Rating {
  if (one === SAYS_NOTHING || other === SAYS_NOTHING) return one === SAYS_NOTHING ? other : one
  const scores = [one.score, other.score].filter(score => score !== null)
  return {
    severity: gravest([one.severity, other.severity].filter(severity => severity !== null)),
    score: scores.length === 0 ? null : Math.max(...scores),
    isUnrated: one.isUnrated || other.isUnrated,
    isUnreadable: one.isUnreadable || other.isUnreadable
  }
}
