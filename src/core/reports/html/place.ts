import type { Decision, Outcome } from '../../decision/decision.js'
import { elsewhereText, otherPlaces, placeText, placeUrl, whereText } from '../ground/place-links.js'
import type { ProblemRow } from '../ground/problems.js'
import type { ViewContext } from '../ground/view-context.js'
import { count } from '../ground/wording.js'
import { type Html, h, NO_HTML } from './escape.js'

/** Where the finding is, linked to the head commit where that is known. */
export function placeLink({ finding }: Outcome, decision: Decision, context: ViewContext): Html {
  if (finding.location === null)
    return finding.package === null && finding.placeProblem === null
      ? h`${elsewhereText(finding)}`
      : h`<code>${elsewhereText(finding)}</code>`
  const text = h`<code>${placeText(finding.location)}</code>`
  const address = placeUrl(finding.location, decision.change, context.serverUrl)
  return address === null ? text : h`<a href="${address}" rel="noreferrer">${text}</a>`
}

/** Where the problem is first, as text alone: what opens a row holds no link. */
export const placeName = ({ lead }: ProblemRow): Html => h`<code>${whereText(lead.finding)}</code>`

/** ` and 2 more places`, of the problem's places and of those of its first finding. */
export function furtherPlaces({ places, lead }: ProblemRow): Html {
  const more = places.length - 1 + otherPlaces(lead.finding).length
  return more === 0 ? NO_HTML : h` and ${count(more, 'more place')}`
}

/** The element of a finding: `#F-…` leads to it from anywhere. Its id is ours, or there is none. */
export const findingAnchor = ({ id }: Outcome): string | null => (/^F-[0-9a-f]{32}$/.test(id) ? id : null)
