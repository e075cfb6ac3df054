import type { CommitSide, Diff } from '../change/change.js'
import { fileIn } from '../change/diff.js'
import { isInert } from '../change/manifests.js'
import type { Finding, State } from '../finding.js'
import { advisoriesOf, elsewhereOf, packageKey, toolKey } from './fingerprint.js'
import type { Entry } from './match/entry.js'
import { isListed, type Ran } from './ran.js'
import { isProven, leadsThrough, type ReachContext, reachedPart, unproven } from './reach.js'

/** What is known of the baseline as a whole, for the causes of findings that are not in it. */
export interface BaselineFacts {
  /** Versions of each tool; empty where it gave none. */
  readonly versions: ReadonlyMap<string, ReadonlySet<string>>
  /** Tools with a rule that had findings. */
  readonly rules: ReadonlySet<string>
  /** Versions of each dependency with a finding, by manifest and package. */
  readonly dependencies: ReadonlyMap<string, ReadonlySet<string>>
  /** What ran at the base. */
  readonly ran: Ran
}

export interface Cause {
  readonly state: State
  readonly reason: string
}

const ruleKey = (finding: Finding): string => `${toolKey(finding.tool)}\0${finding.ruleId}`

const dependencyKey = (finding: Finding): string =>
  `${finding.location?.path ?? elsewhereOf(finding)}\0${packageKey(finding)}`

const versionOf = (finding: Finding): string | null => finding.package?.version?.replace(/^v(?=\d)/, '') ?? null

export function baselineFacts(baseline: readonly Finding[], ran: Ran): BaselineFacts {
  const versions = new Map<string, Set<string>>()
  const rules = new Set<string>()
  const dependencies = new Map<string, Set<string>>()
  for (const finding of baseline) {
    const tool = toolKey(finding.tool)
    const known = versions.get(tool) ?? new Set()
    versions.set(tool, known)
    if (finding.toolVersion !== null) known.add(finding.toolVersion)
    rules.add(ruleKey(finding))
    const version = versionOf(finding)
    if (version === null) continue
    const key = dependencyKey(finding)
    dependencies.set(key, (dependencies.get(key) ?? new Set<string>()).add(version))
  }
  return { versions, rules, dependencies, ran }
}

/** Old and new version where the tool that reports the finding is another one than at the base. */
export function upgradeOf(finding: Finding, facts: BaselineFacts): string | null {
  const before = facts.versions.get(toolKey(finding.tool))
  if (before === undefined || before.size === 0 || finding.toolVersion === null) return null
  return before.has(finding.toolVersion) ? null : `${[...before].sort().join(', ')} to ${finding.toolVersion}`
}

/** Whether the base used the package of the finding in other versions alone: those versions, as far as a baseline shows it. */
function otherVersions(finding: Finding, facts: BaselineFacts): string | null {
  const version = versionOf(finding)
  const known = facts.dependencies.get(dependencyKey(finding))
  return version === null || known === undefined || known.has(version) ? null : [...known].sort().join(', ')
}

/** Whether more must be known of a dependency than that the change does not touch its manifest: another file moved it. */
export const movedElsewhere = ({ finding, kind, partner }: Entry, facts: BaselineFacts | null): boolean =>
  kind === 'dependency' && partner === null && facts !== null && otherVersions(finding, facts) !== null

const had = (lock: string, { package: found }: Finding): string =>
  `the base's ${lock} already has ${found?.name} ${found?.version}`

/** Where no baseline tells, the history of a secret decides. */
const BY_COMMIT: Readonly<Record<CommitSide, Cause>> = {
  change: { state: 'introduced', reason: '; the change brings the commit in which it was found' },
  base: { state: 'existing', reason: '; the base has the commit in which it was found' },
  unknown: { state: 'unknown', reason: ', and nobody can tell whether the change brings its commit' }
}

/** What the baseline has of the same rule and message need not be this finding where nobody can read what stands there. */
export const BY_MESSAGE_ALONE: Cause = {
  state: 'unknown',
  reason:
    'The baseline has one of this rule and message at this place, but its text there is not known, and nothing tells whether it is this one'
}

type Judged = Pick<Entry, 'finding' | 'kind' | 'changed' | 'lockedBy'>

/** Why no baseline decides. */
const NO_BASELINE = 'No baseline'
export const SILENT_BASELINE = 'The baseline does not tell'
export const OUTRUN_BASELINE = 'The baseline is of another commit than the one that the change starts from'
const DOUBTFUL_BASELINE = 'In the baseline, but its place is another one in the base by now'

/** Where no baseline tells, for the reason given, the diff decides, and without a diff nobody can. */
export function causeByDiff(entry: Judged, context: ReachContext, why = NO_BASELINE): Cause {
  if (context.diff === null && entry.finding.commit === undefined && why === NO_BASELINE)
    return { state: 'unknown', reason: 'There is neither a baseline nor a diff' }
  const { state, reason } = judgedByDiff(entry, context)
  return { state, reason: why + reason }
}

