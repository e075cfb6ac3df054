import type { Diff } from '../change/change.js'
import { onHead } from '../change/head-lines.js'
import type { Decision, Outcome } from '../decision/decision.js'
import { isDependency } from '../finding.js'
import type { HeadFiles } from './annotations.js'
import { agrees, lineAt, type SourceText } from './ground/excerpt.js'
import { type FixedLines, fixedLines } from './ground/fixed-lines.js'
import { SUGGESTIONS } from './ground/limits.js'
import { safeSource } from './ground/masks.js'
import { titleOf } from './ground/title.js'
import { hidesSomething } from './ground/visible-text.js'
import { SEVERITY_WORDS } from './ground/wording.js'
import { commentMarker } from './markdown/comment.js'
import { bold, code, hidden, join, md, prose, suggestionBlock } from './markdown/markdown.js'

/** Lines of the head for which a fix of a SARIF file is offered, as a comment of a review. */
export interface Suggestion {
  /** The hidden line that tells it from those for other findings; the second line of the body. */
  readonly mark: string
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  readonly body: string
}

/** What a suggestion has to fit. */
export interface SuggestionGround {
  readonly checkName: string
  /** What lies between the tree that was scanned and the one that it is merged into. */
  readonly diff: Diff
  /** The texts that were scanned. */
  readonly source: SourceText
  /** Files whose text, as it was scanned, is none of a commit. */
  readonly edited: readonly string[]
  readonly files: HeadFiles
}

/**
 * The findings for which a suggestion is tried, worst first: they block or warn, the change reaches them, and one file
 * says in one place how they are fixed. Those about secrets quote them.
 */
export function suggestible({ outcomes }: Decision): readonly Outcome[] {
  const wanted = (verdict: Outcome['verdict']) => outcomes.filter(each => each.verdict === verdict && isFixable(each))
  return [...wanted('block'), ...wanted('warn')].slice(0, SUGGESTIONS.tried)
}

const isFixable = ({ finding, inDiff }: Outcome): boolean =>
  inDiff === true &&
  finding.replacements !== undefined &&
  finding.location !== null &&
  finding.otherLocations === undefined &&
  finding.category !== 'secret' &&
  !isDependency(finding)

/** Suggestions for them, as many as one run keeps; the same lines are offered once. */
export function renderSuggestions(outcomes: readonly Outcome[], ground: SuggestionGround): readonly Suggestion[] {
  const offered = new Map<string, Suggestion>()
  for (const outcome of outcomes) {
    if (offered.size === SUGGESTIONS.shown) break
    const fixed = fixOf(outcome, ground)
    const place = fixed === null ? null : placeOf(outcome, fixed, ground)
    if (fixed === null || place === null) continue
    const key = JSON.stringify([place, fixed.after])
    if (!offered.has(key)) offered.set(key, { ...place, ...textOf(outcome, fixed.after, ground.checkName) })
  }
  return [...offered.values()]
}

/** What of the scanned text is to be replaced; null where it is not at hand, is another one, or what is to stand there is not fit to be shown. */
function fixOf({ finding }: Outcome, { source, edited }: SuggestionGround): FixedLines | null {
  const { location, replacements = [], clues } = finding
  if (location === null || edited.includes(location.path)) return null
  const text = source(location.path)
  const line = text === null || location.startLine === null ? null : lineAt(text, location.startLine)
  if (text === null || line === null || !agrees(line, clues.snippet)) return null
  const fixed = fixedLines(text, replacements)
  const shown = fixed?.after.join('\n') ?? ''
  if (fixed === null || shown.length > SUGGESTIONS.characters || hidesSomething(shown)) return null
  // What is masked is no fix any more.
  return safeSource(finding, shown) === shown ? fixed : null
}

/** Where these lines are at the head; null where they are not all lines of the change, and there as they were scanned. */
function placeOf(
  { finding }: Outcome,
  { first, last }: FixedLines,
  { diff, files }: SuggestionGround
): Pick<Suggestion, 'path' | 'startLine' | 'endLine'> | null {
  const path = finding.location?.path ?? ''
  const { lines = null, doubt } = diff.files.get(path) ?? {}
  const isInChange = lines?.some(([from, to]) => from <= first && last <= to) === true
  if (!isInChange || doubt !== undefined) return null
  const head = files.get(path)
  const start = onHead(path, first, first, head)
  for (let line = first; line <= last; line += 1) {
    const at = onHead(path, line, line, head)
    if (!at.isExact || at.startLine !== start.startLine + line - first) return null
  }
  return { path: start.path, startLine: start.startLine, endLine: start.startLine + last - first }
}

function textOf(
  { id, finding }: Outcome,
  after: readonly string[],
  checkName: string
): Pick<Suggestion, 'mark' | 'body'> {
  const mark = hidden(`policy-gate-suggestion ${id}`)
  const body = join([
    join([commentMarker(checkName), mark], '\n'),
    bold(prose(`${SEVERITY_WORDS[finding.severity]}: ${titleOf(finding)}`)),
    md`The fix that ${code(finding.tool)} offers for ${code(id)}. Nobody has tried it: read it before you commit it.`,
    suggestionBlock(after)
  ])
  return { mark, body }
}

/** What becomes of a suggestion that somebody has replied to, once it holds no longer: the replies would lose what they answer. */
export const renderWithdrawn = (checkName: string): string =>
  join([
    commentMarker(checkName),
    md`The suggestion that stood here is out of date: its finding is gone, or its lines are others by now.`
  ])
