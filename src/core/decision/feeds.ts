import type { ExploitFacts } from '../feeds/feed.js'
import type { FeedName, Policy, Verdict } from '../policy/policy.js'
import type { EvidenceState } from '../sarif/input.js'
import { isPast } from '../time/instant.js'
import type { ScanOutcome } from './decision.js'

/** Judges the freshness of the feeds that the policy names: a feed that is absent or too old is missing evidence. */
export function judgeFeeds(policy: Policy, facts: ExploitFacts, now: string): readonly ScanOutcome[] {
  return [...policy.feeds].map(([name, { maxAge, ifMissing }]) => {
    const { present, date } = feedFacts(name, facts)
    const outcome = (state: EvidenceState, verdict: Verdict, reason: string): ScanOutcome => ({
      id: `feed:${name}`,
      category: null,
      state,
      tools: [],
      verdict,
      reason
    })
    if (!present) return outcome('missing', ifMissing, `No ${name} file was given`)
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

function feedFacts(name: FeedName, facts: ExploitFacts): { readonly present: boolean; readonly date: string | null } {
  if (name === 'kev') return { present: facts.kev !== null, date: facts.kev?.released ?? null }
  if (name === 'epss') return { present: facts.epss !== null, date: facts.epss?.date ?? null }
  return { present: facts.vex.size > 0, date: null }
}
