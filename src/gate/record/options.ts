import { isAbsolute, relative, sep } from 'node:path'
import type { Change, InputFile, Options } from '../../core/decision/decision.js'
import { compareText } from '../../core/decision/order.js'
import type { FeedName } from '../../core/policy/policy.js'
import type { ScanFiles } from '../../files/scan-files.js'
import type { GateRequest, SettledChange } from '../request.js'

/** The change as the decision has it. */
export function changeOf(request: GateRequest, { scannedSha }: Pick<SettledChange, 'scannedSha'>): Change {
  const { event, repository, branch, baseSha, headSha, pullRequest, runId } = request
  return { event, repository, branch, baseSha, headSha, scannedSha, pullRequest, runId }
}

/** The files that came of a request, and whether naming them asks for the same as the patterns did. */
export interface AskedFiles {
  readonly files: readonly InputFile[]
  readonly scans: Pick<ScanFiles, 'unmatched' | 'outside' | 'unread'>
}

/**
 * What was asked for, as the decision keeps it: of the machine only what lies in the directory of the request. A file that
 * a pattern matched is named, because how it was found makes no difference.
 */
export function optionsOf(request: GateRequest, { files, scans }: AskedFiles): Options {
  const named = (kind: 'sarif' | 'baseline' | FeedName): readonly string[] => {
    const found = files.filter(file => file.kind === kind).map(({ name }) => name)
    return sorted(request[kind].length === 0 || found.length === 0 ? request[kind] : found)
  }
  const isTold = scans.unmatched.length + scans.outside.length + scans.unread.length > 0
  const { policy, exceptions, diff, defaultTier, policyFrom } = request
  return {
    sarif: isTold ? sorted(request.sarif) : named('sarif'),
    policy,
    exceptions,
    baseline: named('baseline'),
    kev: named('kev'),
    epss: named('epss'),
    vex: named('vex'),
    diff,
    sourceRoot: sourceRootOf(request),
    tier: defaultTier,
    layerSources: [...request.layerSources]
      .map(([repository, directory]) => ({ repository, directory }))
      .sort((a, b) => compareText(a.repository, b.repository)),
    policyFrom
  }
}

/** The same of a request whose files could not be read: the patterns as they were given. */
export const optionsAsGiven = (request: GateRequest): Options =>
  optionsOf(request, { files: [], scans: { unmatched: [], outside: [], unread: [] } })

/** Files count whatever their order. */
const sorted = (names: readonly string[]): readonly string[] => names.toSorted(compareText)

/**
 * A root that was given as a path of this machine is named by where it lies from here. One that is this directory is
 * named as well: what does not lie in a root that somebody named is not in the repository.
 */
function sourceRootOf({ workspace, sourceRoot }: Pick<GateRequest, 'workspace' | 'sourceRoot'>): string | null {
  if (sourceRoot === null) return null
  const inner = isAbsolute(sourceRoot) ? relative(workspace, sourceRoot) : sourceRoot
  return inner === '' ? '.' : inner.split(sep).join('/')
}
