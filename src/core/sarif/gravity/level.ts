import { type KnownSeverity, severityRank } from '../../finding.js'
import {
  asObject,
  asString,
  type JsonObject,
  type JsonValue,
  member,
  scalarsIn,
  textMember
} from '../../ground/json.js'
import type { FoundRule } from '../rules.js'
import type { ToolProfile } from '../tools/profile.js'
import { type Overridden, type Overrides, overriddenBy } from './overrides.js'
import { gravest, severityOfWord } from './scales.js'

/** Levels of SARIF 2.1.0 §3.27.10. */
export const LEVELS = ['none', 'note', 'warning', 'error'] as const
export type Level = (typeof LEVELS)[number]

/** What each of them says of the severity. */
export const OF_LEVEL = { error: 'high', warning: 'medium', note: 'low', none: 'none' } as const satisfies Record<
  Level,
  KnownSeverity
>

/** The level that counts for a result, and whether anybody stated it. */
export interface EffectiveLevel {
  /** Null where nobody states one that can be read, and the standard's default does not count either. */
  readonly level: Level | null
  /** What the level says of the severity; a word that is no level may say more than the nearest level. Null with it. */
  readonly severity: KnownSeverity | null
  readonly stated: boolean
  /** Somebody wrote a level that the standard does not know. */
  readonly isOdd: boolean
}

/** A level that can be read, and what it says of the severity. */
interface Stated {
  readonly level: Level
  readonly severity: KnownSeverity
}

const known = new Set<string>(LEVELS)
/** A level that somebody stated in the standard's own words: one object for all results. */
const STANDARD: ReadonlyMap<string, EffectiveLevel> = new Map(
  LEVELS.map(level => [level, { level, severity: OF_LEVEL[level], stated: true, isOdd: false }])
)
const LEVEL_OF = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  none: 'none'
} as const satisfies Record<KnownSeverity, Level>

/** A level of the standard in any case, or a word of severity in its place; null for all else (`advice`, `like`, `5`). */
function readWord(word: string | number): Stated | null {
  // The levels are words of severity themselves.
  const severity = severityOfWord(String(word).trim())
  return severity === null ? null : { level: LEVEL_OF[severity], severity }
}

/** The level that a word stands for, or null. */
export const asLevel = (word: string | null): Level | null => (word === null ? null : (readWord(word)?.level ?? null))

/** Absent, or what stands there; of several words the gravest. `unreadable` says nothing, above all not `warning`. */
function read(value: JsonValue | undefined): Stated | 'absent' | 'unreadable' {
  if (value === undefined) return 'absent'
  const words = scalarsIn(value).filter(word => String(word).trim() !== '')
  if (words.length === 0) return typeof value === 'string' ? 'absent' : 'unreadable'
  const stated = words.flatMap(word => readWord(word) ?? [])
  const worst = gravest(stated.map(({ severity }) => severity))
  return stated.find(({ severity }) => severity === worst) ?? 'unreadable'
}

/** The level of a rule's configuration; a configuration that is none cannot be read. */
function ruleLevel(rule: JsonObject | null): JsonValue | undefined {
  const configuration = member(rule, 'defaultConfiguration') ?? undefined
  return asObject(configuration) === null ? configuration : member(asObject(configuration), 'level')
}

/** What of a rule counts for the levels of its results. */
interface LevelsOfRule {
  readonly ruleId: string
  readonly profile: ToolProfile
  /** Levels that others than its default configuration give it. */
  readonly otherLevels: readonly JsonValue[]
}

/**
 * The rules of SARIF 2.1.0 §3.27.10: the result's own level, an override's, the rule's default, `warning`. A level that
 * cannot be read gives way to a graver one alone, and so does whatever may be said of the rule by an override or a policy that
 * does not say for certain that it counts. `warning` counts where it is known that nobody stated a level: not where the
 * rule is missing that may have one.
 */
export function effectiveLevel(
  result: JsonObject,
  kind: 'fail' | 'open',
  found: FoundRule,
  ofRule: LevelsOfRule,
  overrides: Overrides | null
): EffectiveLevel {
  const { rule } = found
  const plain = plainLevel(result, rule, kind)
  if (plain !== null) return plain
  const { stated, isUnreadable, isOdd } = gathered(result, kind, found, ofRule, overrides)
  if (stated !== null && (!isUnreadable || stated.level === 'error')) {
    return { ...stated, stated: true, isOdd: isOdd || isInvented(result, rule) }
  }
  const isLost = rule === null && (found.isDangling || ofRule.profile.levelOnRule === true)
  // A level of none is the standard's only one for `open`; it would make an undecided result harmless, so it stays unknown.
  if (kind === 'open' || isUnreadable || isLost) return { level: null, severity: null, stated: false, isOdd }
  return { ...UNSTATED, stated: false, isOdd }
}

