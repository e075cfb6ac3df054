import { type HeadFile, onHead } from '../change/head-lines.js'
import type { Decision, Outcome } from '../decision/decision.js'
import { adviceFor } from '../decision/next-step.js'
import { placeRemark } from '../decision/places/place-advice.js'
import { reportersOf, type State } from '../finding.js'
import { maskSecrets } from '../ground/credentials.js'
import type { SourceText } from './ground/excerpt.js'
import {
  ANNOTATION_TEXT_BYTES,
  ANNOTATION_TITLE_CHARACTERS,
  ANNOTATIONS_PER_RUN,
  LOG_ANNOTATIONS_PER_TYPE,
  LOG_MESSAGE_CHARACTERS
} from './ground/limits.js'
import { listedPlaces } from './ground/place-links.js'
import { detailOf, titleOf } from './ground/title.js'
import { clip, clipBytes, visibleLine } from './ground/visible-text.js'
import { factWords, SEVERITY_WORDS } from './ground/wording.js'

/** Which findings are annotated (input `annotations`). */
export const ANNOTATION_MODES = ['all', 'block', 'none'] as const
export type AnnotationMode = (typeof ANNOTATION_MODES)[number]

/** A note at a line of the change. Plain text throughout: no view renders it as Markdown. */
export interface Annotation {
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  /** Only where the place lies on one line, as GitHub asks; the end column is inclusive here. */
  readonly startColumn: number | null
  readonly endColumn: number | null
  readonly level: 'failure' | 'warning'
  readonly title: string
  readonly message: string
  readonly rawDetails: string | null
}

/** New before old within one verdict: the author of the change can act on what the change brought. */
const STATE_ORDER: Readonly<Record<State, number>> = {
  introduced: 0,
  unknown: 1,
  'newly-disclosed': 2,
  existing: 3,
  fixed: 4
}

/** Scanned files that the head has in another form, by their path; the others are the head's own. */
export type HeadFiles = ReadonlyMap<string, HeadFile>

const NO_COLUMNS = { startColumn: null, endColumn: null }

const plain = (text: string): string => visibleLine(maskSecrets(text))

function columns(outcome: Outcome, startLine: number, endLine: number): Pick<Annotation, 'startColumn' | 'endColumn'> {
  const { startColumn = null, endColumn = null } = outcome.finding.location ?? {}
  if (startLine !== endLine || startColumn === null || startColumn < 1) return NO_COLUMNS
  return { startColumn, endColumn: endColumn === null ? startColumn : Math.max(startColumn, endColumn - 1) }
}

function annotation(outcome: Outcome, now: string, files: HeadFiles, source: SourceText | null): readonly Annotation[] {
  const { finding } = outcome
  if (finding.location === null) return []
  const startLine = Math.max(1, finding.location.startLine ?? 1)
  const endLine = Math.max(startLine, finding.location.endLine ?? startLine)
  const { path } = finding.location
  const at = onHead(path, startLine, endLine, files.get(path))
  const advice = adviceFor(finding, source)
  const detail = detailOf(finding)
  const others = listedPlaces(finding)
  const remark = placeRemark(finding)
  const rules = outcome.rules.filter(rule => rule.verdict === outcome.verdict).map(rule => rule.id)
  const message = [
    detail === null ? '' : visibleLine(detail),
    advice === null ? '' : `Fix: ${plain(advice)}`,
    at.isExact ? '' : `Place: ${plain(path)}:${startLine} of the merge that was scanned; the head has no such line`,
    `Why: ${plain([...factWords(outcome, now), rules.length === 0 ? '' : `rule ${rules.join(', ')}`].filter(Boolean).join('; '))}`,
    others === null ? '' : `Also at: ${plain(others)}`,
    remark === null ? '' : `Place: ${plain(remark)}`,
    `Found by: ${plain(
      reportersOf(finding)
        .map(({ tool, ruleId }) => `${tool} (${ruleId})`)
        .join(', ')
    )}`
  ]
  const details = [
    `finding: ${outcome.id}`,
    `tool: ${finding.tool}`,
    `tier: ${outcome.tier}`,
    `asset: ${outcome.asset ?? 'none'}`,
    `owners: ${outcome.owners.join(', ') || 'none'}`
  ]
  return [
    {
      path: at.path,
      startLine: at.startLine,
      endLine: at.endLine,
      ...(at.isExact ? columns(outcome, at.startLine, at.endLine) : NO_COLUMNS),
      level: outcome.verdict === 'block' ? 'failure' : 'warning',
      title: clip(plain(`${SEVERITY_WORDS[finding.severity]}: ${titleOf(finding)}`), ANNOTATION_TITLE_CHARACTERS),
      message: clipBytes(message.filter(line => line !== '').join('\n'), ANNOTATION_TEXT_BYTES),
      rawDetails: clipBytes(details.map(plain).join('\n'), ANNOTATION_TEXT_BYTES)
    }
  ]
}

/** The annotations of a decision, of which no more are rendered than are shown anywhere. */
export interface Annotations {
  /** Those of the findings that block before those that only warn, in each new before old and the worst first. */
  readonly worst: readonly Annotation[]
  /** How many findings have one, rendered or not. */
  readonly total: number
}

/** Annotations of the findings that block or warn and have a place, worst first and new before old. */
export function renderAnnotations(
  decision: Decision,
  mode: AnnotationMode,
  source: SourceText | null = null,
  files: HeadFiles = new Map()
): Annotations {
  if (mode === 'none') return { worst: [], total: 0 }
  const verdicts = mode === 'block' ? (['block'] as const) : (['block', 'warn'] as const)
  const worst: Annotation[] = []
  let total = 0
  for (const verdict of verdicts) {
    const outcomes = decision.outcomes
      .filter(outcome => outcome.verdict === verdict && outcome.finding.location !== null)
      .sort((a, b) => STATE_ORDER[a.state] - STATE_ORDER[b.state])
    // The check run shows the worst of all, the log some of each kind.
    const most = Math.max(ANNOTATIONS_PER_RUN - total, LOG_ANNOTATIONS_PER_TYPE)
    worst.push(...outcomes.slice(0, most).flatMap(outcome => annotation(outcome, decision.evaluatedAt, files, source)))
    total += outcomes.length
  }
  return { worst, total }
}

/** For a check run: those within our budget, the worst of all, and how many are beyond it. */
export function checkAnnotations({ worst, total }: Annotations): {
  readonly shown: readonly Annotation[]
  readonly rest: number
} {
  const shown = worst.slice(0, ANNOTATIONS_PER_RUN)
  return { shown, rest: total - shown.length }
}

/** For the log: what the runner keeps of one step, cut where it would cut, and how many it would drop. */
export function logAnnotations({ worst, total }: Annotations): {
  readonly shown: readonly Annotation[]
  readonly rest: number
} {
  const shown = (['failure', 'warning'] as const).flatMap(level =>
    worst.filter(candidate => candidate.level === level).slice(0, LOG_ANNOTATIONS_PER_TYPE)
  )
  return {
    shown: shown.map(candidate => ({ ...candidate, message: clip(candidate.message, LOG_MESSAGE_CHARACTERS) })),
    rest: total - shown.length
  }
}
