import type { Finding, State } from '../../finding.js'
import type { Numbered } from '../ids.js'
import { type Entry, isByMessageAlone, type Pass } from '../match/entry.js'
import { type Cause, moreThan } from '../state.js'
import { earliest, type FactsOfPlaces, type MatchedPart, ofPlaces } from './matched-part.js'
import type { Several } from './parts.js'

/** A finding of several places, put together again. */
export interface Joined extends Numbered {
  readonly several: Several
  /** How many of the finding's results, and of the things that it stands for, are its share. */
  readonly occurrences: number
  readonly count: number
  readonly parts: readonly MatchedPart[]
  readonly cause: Cause
  /** Whether the change reaches any of its places; null where it is not known of any, and of none that it does. */
  readonly changed: boolean | null
  /** What is to be said of single places. */
  readonly ofPlaces: FactsOfPlaces
  /** The finding of the baseline that has its date: the same one, or the first of those that had its places. */
  readonly before: Finding | undefined
  /** The baseline's finding with the same places; null where there is none. */
  readonly same: JoinedBase | null
}

/** A finding of several places of the baseline. */
export interface JoinedBase extends Numbered {
  readonly several: Several
  readonly entries: readonly Entry[]
  readonly isGone: boolean
  /** How many things it stands for. */
  readonly count: number
}

/** A finding with the place that it is sorted by. */
export type JoinedHead = Joined & { readonly lead: Entry }

/** The matched places of a finding of the head, before it is known what it was. */
export interface UnjoinedHead {
  readonly several: Several
  readonly lead: Entry
  readonly parts: readonly MatchedPart[]
  readonly key: string
  /** The key that it had at the base, under the paths of then. */
  readonly baseKey: string
  /** How many things it stands for. */
  readonly count: number
}

/** What of a finding of the baseline was found again as one of the head. */
export interface Claimed {
  readonly owner: JoinedBase
  readonly count: number
  /** Whether it is the first: one id is given once. */
  readonly isFirst: boolean
}

/** Finds what else of the baseline has the places of the finding, for so many of the things that it stands for. */
type Find = (draft: UnjoinedHead, count: number) => Claimed | null

/** The finding, in as many shares as the baseline has findings for what it stands for; what it has none for is new. */
export function shares(draft: UnjoinedHead, first: Claimed | null, find: Find): readonly JoinedHead[] {
  const results = draft.several.finding.occurrences
  if (first === null || first.count === draft.count) return [joined(draft, first, results)]
  // One result that says by itself of how many it tells cannot be told in part.
  if (results < 2) return [{ ...joined(draft, null, results), cause: moreThan(first.count), same: first.owner }]
  const found = [first]
  let known = first.count
  while (known < draft.count && found.length < results) {
    const next = find(draft, draft.count - known)
    if (next === null) break
    found.push(next)
    known += next.count
  }
  const isMore = known < draft.count && found.length < results
  const last = found.length - (isMore ? 0 : 1)
  const ofFound = found.map((each, at) => joined(draft, each, at === last ? results - last : 1))
  return isMore
    ? [...ofFound, { ...joined(draft, null, results - last), cause: moreThan(known), count: draft.count - known }]
    : ofFound
}

function joined(draft: UnjoinedHead, found: Claimed | null, occurrences: number): JoinedHead {
  const { several, parts, lead, key } = draft
  const changed = parts.map(({ entry }) => entry.changed)
  const passes = parts.map(({ entry }) => entry.pass)
  const isFound = parts.every(({ entry }) => entry.partner !== null)
  const same = found?.owner ?? null
  return {
    several,
    occurrences,
    count: found?.count ?? draft.count,
    parts,
    lead,
    key,
    same,
    claimed: null,
    ordinal: 0,
    fingerprint: '',
    partner: found?.isFirst === true ? same : null,
    pass: isFound ? weakest(passes) : same === null ? null : 'exact',
    cause: same !== null && (!isFound || isHeldByOthers(parts)) ? IN_BASELINE : causeOf(parts),
    changed: changed.includes(true) ? true : changed.includes(null) ? null : false,
    ofPlaces: ofPlaces(parts),
    before: same?.several.finding ?? earliest(parts.flatMap(({ entry }) => entry.partner?.finding ?? []))
  }
}

const IN_BASELINE: Cause = { state: 'existing', reason: 'In the baseline' }

/** An edited place makes another text of the whole. */
const weakest = (passes: readonly (Pass | null)[]): Pass | null =>
  passes.includes('edited') ? 'edited' : (passes.find(pass => pass !== 'exact') ?? passes[0] ?? null)

/** States from what objects most to what objects least. */
const STATES: readonly State[] = ['introduced', 'unknown', 'newly-disclosed', 'existing', 'fixed']

/**
 * Whether places that a message alone would find again are some of a finding whose other places say more. What stands
 * on a line that the change reaches, or may reach, need not be what stood there, whatever the others say.
 */
function isHeldByOthers(parts: readonly MatchedPart[]): boolean {
  const bare = parts.filter(({ entry }) => isByMessageAlone(entry))
  const isLeftAlone = ({ entry }: MatchedPart): boolean => entry.finding.location === null || entry.changed === false
  return bare.length > 0 && bare.length < parts.length && bare.every(isLeftAlone)
}

function causeOf(parts: readonly MatchedPart[]): Cause {
  const [worst] = parts.toSorted((a, b) => STATES.indexOf(a.cause.state) - STATES.indexOf(b.cause.state))
  if (worst === undefined) throw new RangeError('a finding of several places has a place')
  const { state, reason } = worst.cause
  const wasThere = parts.some(({ entry }) => entry.partner !== null)
  if (state === 'existing' || !wasThere || worst.entry.partner !== null) return worst.cause
  return { state, reason: `The result got a new place, ${placeOf(worst.entry.finding)}: ${decapitalised(reason)}` }
}

const placeOf = ({ location, placeProblem }: Finding): string =>
  location === null
    ? (placeProblem ?? 'unknown').replace(/: [^:]*$/, '')
    : `${location.path}:${location.startLine ?? 1}`

const decapitalised = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)
