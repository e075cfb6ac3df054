import { join } from 'node:path'
import { requestWith } from '../../src/gate/request.js'

/** The evaluation that the guide of examples/shop describes. */
export const shopRequest = () =>
  requestWith({
    sarif: ['results'],
    policy: 'policy-gate.yml',
    baseline: ['baseline'],
    diff: 'change.diff',
    cwd: join(process.cwd(), 'examples/shop'),
    now: '2026-12-01T12:00:00Z'
  })
