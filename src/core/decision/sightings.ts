import type { ConditionName } from '../../generated/condition-names.js'
import type { IdentifiedFinding } from '../identity/identified.js'
import { compileAssets } from '../policy/assets.js'
import { compileConditions } from '../policy/conditions/conditions.js'
import { type Subject, subjectOf } from '../policy/conditions/subject.js'
import { type Conditions, ROWS } from '../policy/conditions/table.js'
import type { Policy, Tier } from '../policy/policy.js'
import { type Assessed, assess, type SightContext } from './subject.js'

/** A sight of the upper layers, ready to look at findings. */
export interface UpperSight {
  readonly context: SightContext
  readonly layers: readonly string[]
  /** What the rules and `never` that are asked with it ask, of what layers see each in its own way. */
  readonly asks: readonly ConditionName[]
}

/** What is the same for every finding of an evaluation, as the whole policy has it and as each upper layer does. */
export interface AssessmentContext extends SightContext {
  readonly policy: Policy
  readonly upper: readonly UpperSight[]
}

/**
 * A finding as each sight sees it, from the top, that of the whole policy last. A layer's rules and `never` are about
 * the finding if any sight from its own on says so: what is said below it can only add.
 */
export type LayerSightings = readonly { readonly assessed: Assessed; readonly subject: Subject }[]

/** The conditions whose facts layers see each in its own way. */
const BY_LAYER: readonly ConditionName[] = [
  'tier',
  'asset',
  'exposure',
  'category',
  'severity',
  'min-severity',
  'state',
  'in-diff',
  'sla'
]

/** The sights of the layers above the last, by the context of the whole policy. */
export function upperSights(policy: Policy, whole: SightContext, defaultTier: Tier): readonly UpperSight[] {
  const asked = (conditions: readonly (Conditions | null)[]) => (name: ConditionName) =>
    // Every rule asks the category: those that name none pass over lint.
    name === 'category' || conditions.some(each => each !== null && each[name] !== null)
  return policy.sights.map((sight, index) => {
    const layers = new Set(policy.sights.slice(0, index + 1).flatMap(each => each.layers))
    const conditions = [
      ...policy.rules.filter(({ layer }) => layers.has(layer)).flatMap(({ when, unless }) => [when, unless]),
      ...policy.exceptions.never.filter(({ layer }) => layers.has(layer)).map(({ when }) => when)
    ]
    return {
      context: { ...whole, policy: sight, assetOf: compileAssets(sight, defaultTier) },
      layers: sight.layers,
      asks: BY_LAYER.filter(asked(conditions))
    }
  })
}

/** From which sight on a layer is asked: an index of sightings. What no layer says, but holds by itself, is above all. */
export function sightIndexOf({ sights, layers }: Pick<Policy, 'sights' | 'layers'>, layer: string): number {
  const index = sights.findIndex(each => each.layers.includes(layer))
  if (index >= 0) return index
  return layers.some(({ name }) => name === layer) ? sights.length : 0
}

/** Looks at a finding with every sight. Where an upper one sees nothing else that is asked, it is that of the whole policy. */
export function sightingsOf(identified: IdentifiedFinding, context: AssessmentContext): LayerSightings {
  const assessed = assess(identified, context)
  const whole = { assessed, subject: subjectOf(assessed, context) }
  if (context.upper.length === 0) return [whole]
  const above = context.upper.map(({ context: own, asks }) => {
    const seen = assess(identified, own)
    const subject = subjectOf(seen, own)
    return { assessed: seen, subject: isSame(subject, whole.subject, asks) ? whole.subject : subject }
  })
  return [...above, whole]
}

function isSame(a: Subject, b: Subject, asked: readonly ConditionName[]): boolean {
  // An unknown severity counts as the policy says, which differs where the severity does not.
  return (
    a.effectiveSeverity === b.effectiveSeverity && asked.every(name => isEqual(ROWS[name].fact(a), ROWS[name].fact(b)))
  )
}

const isEqual = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((value, index) => value === b[index])
    : a === b

/** The subject for which something of a layer holds, that of the whole policy first; null where it holds for none. */
export function holdsFor(
  sightings: readonly { readonly subject: Subject }[],
  from: number,
  holds: (subject: Subject) => boolean
): Subject | null {
  const whole = sightings.at(-1)?.subject
  if (whole === undefined) return null
  if (holds(whole)) return whole
  for (let index = sightings.length - 2; index >= from; index -= 1) {
    const subject = sightings[index]?.subject
    if (subject !== undefined && subject !== whole && holds(subject)) return subject
  }
  return null
}

/** The finding as the whole policy sees it, which is how views show it. */
export function wholeOf(sightings: LayerSightings): Assessed {
  const whole = sightings.at(-1)
  if (whole === undefined) throw new TypeError('a finding that nobody has looked at')
  return whole.assessed
}

/** The tiers that a path has for a layer: as it sees it, and as each layer below does. */
export function tiersSeen({
  policy,
  upper,
  assetOf
}: AssessmentContext): (path: string, layer: string) => readonly Tier[] {
  const lookUps = [...upper.map(({ context }) => context.assetOf), assetOf]
  return (path, layer) =>
    lookUps.slice(sightIndexOf(policy, layer)).map(lookUp => lookUp({ path, placeProblem: null }).tier)
}

/** Tells of a finding whether the policy forbids every exception for it. */
export function neverExcepted(context: AssessmentContext): (identified: IdentifiedFinding | undefined) => boolean {
  const { policy } = context
  const entries = policy.exceptions.never.map(({ layer, when }) => ({
    from: sightIndexOf(policy, layer),
    holds: compileConditions(when)
  }))
  return identified => {
    if (identified === undefined || entries.length === 0) return false
    const sightings = sightingsOf(identified, context)
    return entries.some(({ from, holds }) => holdsFor(sightings, from, holds) !== null)
  }
}
