import { join } from 'node:path'
import type { GateRequest } from '../../src/gate/request.js'

/** The evaluation that the guide of examples/shop describes. */
export const shopRequest = (): GateRequest => ({
  sarif: ['results'],
  policy: 'policy-gate.yml',
  exceptions: null,
  baseline: ['baseline'],
  kev: [],
  epss: [],
  vex: [],
  diff: 'change.diff',
  cwd: join(process.cwd(), 'examples/shop'),
  sourceRoot: null,
  defaultTier: 1,
  layerSources: new Map(),
  now: '2026-12-01T12:00:00Z',
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
