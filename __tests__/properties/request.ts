import { requestWith } from '../../src/gate/request.js'

/** A request to evaluate SARIF in a directory that has its policy in `policy.yml`, with nothing else known. */
export const requestIn = (cwd: string, sarif: readonly string[]) =>
  requestWith({ sarif, policy: 'policy.yml', cwd, now: '2026-11-23T15:00:00Z' })
