import type { Diff } from '../change/change.js'
import { changedAt, fileIn } from '../change/diff.js'
import { dependencyChanged, isInert } from '../change/manifests.js'
import type { Finding, State } from '../finding.js'
import { advisoriesOf, elsewhereOf, packageKey, toolKey } from './fingerprint.js'
import type { CommitSide, IdentityContext } from './identified.js'
import { type Lines, mostLines } from './match/content.js'
import type { Entry } from './match/entry.js'
import { isListed, type Ran } from './ran.js'

/** What is known of the baseline as a whole, for the causes of findings that are not in it. */
export interface BaselineFacts {
  /** Versions of each tool; empty where it gave none. */
  readonly versions: ReadonlyMap<string, ReadonlySet<string>>
  /** Tools with a rule that had findings. */
  readonly rules: ReadonlySet<string>
  /** Manifest, package and version of each dependency with a finding. */
  readonly dependencies: ReadonlySet<string>
  /** What ran at the base. */
  readonly ran: Ran
}

export interface Cause {
  readonly state: State
  readonly reason: string
}

const ruleKey = (finding: Finding): string => `${toolKey(finding.tool)}\0${finding.ruleId}`

const dependencyKey = (finding: Finding): string | null =>
  finding.package?.version == null
    ? null
    : `${finding.location?.path ?? elsewhereOf(finding)}\0${packageKey(finding)}\0${finding.package.version}`

export function baselineFacts(baseline: readonly Finding[], ran: Ran): BaselineFacts {
  const versions = new Map<string, Set<string>>()
  const rules = new Set<string>()
  const dependencies = new Set<string>()
  for (const finding of baseline) {
    const tool = toolKey(finding.tool)
    const known = versions.get(tool) ?? new Set()
    versions.set(tool, known)
    if (finding.toolVersion !== null) known.add(finding.toolVersion)
    rules.add(ruleKey(finding))
    const dependency = dependencyKey(finding)
    if (dependency !== null) dependencies.add(dependency)
  }
  return { versions, rules, dependencies, ran }
}

/** Old and new version where the tool that reports the finding is another one than at the base. */
export function upgradeOf(finding: Finding, facts: BaselineFacts): string | null {
  const before = facts.versions.get(toolKey(finding.tool))
  if (before === undefined || before.size === 0 || finding.toolVersion === null) return null
  return before.has(finding.toolVersion) ? null : `${[...before].sort().join(', ')} to ${finding.toolVersion}`
}

/** What of the context tells whether the change reaches a place. */
export type Reach = Pick<IdentityContext, 'diff' | 'history'>

/**
 * Whether the finding's place is part of the change; null where that is not known. A secret of the history is where its
 * commit is, whatever became of the file. `lines` is the text of its file, null where it cannot be read.
 */
export function inDiff(
  finding: Finding,
  { kind }: Pick<Entry, 'kind'>,
  { diff, history }: Reach,
  lines: Lines | null
): boolean | null {
  if (finding.commit !== undefined) return IN_CHANGE[history?.(finding.commit) ?? 'unknown']
  if (diff === null || finding.location === null) return null
  if (kind === 'dependency') return dependencyChanged(diff, finding)
  const changed = changedAt(diff, finding.location)
  // The scanner saw another text than the one that is here.
  return changed === false && lines !== null && isBeyond(finding.location.startLine ?? 0, lines) ? null : changed
}

const isBeyond = (line: number, lines: Lines): boolean => line > lines.raw.length && line > mostLines(lines)

const IN_CHANGE: Readonly<Record<CommitSide, boolean | null>> = { change: true, base: false, unknown: null }

/** Without a baseline the history of a secret decides. */
const BY_COMMIT: Readonly<Record<CommitSide, Cause>> = {
  change: { state: 'introduced', reason: 'No baseline; the change brings the commit in which it was found' },
  base: { state: 'existing', reason: 'No baseline; the base has the commit in which it was found' },
  unknown: { state: 'unknown', reason: 'No baseline, and nobody can tell whether the change brings its commit' }
}

