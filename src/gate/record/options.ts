import { relative, sep } from 'node:path'
import type { Change, Options } from '../../core/decision/decision.js'
import { compareText } from '../../core/decision/order.js'
import type { GateRequest, SettledChange } from '../request.js'

/** The change as the decision has it. */
export function changeOf(request: GateRequest, { scannedSha }: Pick<SettledChange, 'scannedSha'>): Change {
  const { event, repository, branch, baseSha, headSha, pullRequest, runId } = request
  return { event, repository, branch, baseSha, headSha, scannedSha, pullRequest, runId }
}

/** What was asked for, as the decision keeps it: of the machine only what lies in the directory of the request. */
export function optionsOf(request: GateRequest): Options {
  const { policy, exceptions, diff, defaultTier, policyFrom } = request
  return {
    sarif: sorted(request.sarif),
    policy,
    exceptions,
    baseline: sorted(request.baseline),
    kev: sorted(request.kev),
    epss: sorted(request.epss),
    vex: sorted(request.vex),
    diff,
    sourceRoot: sourceRootOf(request),
    tier: defaultTier,
    layerSources: [...request.layerSources]
      .map(([repository, directory]) => ({ repository, directory }))
      .sort((a, b) => compareText(a.repository, b.repository)),
    policyFrom
  }
}

/** Files count whatever their order. */
const sorted = (names: readonly string[]): readonly string[] => names.toSorted(compareText)

/** A root that was given as a path of this machine is named by where it lies from here. */
function sourceRootOf({ cwd, sourceRoot }: Pick<GateRequest, 'cwd' | 'sourceRoot'>): string | null {
  if (sourceRoot === null) return null
  const inner = sourceRoot.startsWith('/') ? relative(cwd, sourceRoot) : sourceRoot
  return inner === '' ? null : inner.split(sep).join('/')
}
