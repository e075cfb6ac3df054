import type { ExploitFacts } from '../../feeds/feed.js'
import type { FeedName, Policy, Verdict } from '../../policy/policy.js'
import type { EvidenceState } from '../../sarif/input.js'
import { isPast } from '../../time/instant.js'
import type { ScanOutcome } from '../decision.js'

/** Judges the freshness of the feeds that the policy names: a feed that is absent or too old is missing evidence. */
export function judgeFeeds(policy: Policy, facts: ExploitFacts, now: string): readonly ScanOutcome[] {
  // A file that was given and holds nothing is no evidence, whether or not the policy asks for it.
  const empty = (['kev', 'epss'] as const).filter(name => !policy.feeds.has(name) && feedFacts(name, facts).isEmpty)
  const asked = [...policy.feeds, ...empty.map(name => [name, { maxAge: null, ifMissing: 'warn' }] as const)]
  return asked.map(([name, { maxAge, ifMissing }]) => {
    const { present, date, isEmpty } = feedFacts(name, facts)
    const outcome = (state: EvidenceState, verdict: Verdict, reason: string): ScanOutcome => ({
      id: `feed:${name}`,
      category: null,
      state,
      tools: [],
      verdict,
      reason
    })
    if (!present) return outcome('missing', ifMissing, `No ${name} file was given`)
    if (isEmpty) return outcome('invalid', ifMissing, `The ${name} file lists nothing: it was cut off`)
    if (maxAge === null) return outcome('complete', 'pass', `The ${name} file was read`)
    const problem = ageProblem(date, maxAge, now)
    return problem === null
      ? outcome('complete', 'pass', `The ${name} file is of ${date}`)
      : outcome('stale', ifMissing, `The ${name} file ${problem}`)
  })
}

/** Why a file of that date is too old, or nobody can tell; null for a fresh one. */
function ageProblem(date: string | null, maxAge: number, now: string): string | null {
  if (date === null) return 'does not say how old it is'
  if (!isPast(date, now)) return `is of ${date}, which is yet to come`
  return Date.parse(now) - Date.parse(date) <= maxAge ? null : `is of ${date}, older than max-age allows`
}

/** The feeds as the policy lets them count: by a catalogue that is too old nothing is known not to be exploited. */
export function countedFacts(facts: ExploitFacts, { feeds }: Pick<Policy, 'feeds'>, now: string): ExploitFacts {
  const { kev } = facts
  const maxAge = feeds.get('kev')?.maxAge ?? null
  if (kev === null || maxAge === null || ageProblem(kev.released, maxAge, now) === null) return facts
  return { ...facts, kev: { ...kev, isOutdated: true } }
}

/** What is known of a feed as a file. */
interface FeedFacts {
  readonly present: boolean
  readonly isEmpty: boolean
  /** ISO 8601 UTC, or null. */
  readonly date: string | null
}

function feedFacts(name: FeedName, { kev, epss, vex }: ExploitFacts): FeedFacts {
  if (name === 'kev') return { present: kev !== null, isEmpty: kev?.cves.size === 0, date: kev?.released ?? null }
  if (name === 'epss') return { present: epss !== null, isEmpty: epss?.scores.size === 0, date: epss?.date ?? null }
  return { present: vex.size > 0, isEmpty: false, date: null }
}
