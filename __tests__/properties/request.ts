import type { GateRequest } from '../../src/gate/request.js'

/** A request to evaluate SARIF in a directory that has its policy in `policy.yml`, with nothing else known. */
export const requestIn = (cwd: string, sarif: readonly string[]): GateRequest => ({
  sarif,
  policy: 'policy.yml',
  exceptions: null,
  baseline: [],
  kev: [],
  epss: [],
  vex: [],
  diff: null,
  cwd,
  sourceRoot: null,
  defaultTier: 1,
  layerSources: new Map(),
  now: '2026-11-23T15:00:00Z',
  event: null,
  branch: null,
  repository: null,
  headSha: null,
  baseSha: null,
  mergeSha: null,
  pullRequest: null,
  workflow: null,
  expectsClone: false,
  bootstrap: null
})