interface LevelsGathered {
  readonly stated: Stated | null
  /** Something may have said more, and cannot be read. */
  readonly isUnreadable: boolean
  readonly isOdd: boolean
}

/** What everybody says of the level of a result. */
function gathered(
  result: JsonObject,
  kind: 'fail' | 'open',
  { rule }: FoundRule,
  { ruleId, otherLevels }: Pick<LevelsOfRule, 'ruleId' | 'otherLevels'>,
  overrides: Overrides | null
): LevelsGathered {
  const overridden = overrides === null ? NOT_OVERRIDDEN : overriddenBy(overrides, result, ruleId, rule)
  const written = member(result, 'level') ?? undefined
  const own = kind === 'open' && written === 'none' ? undefined : written
  const sources = [own, overridden.level, ruleLevel(rule)].map(read)
  const index = sources.findIndex(source => source !== 'absent' && source !== 'unreadable')
  const passedOver = sources.slice(0, index < 0 ? undefined : index)
  const isOdd = sources.includes('unreadable')
  const first = sources[index]
  const decided = typeof first === 'object' ? first : null
  // What the result says itself, nothing else raises.
  if (index === 0) return { stated: decided, isUnreadable: false, isOdd }
  const perhaps = [...otherLevels, ...overridden.perhaps].map(read)
  const worst = gravestStated([...sources.slice(index, index + 1), ...perhaps])
  const stated = decided === null && !isGraver(worst ?? 'absent', UNSTATED) ? null : worst
  const isLost = overridden.lost.map(read).some(each => each === 'unreadable' || isGraver(each, stated))
  const isUnreadable = [...passedOver, ...perhaps].includes('unreadable') || isLost
  return { stated, isUnreadable, isOdd: isOdd || isUnreadable }
}

const NOT_OVERRIDDEN: Overridden = { level: undefined, perhaps: [], lost: [] }

type Read = ReturnType<typeof read>
const UNSTATED = { level: 'warning', severity: OF_LEVEL.warning } as const satisfies Stated

function gravestStated(all: readonly Read[]): Stated | null {
  const stated = all.filter(each => typeof each === 'object')
  return stated.reduce<Stated | null>((worst, each) => (worst === null || isGraver(each, worst) ? each : worst), null)
}

/** Whether a level says more than another one does; where there is none, than the standard's default. */
const isGraver = (one: Read, other: Stated | null): boolean =>
  typeof one === 'object' && severityRank(one.severity) > severityRank((other ?? UNSTATED).severity)

/** What nearly every result says: a level of the standard, where the rule says nothing that is none; else null. */
function plainLevel(result: JsonObject, rule: JsonObject | null, kind: 'fail' | 'open'): EffectiveLevel | null {
  const own = member(result, 'level')
  if (typeof own !== 'string' || (kind === 'open' && own === 'none')) return null
  const ofRule = ruleLevel(rule)
  const isPlain = ofRule === undefined || (typeof ofRule === 'string' && STANDARD.has(ofRule))
  return isPlain ? (STANDARD.get(own) ?? null) : null
}

/** A word of severity where a level belongs. */
const isInvented = (result: JsonObject, rule: JsonObject | null): boolean =>
  [textMember(result, 'level'), textMember(asObject(member(rule, 'defaultConfiguration')), 'level')].some(
    word => word !== null && !known.has(word.trim().toLowerCase())
  )

/** All kinds but `fail`. */
const OTHER_KINDS = new Set(['pass', 'open', 'informational', 'notApplicable', 'review'])

/** Kinds that neither pass nor fail; where a level says all the same that there is a problem, the level holds. */
const UNDECIDED = new Set(['informational', 'review'])

/** How grave the level is that a result states, in any words; null where it states none that can be read. */
const levelOf = (result: JsonObject): Level | null => asLevel(textMember(result, 'level'))

/**
 * `fail` or `open` for a finding, null for a result that is none: another kind, or absent since the baseline (SARIF 2.1.0
 * §3.27.9, §3.27.24). Only `fail` may have a level but none: one that passes with an error contradicts itself, and is no pass.
 * What is for people to `review`, and says no level, is a question that is open where the result itself rates it.
 */
export function findingKind(result: JsonObject): 'fail' | 'open' | 'review' | null {
  if (asString(member(result, 'baselineState')) === 'absent') return null
  const kind = asString(member(result, 'kind'))
  if (kind === null || !OTHER_KINDS.has(kind)) return 'fail'
  if (kind === 'open') return 'open'
  const level = levelOf(result)
  if (level === 'error' || (level === 'warning' && UNDECIDED.has(kind))) return 'fail'
  return kind === 'review' && textMember(result, 'level') === null ? 'review' : null
}
