import type { Diff } from '../core/change/change.js'
import { baseTextOf } from '../core/change/fit.js'
import type { Finding } from '../core/finding.js'
import { configurationError, wholeFile } from '../core/ground/errors.js'
import type { Notice } from '../core/ground/notice.js'
import type { IdentityContext } from '../core/identity/identified.js'
import { mergeFindings } from '../core/identity/merging/merge.js'
import { carried, NOTHING_SINCE } from '../core/identity/since.js'
import type { Policy } from '../core/policy/policy.js'
import type { SarifInput } from '../core/sarif/input.js'
import type { PlaceKnowledge } from '../core/sarif/place/positions.js'
import { type Reading, readScanFiles, type ScanFiles } from '../files/scan-files.js'
import type { FoundBaseline, GatePorts, GateRequest, SettledChange } from './request.js'
import { withLines } from './sources.js'

/** What the findings are compared with. */
export interface GatheredBaseline {
  readonly inputs: readonly SarifInput[]
  readonly identity: Pick<IdentityContext, 'baseline' | 'since' | 'diff'>
  readonly notices: readonly Notice[]
}

interface BaselineReading extends Omit<Reading, 'places' | 'trails' | 'fixes'> {
  /** The tree that the change starts from, or the one before what came since the baseline. */
  readonly places: (since: Diff | null) => PlaceKnowledge
  readonly policy: Policy
}

/** The baseline that the request names, else the one that the base branch left, if there is any. */
export async function gatherBaseline(
  request: GateRequest,
  ports: Pick<GatePorts, 'baseline' | 'since'>,
  settled: SettledChange,
  reading: BaselineReading
): Promise<GatheredBaseline> {
  const { diff } = settled
  if (request.baseline.length > 0) return givenBaseline(request, ports, settled, reading)
  const found = await ports.baseline?.(settled)
  if (found === undefined) return { inputs: [], identity: { baseline: null, diff }, notices: [] }
  return carriedBaseline(found, diff, reading)
}

/**
 * A baseline that the request names. Where it says of which commit it is, and the change starts from a later one, its
 * findings are carried to that; else whoever gives it answers for it.
 */
async function givenBaseline(
  { baseline: patterns, cwd }: GateRequest,
  ports: Pick<GatePorts, 'since'>,
  settled: SettledChange,
  reading: BaselineReading
): Promise<GatheredBaseline> {
  const { diff, readSource } = settled
  const given = await readBaseline(patterns, cwd, null, reading)
  requireBaseline(given, reading.policy)
  const commit = diff === null ? null : commitOf(given.inputs)
  const since = commit === null ? null : ((await ports.since?.(commit, settled)) ?? null)
  if (commit === null || since === null || isNothing(since)) {
    const inputs = withLines(given.inputs, path => baseTextOf(path, diff, readSource))
    return { inputs, identity: { baseline: findingsOf(inputs, reading), diff }, notices: [] }
  }
  // The places are those of the tree that it was made from.
  const earlier = await readBaseline(patterns, cwd, since, reading)
  const inputs = withLines(earlier.inputs, path => baseTextOf(path, since, at => baseTextOf(at, diff, readSource)))
  const baseline = carried(findingsOf(inputs, reading), since)
  return { inputs, identity: { baseline, since, diff }, notices: baselineBehind(commit, since) }
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** The one commit that every run of the baseline says it is of; null where one of them does not, or says another. */
function commitOf(inputs: readonly SarifInput[]): string | null {
  const [named, ...others] = new Set(inputs.flatMap(({ runs }) => runs.map(({ revisions }) => revisions.join(' '))))
  const commit = named?.toLowerCase() ?? ''
  return others.length === 0 && COMMIT.test(commit) ? commit : null
}

const isNothing = ({ files, complete }: Diff): boolean => complete && files.size === 0

/** Says that a baseline is of an earlier commit, and what has changed since. */
export function baselineBehind(commit: string, since: Diff): readonly Notice[] {
  const { files, complete } = since
  if (isNothing(since)) return []
  const many = complete
    ? files.size === 1
      ? '1 file has'
      : `${files.size} files have`
    : 'an unknown number of files has'
  const message = `The baseline is of ${commit}, and ${many} changed since: of what changed there the diff decides`
  return [{ level: 'info', code: 'baseline-behind', message }]
}

async function carriedBaseline(
  { report, since, diff: sinceThen, notices }: FoundBaseline,
  diff: Diff | null,
  reading: BaselineReading
): Promise<GatheredBaseline> {
  const none: GatheredBaseline = { inputs: [], identity: { baseline: null, diff }, notices }
  if (report === null) return none
  // Where no change is under review, what came since stands in its place.
  const before = diff === null && sinceThen !== null ? sinceThen : since
  const read = await readBaseline([report.name], report.directory, before, reading)
  // The gate's own report names lines wherever they were known.
  const inputs = withLines(read.inputs, () => null)
  const broken = inputs.find(({ problem }) => problem !== null)
  if (broken?.problem) return { ...none, notices: [...notices, unreadable(report.name, broken.problem.message)] }
  const baseline = findingsOf(inputs, reading)
  if (diff === null && sinceThen !== null)
    return { inputs, identity: { baseline, since: NOTHING_SINCE, diff: sinceThen }, notices }
  return { inputs, identity: { baseline: carried(baseline, since), since, diff }, notices }
}

const unreadable = (name: string, why: string): Notice => ({
  level: 'warning',
  code: 'baseline-none',
  message: `There is no baseline, so the diff decides: ${name} cannot be read: ${why}`
})

const readBaseline = (
  patterns: readonly string[],
  directory: string,
  since: Diff | null,
  { places, ...reading }: BaselineReading
): Promise<ScanFiles> =>
  readScanFiles(patterns, directory, { ...reading, places: places(since), trails: false, fixes: false })

const findingsOf = (inputs: readonly SarifInput[], { policy }: BaselineReading): readonly Finding[] =>
  mergeFindings(
    inputs.flatMap(input => input.findings),
    policy.unknownSeverity
  )

/** A baseline that cannot be read would make old findings look new, or hide what became of them. */
function requireBaseline({ inputs, unmatched }: ScanFiles, { emptyRuns }: Policy): void {
  const [missing] = unmatched
  if (missing !== undefined)
    throw configurationError(
      `baseline: nothing matches ${missing}`,
      'Give the SARIF of the base commit, or leave it out'
    )
  const isEmpty = (input: SarifInput): boolean => input.runs.length === 0 && emptyRuns === 'invalid'
  const broken = inputs.find(input => input.problem !== null || isEmpty(input))
  if (broken !== undefined) {
    const place = wholeFile(broken.name)
    throw configurationError(
      `the baseline cannot be read: ${broken.problem?.message ?? 'it has no run'}`,
      'Give valid SARIF of the base commit, or leave it out',
      place
    )
  }
}
