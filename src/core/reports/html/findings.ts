import type { Decision, Outcome } from '../../decision/decision.js'
import { remedyOf } from '../../decision/next-step.js'
import { placeRemark } from '../../decision/places/place-advice.js'
import { TEXT_POINTS } from '../ground/limits.js'
import { safeMessageLine } from '../ground/masks.js'
import { elsewhereText, morePlaces, otherPlaces, placeText, placeUrl } from '../ground/place-links.js'
import { selectWorst } from '../ground/selection.js'
import type { ViewContext } from '../ground/view-context.js'
import { clip } from '../ground/visible-text.js'
import { factWords, requestCommand, SEVERITY_WORDS } from '../ground/wording.js'
import { type Html, h, NO_HTML } from './escape.js'

const commas = (parts: readonly Html[]): Html => ({ html: parts.map(part => part.html).join(', ') })

function place({ finding }: Outcome, decision: Decision, context: ViewContext): Html {
  if (finding.location === null)
    return finding.package === null && finding.placeProblem === null
      ? h`${elsewhereText(finding)}`
      : h`<code>${elsewhereText(finding)}</code>`
  const text = h`<code>${placeText(finding.location)}</code>`
  const address = placeUrl(finding.location, decision.change, context.serverUrl)
  const place = address === null ? text : h`<a href="${address}" rel="noreferrer">${text}</a>`
  return h`${place}${morePlaces(finding)}`
}

const ruleNames = (outcome: Outcome): Html =>
  commas(outcome.rules.filter(rule => rule.verdict === outcome.verdict).map(rule => h`<code>${rule.id}</code>`))

const row = (name: string, value: Html | null): Html =>
  value === null || value.html === '' ? NO_HTML : h`<dt>${name}</dt><dd>${value}</dd>`

/** One finding with all facts. */
export function findingCard(outcome: Outcome, decision: Decision, context: ViewContext): Html {
  const { finding } = outcome
  const next = remedyOf(outcome)
  const command = requestCommand(outcome)
  const remark = placeRemark(finding)
  return h`<article class="${outcome.verdict}">
<h3><span class="tone">${SEVERITY_WORDS[finding.severity]}</span>: <code>${finding.ruleId}</code> in ${place(outcome, decision, context)}</h3>
<p>${safeMessageLine(finding)}</p>
<dl>${[
    row('Next', next === null ? null : h`${next}`),
    row('Why', ruleNames(outcome)),
    row('Place', remark === null ? null : h`${remark}`),
    row('Facts', h`${factWords(outcome, decision.evaluatedAt).join(' · ')}`),
    row('Also at', commas(otherPlaces(finding).map(other => h`<code>${other}</code>`))),
    row('Found by', h`${finding.tool} ${finding.toolVersion ?? ''}`),
    row('Asset', h`${outcome.asset ?? 'none'}, tier ${outcome.tier}`),
    row('Owner', commas(outcome.owners.map(owner => h`<code>${owner}</code>`))),
    row('Identifiers', commas(finding.identifiers.map(identifier => h`<code>${identifier}</code>`))),
    row('Request', command === null ? null : h`<code>${command}</code>`),
    row('Finding', h`<code>${outcome.id}</code>`)
  ]}</dl>
</article>
`
}

function tableRow(outcome: Outcome, decision: Decision, context: ViewContext): Html {
  const { finding } = outcome
  return h`<tr><td>${SEVERITY_WORDS[finding.severity]}</td><td>${place(outcome, decision, context)}</td><td><code>${finding.ruleId}</code> ${clip(safeMessageLine(finding), TEXT_POINTS.message)}</td><td>${ruleNames(outcome)} ${factWords(outcome, decision.evaluatedAt).join(' · ')}</td></tr>
`
}

/** Findings as a table, the worst that fit, with the number of those that do not. */
export function findingRows(
  outcomes: readonly Outcome[],
  limit: number,
  decision: Decision,
  context: ViewContext
): Html {
  const { shown, rest } = selectWorst(outcomes, limit)
  const caption =
    rest === 0
      ? `${shown.length} shown`
      : `${shown.length} shown, ${rest} more are in the decision file and the SARIF report`
  return h`<div class="scroll"><table><caption>${caption}</caption>
<thead><tr><th scope="col">Severity</th><th scope="col">Place</th><th scope="col">Finding</th><th scope="col">Why</th></tr></thead>
<tbody>
${shown.map(outcome => tableRow(outcome, decision, context))}</tbody></table></div>
`
}