/** Without a baseline the diff decides, and without a diff nobody can. */
export function causeByDiff(
  finding: Finding,
  kind: Entry['kind'],
  changed: boolean | null,
  { diff, history }: Reach
): Cause {
  if (finding.commit !== undefined) return BY_COMMIT[history?.(finding.commit) ?? 'unknown']
  if (diff === null) return { state: 'unknown', reason: 'There is neither a baseline nor a diff' }
  if (changed === null) {
    if (isInert(diff) && !isTouched(finding, diff)) {
      const state = kind === 'dependency' ? 'newly-disclosed' : 'existing'
      return { state, reason: 'No baseline; the change touches documentation only' }
    }
    const what =
      finding.location === null ? 'the finding names no place' : 'the diff does not show whether its place changed'
    return { state: 'unknown', reason: `No baseline, and ${what}` }
  }
  if (finding.location !== null && fileIn(diff, finding.location.path)?.doubt === 'unfit') {
    return { state: 'unknown', reason: 'No baseline, and the diff leads to another text of its file' }
  }
  const dependency = kind === 'dependency'
  if (changed) {
    return {
      state: 'introduced',
      reason: `No baseline; ${dependency ? 'its manifest is' : 'its place is'} part of the change`
    }
  }
  return dependency && advisoriesOf(finding).length > 0
    ? { state: 'newly-disclosed', reason: 'No baseline; the change does not touch its manifest' }
    : { state: 'existing', reason: 'No baseline; its place is not part of the change' }
}

/** Whether the change is to the very file of the finding: then it is not elsewhere that it would have to reach. */
const isTouched = ({ location }: Finding, diff: Diff): boolean =>
  location !== null && fileIn(diff, location.path) !== undefined

/** Why a finding is there that is not in the baseline: this change, or new knowledge about unchanged code. */
export function causeOfNew(entry: Entry, diff: Diff | null, facts: BaselineFacts): Cause {
  const { finding, changed } = entry
  const disclosed = disclosure(entry, changed, diff, facts)
  if (disclosed !== null) return { state: 'newly-disclosed', reason: disclosed }
  return { state: 'introduced', reason: introduction(entry, changed, upgradeOf(finding, facts)) }
}

function disclosure(entry: Entry, changed: boolean | null, diff: Diff | null, facts: BaselineFacts): string | null {
  const { finding } = entry
  if (entry.kind === 'dependency') {
    const dependency = dependencyKey(finding)
    if (dependency !== null && facts.dependencies.has(dependency)) {
      return 'Not in the baseline, which has this version of the package: the advisory is new'
    }
    if (changed === false) return 'Not in the baseline, and the change does not touch its manifest: the advisory is new'
  }
  if (diff === null || changed === true) return null
  if (isInert(diff) && !isTouched(finding, diff))
    return 'Not in the baseline, and the change touches documentation only'
  if (changed === null) return null
  const rules = facts.ran.get(toolKey(finding.tool))?.rules ?? null
  if (rules !== null && !isListed(rules, finding.ruleId))
    return 'The rule did not run at the base, and its place is not part of the change'
  const upgrade = upgradeOf(finding, facts)
  const untouched = finding.location !== null && fileIn(diff, finding.location.path) === undefined
  if (upgrade !== null && (untouched || !facts.rules.has(ruleKey(finding)))) {
    return `The tool was upgraded from ${upgrade}, and its place is not part of the change`
  }
  return null
}

function introduction(entry: Entry, changed: boolean | null, upgrade: string | null): string {
  const doubt = entry.doubt === null ? '' : DOUBTS[entry.doubt]
  const tool = upgrade === null ? '' : `; the tool was upgraded from ${upgrade}`
  if (changed === true) return `Not in the baseline; its place is part of the change${doubt}${tool}`
  if (changed === false)
    return `Not in the baseline; its place is not part of the change, which may reach it from elsewhere${doubt}${tool}`
  return `Not in the baseline${doubt}${tool}`
}

const DOUBTS = {
  ambiguous: '; several findings of the baseline could be this one after an edit, so it counts as new',
  elsewhere: '; the baseline has the same text at another place of the file, too little to be sure that it moved'
} as const