/** A finding of the baseline that the base may have lost since: it is an old one only as far as the diff shows it, too. */
export function causeOfDoubtful(entry: Judged, context: ReachContext): Cause {
  const { state, reason } = causeByDiff(entry, context, DOUBTFUL_BASELINE)
  return { state: state === 'newly-disclosed' ? 'existing' : state, reason }
}

function judgedByDiff({ finding, kind, changed, lockedBy }: Judged, { diff, history }: ReachContext): Cause {
  if (finding.commit !== undefined) return BY_COMMIT[history?.(finding.commit) ?? 'unknown']
  if (diff === null) return { state: 'unknown', reason: ', and there is no diff' }
  if (changed !== true && !isProven(finding)) return { state: 'unknown', reason: `, and ${unproven(finding)}` }
  if (changed === null) {
    return { state: 'unknown', reason: ', and the diff does not show whether its place changed' }
  }
  if (finding.location !== null && fileIn(diff, finding.location.path)?.doubt === 'unfit') {
    return { state: 'unknown', reason: ', and the diff leads to another text of its file' }
  }
  const dependency = kind === 'dependency'
  if (changed) {
    const isPlace = reachedPart(finding, { kind }, diff) === 'place'
    const what = isPlace ? (dependency ? 'its manifest is' : 'its place is') : 'what leads to it is'
    return { state: 'introduced', reason: `; ${what} part of the change` }
  }
  const disclosed = dependency && advisoriesOf(finding).length > 0
  const state = disclosed ? 'newly-disclosed' : 'existing'
  if (lockedBy !== null) return { state, reason: `; ${had(lockedBy, finding)}` }
  const what = disclosed ? 'the change does not touch its manifest' : 'its place is not part of the change'
  return { state, reason: `; ${what}` }
}

/** Why a finding is there that is not in the baseline: this change, or new knowledge about unchanged code. */
export function causeOfNew(entry: Entry, diff: Diff | null, facts: BaselineFacts): Cause {
  const { changed } = entry
  const disclosed = disclosure(entry, changed, diff, facts)
  if (disclosed !== null) return { state: 'newly-disclosed', reason: disclosed }
  return { state: 'introduced', reason: introduction(entry, diff, facts) }
}

function disclosure(entry: Entry, changed: boolean | null, diff: Diff | null, facts: BaselineFacts): string | null {
  const { finding } = entry
  if (leadsThrough(finding, entry, diff) === true) return null
  if (entry.kind === 'dependency') {
    const known = knownDependency(entry, facts)
    if (known !== null) return known
    if (otherVersions(finding, facts) !== null) return null
    if (changed === false) return 'Not in the baseline, and the change does not touch its manifest: the advisory is new'
  }
  if (diff === null || changed === true || !isProven(finding)) return null
  if (isInert(diff, finding)) return 'Not in the baseline, and the change touches documentation only'
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

/** What shows that the base used this very version of the package. */
function knownDependency({ finding, lockedBy }: Entry, facts: BaselineFacts): string | null {
  const version = versionOf(finding)
  if (version !== null && facts.dependencies.get(dependencyKey(finding))?.has(version) === true) {
    return 'Not in the baseline, which has this version of the package: the advisory is new'
  }
  return lockedBy === null ? null : `Not in the baseline, but ${had(lockedBy, finding)}: the advisory is new`
}

/** Why a finding is new that says the same as others, of which the baseline has so many. */
export const moreThan = (count: number): Cause => ({
  state: 'introduced',
  reason: `More than in the baseline, which has ${count === 1 ? 'one' : count} that ${count === 1 ? 'says' : 'say'} the same`
})

function introduction(entry: Entry, diff: Diff | null, facts: BaselineFacts): string {
  const { changed, beyond } = entry
  if (beyond !== null) return moreThan(beyond).reason
  const doubt = entry.doubt === null ? '' : DOUBTS[entry.doubt]
  const upgrade = upgradeOf(entry.finding, facts)
  const others = entry.kind === 'dependency' ? otherVersions(entry.finding, facts) : null
  if (others !== null) return `Not in the baseline, which has this package only in another version: ${others}`
  const tool = upgrade === null ? '' : `; the tool was upgraded from ${upgrade}`
  if (changed === true) {
    const what = reachedPart(entry.finding, entry, diff) === 'place' ? 'its place' : 'what leads to it'
    return `Not in the baseline; ${what} is part of the change${doubt}${tool}`
  }
  if (changed === false)
    return `Not in the baseline; its place is not part of the change, which may reach it from elsewhere${doubt}${tool}`
  return `Not in the baseline${doubt}${tool}`
}

const DOUBTS = {
  ambiguous: '; several findings of the baseline could be this one after an edit, so it counts as new',
  elsewhere: '; the baseline has the same text at another place of the file, too little to be sure that it moved'
} as const

/** The earliest date that the finding or its partner in the baseline bears, and never one after now. */
export function firstDetection(finding: Finding, partner: Finding | undefined, now: string): string | null {
  let first = now === '' ? null : now
  for (const date of [finding.firstDetected, partner?.firstDetected ?? null]) {
    if (date !== null && !Number.isNaN(Date.parse(date)) && (first === null || Date.parse(date) < Date.parse(first)))
      first = date
  }
  return first
}
