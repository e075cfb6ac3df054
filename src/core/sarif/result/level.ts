import type { KnownSeverity } from '../../finding.js'
import { asArray, asObject, asString, type JsonObject, type JsonValue, member, scalarsIn } from '../../ground/json.js'
import { type FoundRule, indexMember, textMember } from '../rules.js'
import type { RuleFacts } from './rule-facts.js'
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

type Stated = Pick<EffectiveLevel, 'level' | 'severity'>

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
  const worst = gravest(stated.map(({ severity }) => severity ?? 'none'))
  return stated.find(({ severity }) => severity === worst) ?? 'unreadable'
}

/** The override of the invocation that produced the result (SARIF 2.1.0 §3.20.5, §3.27.10). */
function overriddenLevel(
  result: JsonObject,
  ruleId: string,
  rule: JsonObject | null,
  invocations: readonly (JsonObject | null)[]
): string | null {
  const position = indexMember(asObject(member(result, 'provenance')), 'invocationIndex')
  if (position === null) return null
  for (const element of asArray(member(invocations[position] ?? null, 'ruleConfigurationOverrides'))) {
    const override = asObject(element)
    const descriptor = asObject(member(override, 'descriptor'))
    const id = textMember(descriptor, 'id')
    const guid = textMember(descriptor, 'guid')
    const designated =
      id === null
        ? guid !== null
          ? guid === textMember(rule, 'guid')
          : indexMember(descriptor, 'index') !== null &&
            indexMember(descriptor, 'index') === indexMember(result, 'ruleIndex')
        : id === ruleId || id === textMember(rule, 'id')
    const level = designated ? textMember(asObject(member(override, 'configuration')), 'level') : null
    if (level !== null) return level
  }
  return null
}

/** The level of a rule's configuration; a configuration that is none cannot be read. */
function ruleLevel(rule: JsonObject | null): JsonValue | undefined {
  const configuration = member(rule, 'defaultConfiguration') ?? undefined
  return configuration === undefined || asObject(configuration) !== null
    ? member(asObject(configuration), 'level')
    : configuration
}

/**
 * The rules of SARIF 2.1.0 §3.27.10: the result's own level, an override's, the rule's default, `warning`. A level that
 * cannot be read gives way to a graver one alone. `warning` counts where it is known that nobody stated a level: not
 * where the rule is missing that may have one.
 */
export function effectiveLevel(
  result: JsonObject,
  kind: 'fail' | 'open',
  found: FoundRule,
  { ruleId, profile }: Pick<RuleFacts, 'ruleId' | 'profile'>,
  invocations: readonly (JsonObject | null)[]
): EffectiveLevel {
  const { rule } = found
  const plain = plainLevel(result, rule)
  if (plain !== null) return plain
  const sources = [
    member(result, 'level') ?? undefined,
    overriddenLevel(result, ruleId, rule, invocations) ?? undefined,
    ruleLevel(rule)
  ].map(read)
  const index = sources.findIndex(source => source !== 'absent' && source !== 'unreadable')
  const stated = sources[index]
  const isUnreadable = sources.slice(0, index < 0 ? undefined : index).includes('unreadable')
  const isOdd = isUnreadable || sources.includes('unreadable')
  if (typeof stated === 'object' && (!isUnreadable || stated.level === 'error')) {
    return { ...stated, stated: true, isOdd: isOdd || isInvented(result, rule) }
  }
  const isLost = rule === null && (found.isDangling || profile.levelOnRule === true)
  // A level of none is the standard's default for `open`; it would make an undecided result harmless, so it stays unknown.
  if (kind === 'open' || isUnreadable || isLost) return { level: null, severity: null, stated: false, isOdd }
  return { level: 'warning', severity: OF_LEVEL.warning, stated: false, isOdd }
}

/** What nearly every result says: a level of the standard, where rule and override say nothing that is none; else null. */
function plainLevel(result: JsonObject, rule: JsonObject | null): EffectiveLevel | null {
  const own = member(result, 'level')
  if (typeof own !== 'string' || member(result, 'provenance') !== undefined) return null
  const ofRule = ruleLevel(rule)
  const isPlain = ofRule === undefined || (typeof ofRule === 'string' && STANDARD.has(ofRule))
  return isPlain ? (STANDARD.get(own) ?? null) : null
}

/** A word of severity where a level belongs. */
const isInvented = (result: JsonObject, rule: JsonObject | null): boolean =>
  [textMember(result, 'level'), textMember(asObject(member(rule, 'defaultConfiguration')), 'level')].some(
    word => word !== null && !known.has(word.trim().toLowerCase())
  )

const KINDS = new Set(['pass', 'open', 'informational', 'notApplicable', 'review', 'fail'])

/** Kinds that neither pass nor fail; where a level says all the same that there is a problem, the level holds. */
const UNDECIDED = new Set(['informational', 'review'])
const GRAVE = new Set(['error', 'warning'])

/** `fail` or `open` for a finding, null for a result that is none: another kind, or absent since the baseline (SARIF 2.1.0 §3.27.9, §3.27.24). */
export function findingKind(result: JsonObject): 'fail' | 'open' | null {
  if (asString(member(result, 'baselineState')) === 'absent') return null
  const kind = asString(member(result, 'kind'))
  if (kind === null || !KINDS.has(kind) || kind === 'fail') return 'fail'
  if (UNDECIDED.has(kind) && GRAVE.has(asString(member(result, 'level')) ?? '')) return 'fail'
  return kind === 'open' ? 'open' : null
}
