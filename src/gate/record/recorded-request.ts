import type { Options } from '../../core/decision/decision.js'
import type { NoticeCode } from '../../core/ground/notice.js'
import type { DecisionDocument } from '../../generated/decision.js'
import { BOOTSTRAP_PRESET, type GateRequest, requestWith } from '../request.js'

/** A decision file with what was asked for. */
export type RecordedDecision = Pick<DecisionDocument, 'evaluatedAt' | 'change' | 'notices'> & {
  readonly options: Options
}

/** Where the files of a recorded decision lie now. */
export interface RecordedPlace {
  /** Directory that names are relative to. */
  readonly directory: string
  /** Directories that stand for other repositories here, by OWNER/REPO; they come before those that were recorded. */
  readonly layerSources: ReadonlyMap<string, string>
}

/** The request that a decision answers, to be evaluated again: what optionsOf and changeOf made of it, turned back. */
export function recordedRequest(
  { evaluatedAt, change, notices, options }: RecordedDecision,
  { directory, layerSources }: RecordedPlace
): GateRequest {
  const { tier, sarif, policy, exceptions, kev, epss, vex, diff, sourceRoot } = options
  const { scannedSha, headSha } = change
  const told = (code: NoticeCode): boolean => notices.some(notice => notice.code === code)
  const recorded = options.layerSources.map(source => [source.repository, source.directory] as const)
  return requestWith({
    ...{ sarif, policy, exceptions, kev, epss, vex, diff, sourceRoot, cwd: directory, now: evaluatedAt },
    baseline: options.baseline,
    defaultTier: tier,
    layerSources: new Map([...recorded, ...layerSources]),
    ...{ event: change.event, branch: change.branch, repository: change.repository, headSha, baseSha: change.baseSha },
    mergeSha: scannedSha === headSha ? null : scannedSha,
    pullRequest: change.pullRequest,
    runId: change.runId,
    bootstrap: told('policy-bootstrap') ? BOOTSTRAP_PRESET : null
  })
}
