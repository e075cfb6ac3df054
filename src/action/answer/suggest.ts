import { commentMarker } from '../../core/reports/markdown/comment.js'
import { renderSuggestions, renderWithdrawn, type Suggestion, suggestible } from '../../core/reports/suggestions.js'
import type { GateResult } from '../../gate/gate.js'
import { attempt, isFailure } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'
import type { SuggestionsResult } from '../../github/requests.js'
import type { Run } from '../run-context.js'
import type { PublishProblem } from './publish.js'

type Judged = Pick<GateResult, 'decision' | 'policy' | 'scanned'>

/**
 * Keeps the fixes that SARIF files offer for lines of the change as suggestions on the pull request, where the policy
 * wants them. A view like the others: what cannot be posted is told, and changes nothing.
 */
export async function suggest(result: Judged, run: Run): Promise<readonly PublishProblem[]> {
  const { github, change } = run
  const { pullRequest, headSha } = change
  if (!result.policy.suggestions || github === null || pullRequest === null || headSha === null) return []
  const kept = await attempt(keep(result, run, github, { number: pullRequest, headSha }))
  if (kept.ok) return kept.value === null ? [] : refusedOf(kept.value)
  const level = isFailure(kept.error, 'forbidden') ? 'info' : 'warning'
  return [{ level, message: `The suggestions could not be kept: ${kept.error.message}. The verdict stands` }]
}

/** Null where the pull request has another head by now, whose own run suggests. */
async function keep(
  result: Judged,
  { inputs: { checkName } }: Run,
  github: GitHub,
  at: { readonly number: number; readonly headSha: string }
): Promise<SuggestionsResult | null> {
  const suggestions = await suggestionsOf(result, checkName)
  const pull = await github.pullRequest(at.number)
  if (pull.state !== 'open' || pull.headSha !== at.headSha) return null
  return github.keepSuggestions({
    ...at,
    marker: commentMarker(checkName),
    suggestions,
    withdrawn: renderWithdrawn(checkName)
  })
}

/** None where it is not known which commit was scanned: then no line is known to be the head's. */
async function suggestionsOf({ decision, scanned }: Judged, checkName: string): Promise<readonly Suggestion[]> {
  const { diff, edited, scannedSha, onHead, readSource: source } = scanned
  const outcomes = suggestible(decision)
  if (diff === null || edited === null || scannedSha === null || outcomes.length === 0) return []
  const paths = [...new Set(outcomes.flatMap(({ finding }) => finding.location?.path ?? []))]
  const files = onHead === null ? new Map() : await onHead(paths)
  return renderSuggestions(outcomes, { checkName, diff, source, edited, files })
}

const refusedOf = ({ refused }: SuggestionsResult): readonly PublishProblem[] =>
  refused === 0
    ? []
    : [{ level: 'info', message: `GitHub refused ${refused} suggestions: it does not show their lines in the change` }]
