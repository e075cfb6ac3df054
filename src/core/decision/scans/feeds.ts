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
    if (date === null) return outcome('stale', ifMissing, `The ${name} file does not say how old it is`)
    if (!isPast(date, now)) return outcome('stale', ifMissing, `The ${name} file is of ${date}, which is yet to come`)
    const fresh = Date.parse(now) - Date.parse(date) <= maxAge
    const dated = `The ${name} file is of ${date}`
    return fresh
      ? outcome('complete', 'pass', dated)
      : outcome('stale', ifMissing, `${dated}, older than max-age allows`)
  })
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
